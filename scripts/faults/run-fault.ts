import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import type { Recording } from '../../src/recording/recording.js';
import type { Expected, Fault, HealthyVariant } from './fault.js';
import { writeStack } from './stack.js';

/** What came of a fault on one version of Prometheus. */
export interface FaultResult {
  readonly fault: Fault | HealthyVariant;
  readonly major: 2 | 3;
  readonly expected: Expected | 'healthy';
  readonly found?: Finding | undefined;
  readonly right: boolean;
  readonly rightLine: boolean;
  /** From the start of the run to its verdict, without tearing down. */
  readonly seconds: number;
  readonly recording?: Recording | undefined;
  readonly files: Readonly<Record<string, string>>;
  /** What the command said when it gave no report. */
  readonly trouble?: string | undefined;
}

/** Brings up the stack of a fault with the command line and compares its first finding with what it is to be. */
export async function runFault(
  fault: Fault | HealthyVariant,
  major: 2 | 3,
  command: readonly string[],
): Promise<FaultResult> {
  const around = await fault.surroundings?.();
  const directory = writeStack(fault, major, around?.tokens);
  const workspace = dirname(directory);
  const over = new AbortController();
  const meanwhile = fault.meanwhile?.(directory, over.signal);
  try {
    const { stdout, stderr } = await gate(command, workspace, fault, major);
    const files = textsOf(directory);
    const expected = expectedOf(fault, major);
    const base = { fault, major, expected, files };
    try {
      const report = JSON.parse(stdout) as Report;
      const recording = existsSync(join(workspace, 'run.json'))
        ? (JSON.parse(readFileSync(join(workspace, 'run.json'), 'utf8')) as Recording)
        : undefined;
      return { ...base, ...judged(report, fault, expected, files), recording };
    } catch {
      return { ...base, right: false, rightLine: false, seconds: 0, trouble: `${stdout}${stderr}` };
    }
  } finally {
    over.abort();
    await meanwhile;
    await around?.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The files of a stack as they are judged; the agent's program is none of them. */
function textsOf(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('agent/') && !path.endsWith('.pem'));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

function expectedOf({ expect }: Fault | HealthyVariant, major: 2 | 3): Expected | 'healthy' {
  if (expect === 'healthy') return expect;
  return 'code' in expect ? expect : expect[major];
}

function imageOf(major: 2 | 3): string {
  const image = process.env[major === 2 ? 'PROMETHEUS_V2_IMAGE' : 'PROMETHEUS_IMAGE'];
  if (image === undefined) throw new Error('no images: run this under scripts/with-docker.sh');
  return image;
}

function judged(
  { findings, stages, verdict }: Report,
  scenario: Fault | HealthyVariant,
  expected: Expected | 'healthy',
  files: Readonly<Record<string, string>>,
): Pick<FaultResult, 'found' | 'right' | 'rightLine' | 'seconds'> {
  const allowed = 'allowed' in scenario ? (scenario.allowed ?? []) : [];
  const [found] = findings.filter(({ severity, code }) => severity !== 'notice' && !allowed.includes(code));
  const seconds =
    stages.filter(({ name }) => name !== 'down').reduce((sum, stage) => sum + (stage.duration_ms ?? 0), 0) / 1000;
  if (expected === 'healthy') {
    const right = found === undefined && verdict === 'pass';
    return { found, right, rightLine: right, seconds };
  }
  const right =
    verdict === 'fail' &&
    found?.code === expected.code &&
    found.cause === expected.cause &&
    found.message.includes(expected.says ?? '');
  const at = found?.location;
  const line = files[expected.file]?.split('\n')[(at?.start.line ?? 0) - 1];
  const rightLine = at?.file === join('stack', expected.file) && line?.includes(expected.line) === true;
  return { found, right, rightLine, seconds };
}

async function gate(
  command: readonly string[],
  cwd: string,
  { flags = [], environment }: Fault | HealthyVariant,
  major: 2 | 3,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const [program = '', ...args] = command;
  const usual = ['gate', 'stack', '--format', 'json', '--record', 'run.json', '--timeout', '90s'];
  const child = spawn(program, [...args, ...usual, ...flags], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', PROMETHEUS_IMAGE: imageOf(major), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [child.stdout, child.stderr].map(textOf);
  await new Promise((done) => child.once('close', done));
  return { stdout: (await stdout) ?? '', stderr: (await stderr) ?? '' };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** The command line as it is built, or from the sources. */
export function commandLine(fromSources: boolean): readonly string[] {
  return fromSources
    ? [resolve('node_modules/.bin/tsx'), resolve('src/entry/cli.ts')]
    : [process.execPath, resolve('dist/cli/index.js')];
}
