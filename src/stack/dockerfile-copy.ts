import { basename, join, posix } from 'node:path';
import type { Mount } from '../model/mount.js';
import type { Located } from '../model/source.js';
import { mountFor } from '../model/mounted-path.js';
import type { Files } from '../ports/files.js';
import { filesBelow } from './container-files.js';
import type { Heredoc, Instruction } from './dockerfile-parse.js';
import { expand, type Variables } from './dockerfile-variables.js';
import { glob } from './glob.js';

/** What COPY and ADD need to know of their stage and their build. */
export interface CopyContext {
  /** The working directory of the stage. */
  readonly directory: string;
  /** What earlier instructions brought. */
  readonly mounts: readonly Mount[];
  readonly variables: Variables;
  /** Absolute directory of the build context. */
  readonly context: string;
  readonly files: Files;
  /** The mounts of an earlier stage, by name or number. */
  mountsOf(stage: string): readonly Mount[] | undefined;
}

/** Directories of the official images: a file that is copied to one goes into it. */
const DIRECTORIES = new Set(['/', '/etc', '/etc/prometheus', '/etc/alertmanager', '/etc/blackbox_exporter']);
const GRAFANA_DIRECTORY = /^\/(?:etc|var\/lib)\/grafana(?:\/provisioning(?:\/[a-z]+)?|\/dashboards)?$/;

/** The mounts of a stage after one more COPY or ADD. */
export function copied({ words, flags, heredocs }: Instruction, context: CopyContext): readonly Mount[] {
  const sources = words.slice(0, -1);
  const target = words.at(-1);
  // With --parents the target of a file depends on its directory in the context.
  if (!target || sources.length === 0 || flags.has('parents')) return context.mounts;
  const written = expand(target.value, context.variables);
  const path = posix.resolve(context.directory, written);
  const intoDirectory = sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(written) || isDirectory(path, context);
  let mounts = context.mounts;
  for (const source of sources) {
    const heredoc = heredocs.find(({ word }) => word === source);
    const made = heredoc
      ? [heredocMount(heredoc, intoDirectory ? posix.join(path, heredoc.name) : path)]
      : sourceMounts(source, path, intoDirectory, flags.get('from'), context);
    for (const mount of made) mounts = overlaid(mounts, mount, context.files);
  }
  return mounts;
}

/** What an image has can be written to, in the container's own layer. */
const OF_IMAGE = { origin: 'image', readOnly: false } as const;

function sourceMounts(
  source: Located<string>,
  path: string,
  intoDirectory: boolean,
  from: string | undefined,
  context: CopyContext,
): Mount[] {
  const found = foundFor(expand(source.value, context.variables), from, context);
  if (found.length === 0) return [{ kind: 'other', source: '', target: path, at: source.at, ...OF_IMAGE }];
  return found.map(({ path: host, directory }) => {
    const into = !directory && (intoDirectory || found.length > 1);
    return {
      kind: 'bind',
      source: host,
      target: into ? posix.join(path, basename(host)) : path,
      at: source.at,
      ...OF_IMAGE,
    };
  });
}

function heredocMount({ value, at, expands }: Heredoc, target: string): Mount {
  // Where variables are replaced, the text is not what it will be.
  if (expands && value.includes('$')) return { kind: 'other', source: '', target, at, ...OF_IMAGE };
  return { kind: 'content', source: value, target, at, contentAt: at, ...OF_IMAGE };
}

/** Whether a path is a directory of the image already, so that a file copied to it goes into it. */
function isDirectory(path: string, { directory, mounts }: CopyContext): boolean {
  if (path === directory || DIRECTORIES.has(path) || GRAFANA_DIRECTORY.test(path)) return true;
  return mounts.some(({ target }) => target.startsWith(`${path}/`));
}

interface Found {
  readonly path: string;
  readonly directory: boolean;
}

/** What a source names on this machine; nothing for what is fetched, made in a stage, or comes from an image. */
function foundFor(source: string, from: string | undefined, context: CopyContext): Found[] {
  const absolute = posix.resolve('/', source);
  if (from === undefined) {
    if (/^[a-z+]+:\/\/|^git@/.test(source)) return [];
    return onMachine(absolute === '/' ? context.context : join(context.context, absolute), context.files);
  }
  const mounts = context.mountsOf(expand(from, context.variables));
  const mounted = mounts && mountFor(mounts, absolute);
  return mounted?.hostPath === undefined ? [] : onMachine(mounted.hostPath, context.files);
}

function onMachine(path: string, files: Files): Found[] {
  const kind = files.kind(path);
  if (kind === 'file' || kind === 'directory') return [{ path, directory: kind === 'directory' }];
  return /[*?[]/.test(path) ? glob(path, files).map((one) => ({ path: one, directory: false })) : [];
}

/**
 * A copied directory joins what is there, where a mount hides it: files that were there before and are not in the
 * directory stay, each as a mount of its own.
 */
function overlaid(before: readonly Mount[], next: Mount, files: Files): readonly Mount[] {
  if (next.kind !== 'bind' || files.kind(next.source) !== 'directory') return [...before, next];
  const there = filesBelow(before, next.target, files);
  const kept = there.filter(
    ({ containerPath }) => files.kind(join(next.source, posix.relative(next.target, containerPath))) !== 'file',
  );
  const isBelow = ({ target }: Mount): boolean => target === next.target || target.startsWith(`${next.target}/`);
  return [
    ...before.filter((mount) => !isBelow(mount)),
    next,
    ...kept.map(({ containerPath, hostPath, mount }) =>
      hostPath === undefined ? mount : { ...mount, source: hostPath, target: containerPath },
    ),
  ];
}
