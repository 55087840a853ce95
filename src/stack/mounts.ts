import { posix, resolve } from 'node:path';
import type { Mount } from '../model/mount.js';
import type { SourceRange } from '../model/source.js';
import { child, items, text, type MappingNode, type YamlNode } from '../model/yaml-node.js';
import { isPath, splitVolume } from '../model/volume-syntax.js';

/** Where paths of a project start: its directory, and the home directory for `~`. */
export interface Surroundings {
  readonly directory: string;
  readonly home?: string | undefined;
}

/** All that a service sees of the project's files: volumes, configs and secrets. */
export function mountsOf(service: MappingNode, root: MappingNode, around: Surroundings): Mount[] {
  return [
    ...items(child(service, 'volumes')).flatMap((item) => volumeMount(item, around)),
    ...items(child(service, 'configs')).flatMap((item) => definedMount(item, root, 'configs', '/', around)),
    ...items(child(service, 'secrets')).flatMap((item) => definedMount(item, root, 'secrets', '/run/secrets/', around)),
  ];
}

function volumeMount(item: YamlNode, around: Surroundings): Mount[] {
  if (item.kind === 'mapping') return longVolume(item, around);
  const { source, target, options } = splitVolume(text(item) ?? '');
  if (target === '') return [];
  const rest = {
    target: normal(target),
    at: item.at,
    origin: 'volumes',
    readOnly: options.includes('ro'),
    written: source,
    ...shortRanges(item.at, source, target),
  } as const;
  if (!isPath(source)) return [{ kind: 'volume', source, ...rest }];
  return [{ kind: 'bind', source: hostPath(source, around), makesSource: true, ...rest }];
}

/** Where both parts of the short syntax stand, unless a variable was filled in or the text is escaped. */
function shortRanges(
  { file, start, end }: SourceRange,
  source: string,
  target: string,
): Pick<Mount, 'sourceAt' | 'targetAt'> {
  const both = source === '' ? target : `${source}:${target}`;
  const written = file.text.slice(start, end);
  const offset = written.indexOf(both);
  if (offset < 0 || offset > 1) return {};
  const targetStart = start + offset + both.length - target.length;
  return {
    ...(source === '' ? {} : { sourceAt: { file, start: start + offset, end: start + offset + source.length } }),
    targetAt: { file, start: targetStart, end: targetStart + target.length },
  };
}

/** A path on this machine: relative ones start at the project, `~` is the home directory. */
function hostPath(written: string, { directory, home }: Surroundings): string {
  if (home !== undefined && /^~(?:\/|$)/.test(written)) return resolve(home, written.slice(2));
  return resolve(directory, written);
}

function longVolume(item: MappingNode, around: Surroundings): Mount[] {
  const target = text(child(item, 'target'));
  if (target === undefined) return [];
  const source = text(child(item, 'source')) ?? '';
  const type = text(child(item, 'type'));
  const readOnly = text(child(item, 'read_only')) === 'true';
  const rest = {
    target: normal(target),
    at: item.at,
    origin: 'volumes',
    readOnly,
    written: source,
    sourceAt: child(item, 'source')?.at,
    targetAt: child(item, 'target')?.at,
  } as const;
  if (type === 'bind') {
    // Settings of the bind that do not ask for it take it away.
    const bind = child(item, 'bind');
    const makesSource = bind === undefined || text(child(bind, 'create_host_path')) === 'true';
    return [{ kind: 'bind', source: hostPath(source, around), makesSource, ...rest }];
  }
  return [{ kind: type === 'volume' ? 'volume' : 'other', source, ...rest }];
}

/** A service's use of a top-level config or secret: `NAME` or `{source, target}`. */
function definedMount(
  item: YamlNode,
  root: MappingNode,
  section: 'configs' | 'secrets',
  defaultDirectory: string,
  around: Surroundings,
): Mount[] {
  const definition = item.kind === 'mapping' ? text(child(item, 'source')) : text(item);
  if (definition === undefined) return [];
  const settings = child(root, section, definition);
  const written = item.kind === 'mapping' ? text(child(item, 'target')) : undefined;
  const target = posix.resolve(defaultDirectory, written ?? definition);
  const rest = { target, at: item.at, definition, origin: section, readOnly: true } as const;
  const file = text(child(settings, 'file'));
  if (file !== undefined) {
    const sourceAt = child(settings, 'file')?.at;
    return [{ kind: 'bind', source: hostPath(file, around), written: file, sourceAt, makesSource: false, ...rest }];
  }
  const content = child(settings, 'content');
  if (content?.kind === 'scalar') return [{ kind: 'content', source: content.text, contentAt: content.at, ...rest }];
  return [{ kind: 'other', source: '', ...rest }];
}

function normal(target: string): string {
  return posix.normalize(target).replace(/(?<=.)\/$/, '');
}
