import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import { runCommand } from './command.js';
import { HELPER_LABEL } from './engine.js';

/** One process of this machine. */
export interface ListedProcess {
  readonly pid: number;
  /** The process group; a command of ours leads one, with all that it starts. */
  readonly group: number;
  readonly argv: readonly string[];
}

/** Commands that make things or hold them. Others, such as `logs`, somebody may have typed. */
const MAKERS = new Set(['build', 'create', 'exec', 'pull', 'run', 'up']);
const PROGRAMS = new Set(['docker', 'docker-compose']);
const TERM_MS = 3000;
const LOOK_MS = 50;

/**
 * Ends commands that a run started which was killed: they go on without it, and would make again what is removed.
 * Returns whether there were any. Resolves when they have ended.
 */
export async function endOrphans(project: string, clock: Clock): Promise<boolean> {
  const orphans = async (): Promise<ListedProcess[]> =>
    (await listProcesses()).filter(({ argv }) => isCommandOf(argv, project));
  let left = await orphans();
  const found = left.length > 0;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const one of left) send(signal, one, left);
    const until = clock.now() + TERM_MS;
    while (left.length > 0 && clock.now() < until) {
      await clock.sleep(LOOK_MS);
      left = await orphans();
    }
  }
  return found;
}

/** Whether this is a command that makes something for the project, as our own command lines are. */
export function isCommandOf(argv: readonly string[], project: string): boolean {
  const [program = ''] = argv;
  if (!PROGRAMS.has(basename(program)) || !argv.some((word) => MAKERS.has(word))) return false;
  const isOfProject = argv.some((word, at) => word === project && argv[at - 1] === '--project-name');
  return isOfProject || argv.includes(`${HELPER_LABEL}=${project}`);
}

/** The whole group where a command of ours leads it, for the plug-ins that it started; else the process alone. */
function send(signal: NodeJS.Signals, { pid, group }: ListedProcess, all: readonly ListedProcess[]): void {
  try {
    process.kill(all.some((other) => other.pid === group) ? -group : pid, signal);
  } catch {
    // It has ended, or is another user's.
  }
}

/** Linux tells it without a program, which small images do not have; elsewhere `ps` does. */
async function listProcesses(): Promise<ListedProcess[]> {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap((name) => fromProc(name) ?? []);
  try {
    const { stdout } = await runCommand('ps', ['-A', '-o', 'pid=,pgid=,args=']);
    return stdout.split('\n').flatMap((line) => {
      const [pid, group, ...argv] = line.trim().split(/\s+/);
      return argv.length === 0 ? [] : [{ pid: Number(pid), group: Number(group), argv }];
    });
  } catch {
    return [];
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the group is the third field after the name in brackets. */
function fromProc(name: string): ListedProcess | undefined {
  if (!/^\d+$/.test(name)) return undefined;
  try {
    const argv = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').slice(0, -1);
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(name), group: Number(group), argv };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
}
