import { join, posix, resolve } from 'node:path';
import type { Mount } from '../model/mount.js';
import { child, items, text, type MappingNode, type YamlNode } from '../model/yaml-node.js';

/** All that a service sees of the project's files: volumes, configs and secrets. */
export function mountsOf(service: MappingNode, root: MappingNode, directory: string): Mount[] {
  return [
    ...items(child(service, 'volumes')).flatMap((item) => volumeMount(item, directory)),
    ...items(child(service, 'configs')).flatMap((item) => definedMount(item, root, 'configs', '/', directory)),
    ...items(child(service, 'secrets')).flatMap((item) =>
      definedMount(item, root, 'secrets', '/run/secrets/', directory),
    ),
  ];
}

function volumeMount(item: YamlNode, directory: string): Mount[] {
  if (item.kind === 'mapping') return longVolume(item, directory);
  const [source, target] = splitShortVolume(text(item) ?? '');
  if (target === undefined) return [{ kind: 'volume', source: '', target: source, at: item.at }];
  if (!isPath(source)) return [{ kind: 'volume', source, target, at: item.at }];
  return [{ kind: 'bind', source: resolve(directory, source), target: normal(target), at: item.at }];
}

/** `SOURCE:TARGET[:MODE]`; a Windows drive letter is not a separator. */
function splitShortVolume(written: string): [string, string | undefined] {
  const parts = written.split(':');
  if (parts.length > 1 && /^[A-Za-z]$/.test(parts[0] ?? '') && /^[\\/]/.test(parts[1] ?? '')) {
    parts.splice(0, 2, `${parts[0] ?? ''}:${parts[1] ?? ''}`);
  }
  return [parts[0] ?? '', parts[1]];
}

function isPath(source: string): boolean {
  return /^(?:\.|\/|~|[A-Za-z]:[\\/])/.test(source);
}

function longVolume(item: MappingNode, directory: string): Mount[] {
  const target = text(child(item, 'target'));
  if (target === undefined) return [];
  const source = text(child(item, 'source')) ?? '';
  const type = text(child(item, 'type'));
  if (type === 'bind')
    return [{ kind: 'bind', source: resolve(directory, source), target: normal(target), at: item.at }];
  return [{ kind: type === 'volume' ? 'volume' : 'other', source, target: normal(target), at: item.at }];
}

/** A service's use of a top-level config or secret: `NAME` or `{source, target}`. */
function definedMount(
  item: YamlNode,
  root: MappingNode,
  section: 'configs' | 'secrets',
  defaultDirectory: string,
  directory: string,
): Mount[] {
  const name = item.kind === 'mapping' ? text(child(item, 'source')) : text(item);
  if (name === undefined) return [];
  const definition = child(root, section, name);
  const written = item.kind === 'mapping' ? text(child(item, 'target')) : undefined;
  const target = posix.resolve(defaultDirectory, written ?? name);
  const file = text(child(definition, 'file'));
  if (file !== undefined) return [{ kind: 'bind', source: resolve(directory, file), target, at: item.at }];
  const content = child(definition, 'content');
  if (content?.kind === 'scalar')
    return [{ kind: 'content', source: content.text, target, at: item.at, contentAt: content.at }];
  return [{ kind: 'other', source: '', target, at: item.at }];
}

function normal(target: string): string {
  return posix.normalize(target).replace(/(?<=.)\/$/, '');
}

/** Where a container path comes from: the mount that is closest to it, and the path on this machine for a bind. */
export interface MountedPath {
  readonly mount: Mount;
  readonly hostPath?: string | undefined;
}

/** The mount that shows `containerPath` in the container; the longest target wins, the later of two equal ones. */
export function mountFor(mounts: readonly Mount[], containerPath: string): MountedPath | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const covers =
      containerPath === mount.target || containerPath.startsWith(mount.target === '/' ? '/' : `${mount.target}/`);
    if (covers && mount.target.length >= (best?.target.length ?? 0)) best = mount;
  }
  if (!best) return undefined;
  const rest = containerPath.slice(best.target.length);
  return { mount: best, hostPath: best.kind === 'bind' ? join(best.source, rest) : undefined };
}
