import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StackCopy, docker } from '../e2e/stack-copy.js';
import { FakeRunner } from '../fakes/fake-runner.js';
import { halfWritten, leftOf, portraitOf, temporaryFiles } from './leftovers.js';
import { planKills, type Kill } from './moments.js';

/** How one round ended. */
export interface Round extends Kill {
  readonly project: string;
  /** When the signal was sent, milliseconds after the start. */
  readonly afterMs: number;
  /** From the signal until the command line, or main and post, had ended; undefined when the run had ended before the signal. */
  readonly cleanedMs: number | undefined;
  readonly exitCode: number | null;
  readonly left: readonly string[];
  readonly foreignUnchanged: boolean;
}

/** All rounds. */
export interface Outcome {
  readonly rounds: readonly Round[];
  /** Of an undisturbed run. */
  readonly wholeMs: number;
  /** What appeared only after a round was over. */
  readonly late: readonly string[];
}

const CLI = resolve('dist/cli/index.js');

/**
 * Ends real runs at chosen moments and looks what is left of them, beside a foreign project of the same compose file in a directory of the
 * same name.
 */
export async function killRuns(count: number, seed: number, told: (round: Round) => void): Promise<Outcome> {
  const prefix = `kill-${String(process.pid)}`;
  const foreign = await Foreign.up(`${prefix}-foreign`);
  const copy = await stackToKill();
  const projects: string[] = [];
  try {
    const wholeMs = await wholeRun(copy, `${prefix}-whole`);
    const rounds: Round[] = [];
    const open = planKills(count, seed);
    for (let kill = open.shift(); kill !== undefined; kill = open.shift()) {
      const project = `${prefix}-${String(projects.length)}`;
      projects.push(project);
      const round = await endRun(copy, project, kill, wholeMs * kill.share);
      rounds.push({ ...round, foreignUnchanged: foreign.isUnchanged() });
      told(rounds.at(-1) as Round);
      // Quicker than the undisturbed run: not killed, so once more, and earlier.
      if (round.cleanedMs === undefined) open.unshift({ ...kill, share: kill.share * 0.7 });
    }
    await new Promise((done) => setTimeout(done, 2000));
    return { rounds, wholeMs, late: projects.flatMap(leftOf) };
  } finally {
    foreign.remove();
    copy.remove();
  }
}

/** The example with what is hard to remove: an image that is built, an anonymous volume, and a program that takes no SIGTERM. */
async function stackToKill(): Promise<StackCopy> {
  const copy = await StackCopy.of('voice-ai-agent');
  const stubborn = [
    '  stubborn:',
    '    build:',
    '      context: .',
    '      no_cache: true',
    '      dockerfile_inline: |',
    '        FROM ${REDIS_IMAGE:-redis:7-alpine}',
    '        RUN sleep 1',
    '    command: [sh, -c, "trap \'\' TERM; while :; do sleep 1; done"]',
    '    stop_grace_period: 10m',
    '    volumes: [/anonymous, "stubborn-data:/data"]',
    '    networks: [app]',
    '',
  ].join('\n');
  copy.edit('compose.yml', '  grafana:\n', `${stubborn}\n  grafana:\n`);
  return copy.edit('compose.yml', '  prometheus-data:\n', '  prometheus-data:\n  stubborn-data:\n');
}

async function wholeRun(copy: StackCopy, project: string): Promise<number> {
  const started = Date.now();
  const { exitCode, stderr } = await copy.run('gate', ['--project-name', project, '--keep']);
  const tookMs = Date.now() - started;
  docker('compose', '--project-name', project, 'down', '--volumes', '--rmi', 'local', '--timeout', '0');
  if (exitCode !== 0) throw new Error(`an undisturbed run ended with ${String(exitCode)}: ${stderr}`);
  return tookMs;
}

async function endRun(
  copy: StackCopy,
  project: string,
  kill: Kill,
  afterMs: number,
): Promise<Omit<Round, 'foreignUnchanged'>> {
  const temporary = join(copy.workspace, 'tmp', project);
  mkdirSync(temporary, { recursive: true });
  const env = { ...copy.environment, TMPDIR: temporary };
  let sentMs: number | undefined;
  const send = (child: ChildProcess): void => {
    const timer = setTimeout(() => {
      sentMs = Date.now();
      child.kill(kill.signal);
    }, afterMs);
    child.once('exit', () => {
      clearTimeout(timer);
    });
  };
  const exitCode =
    kill.entry === 'action' ? await action(copy, project, env, send) : await commandLine(copy, project, env, send);
  const cleanedMs = sentMs === undefined ? undefined : Date.now() - sentMs;
  const left = [...leftOf(project), ...temporaryFiles(temporary), ...halfWritten(copy.workspace)];
  return { ...kill, project, afterMs, cleanedMs, exitCode, left };
}

type Environment = Readonly<Record<string, string>>;

/** Main, and then post at once, as the runner does it. The exit code is that of post. */
async function action(
  copy: StackCopy,
  project: string,
  env: Environment,
  started: (child: ChildProcess) => void,
): Promise<number | null> {
  const runner = new FakeRunner();
  const step = { cwd: copy.workspace, env, with: { path: 'stack', 'project-name': project } };
  await runner.main({ ...step, started });
  return (await runner.post(step)).exitCode;
}

async function commandLine(
  copy: StackCopy,
  project: string,
  env: Environment,
  started: (child: ChildProcess) => void,
): Promise<number | null> {
  const child = spawn(process.execPath, [CLI, 'gate', 'stack', '--project-name', project], {
    cwd: copy.workspace,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: 'ignore',
  });
  started(child);
  return new Promise((done) => child.once('close', done));
}

/** The same compose file in a directory of the same name, which runs beside and belongs to somebody else. */
class Foreign {
  readonly #portrait: string;

  private constructor(
    private readonly project: string,
    private readonly copy: StackCopy,
  ) {
    this.#portrait = portraitOf(project);
  }

  static async up(project: string): Promise<Foreign> {
    const copy = await StackCopy.of('voice-ai-agent');
    const file = ['--project-name', project, '--file', join(copy.directory, 'compose.yml')];
    Object.assign(process.env, copy.environment);
    // Not the servers that Prometheus asks: their probes would take time from the runs that are looked at.
    docker('compose', ...file, 'up', '--detach', '--no-deps', 'prometheus', 'redis');
    return new Foreign(project, copy);
  }

  isUnchanged(): boolean {
    return portraitOf(this.project) === this.#portrait;
  }

  remove(): void {
    docker('compose', '--project-name', this.project, 'down', '--volumes', '--timeout', '1');
    this.copy.remove();
  }
}
