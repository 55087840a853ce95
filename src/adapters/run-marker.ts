import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Footprint } from '../model/footprint.js';
import { RUN_DIRECTORY_PREFIX, RunDirectory } from './run-directory.js';

/** Which process a run belongs to; a file in the run's directory while the run may have something to remove. */
export interface RunMarker {
  readonly project: string;
  /** The process whose end means that nobody will remove the stack any more. */
  readonly owner: number;
  /** When the owner was started, in the system's own count, since numbers of processes are used again; absent where it cannot be told. */
  readonly ownerStarted?: string | undefined;
  /** How its Docker engine is reached: what another engine has is not to be seen here. */
  readonly engine: string;
  readonly keep: Footprint;
  /** The stack was left on request. */
  readonly kept: boolean;
}

const FILE = 'run.json';

/** Leaves word of a run, so that the next one can tell what is left of it if it is killed. */
export function leaveMarker(directory: RunDirectory, marker: Omit<RunMarker, 'ownerStarted'>): void {
  directory.write(FILE, JSON.stringify({ ...marker, ownerStarted: startOf(marker.owner) }));
}

/** Runs of this user whose process has ended without removing what it made. */
export function abandonedRuns(engine: string, parent = tmpdir()): RunMarker[] {
  return readdirSync(parent)
    .filter((name) => name.startsWith(RUN_DIRECTORY_PREFIX))
    .flatMap((name) => read(join(parent, name)) ?? [])
    .filter((marker) => marker.engine === engine && !marker.kept && !isAlive(marker));
}

/** A directory of another user, whose word is not taken, or without a marker, is none of ours. */
function read(directory: string): RunMarker | undefined {
  try {
    if (process.getuid && lstatSync(directory).uid !== process.getuid()) return undefined;
    const marker = JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as RunMarker;
    return directory.endsWith(`${RUN_DIRECTORY_PREFIX}${marker.project}`) ? marker : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ owner, ownerStarted }: RunMarker): boolean {
  try {
    process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return ownerStarted === undefined || startOf(owner) === ownerStarted;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the twentieth field after the name in brackets. */
function startOf(pid: number): string | undefined {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return undefined;
  const stat = readFileSync(file, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
