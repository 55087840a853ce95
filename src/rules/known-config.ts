import { posix } from 'node:path';
import type { KnownImage } from '../knowledge/image.js';
import { flag } from '../model/service-flags.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { text, child } from '../model/yaml-node.js';
import { knownOf } from './known-service.js';

/** Where a program of a known image looks for its configuration. */
export interface ConfigPath {
  /** Absolute, in the container. */
  readonly path: string;
  /** The value of the flag that names it; undefined when the image does. */
  readonly at?: SourceRange | undefined;
  readonly flag: string;
  readonly known: KnownImage;
}

/** What is known of a service that runs the program of its image as the image starts it. */
export function runsImage(service: ComposeService): KnownImage | undefined {
  return service.entrypoint.length > 0 || service.node.entries.has('entrypoint') ? undefined : knownOf(service);
}

/** Where a service looks for its configuration; undefined when that is not certain. */
export function configPathOf(service: ComposeService): ConfigPath | undefined {
  const known = runsImage(service);
  const config = known?.config;
  if (!known || !config?.flag) return undefined;
  const named = flag(service, config.flag);
  const base = { flag: config.flag, known };
  if (!named) return config.lost_with_command && hasCommand(service) ? undefined : { ...base, path: config.path };
  const path = inContainer(service, known, named.value);
  return path === undefined ? undefined : { ...base, path, at: named.at };
}

/** Whether the compose file replaces the words that the image starts its program with. */
export function hasCommand({ command }: ComposeService): boolean {
  return command.length > 0;
}

/** A path of a command line as the program resolves it; undefined when its working directory is not known. */
export function inContainer(service: ComposeService, known: KnownImage, path: string): string | undefined {
  if (path === '' || path.includes('$') || path.includes('://')) return undefined;
  if (posix.isAbsolute(path)) return posix.resolve(path);
  const workdir = text(child(service.node, 'working_dir')) ?? known.workdir;
  return workdir === undefined ? undefined : posix.resolve('/', workdir, path);
}

/** Flags and variables that move the data of a program; a directory of these is the only one it writes to. */
const DATA: Readonly<Record<string, { readonly flag?: string; readonly env?: string }>> = {
  prometheus: { flag: 'storage.tsdb.path' },
  alertmanager: { flag: 'storage.path' },
  grafana: { env: 'GF_PATHS_DATA' },
};

/** A directory that a program keeps its data in, and what of the compose file names it. */
export interface DataPath {
  readonly path: string;
  readonly at?: SourceRange | undefined;
}

/** The directories that a service of a known image has to write. */
export function dataPathsOf(service: ComposeService): readonly DataPath[] {
  const known = runsImage(service);
  if (!known) return [];
  const moves = DATA[known.role];
  const moved =
    (moves?.flag === undefined ? undefined : flag(service, moves.flag)) ??
    (moves?.env === undefined ? undefined : service.environment.get(moves.env));
  if (!moved) return (known.data ?? []).map((path) => ({ path }));
  const path = inContainer(service, known, moved.value);
  return path === undefined ? [] : [{ path, at: moved.at }];
}

/** Whether a program was seen to end at once when it cannot write its data. */
export function endsWithoutData({ role }: KnownImage): boolean {
  return role === 'prometheus';
}
