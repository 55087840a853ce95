import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { DocumentKind } from '../../src/model/document.js';
import type { Finding } from '../../src/model/finding.js';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { loadAllSchemas } from '../../src/schema/compiled-schemas.js';
import { loadFile } from '../../src/stack/load-file.js';
import { judge } from '../../src/stages/check.js';
import { inParallel } from '../fakes/compose-oracle.js';
import { ask, type Answer as Verdict } from './run-singly.js';
import { oracles, type Program } from './oracles.js';
import { seeded, type Random } from './random.js';

/** A kind of file, how to make one up, and the program whose word counts. */
export interface Subject {
  readonly kind: DocumentKind;
  readonly generate: (random: Random) => string;
  readonly oracle: Oracle;
}

/** A program that takes many files at once and tells of each, or one file and tells by its exit code. */
export type Oracle =
  | { readonly program: Program; readonly args: (path: string) => string[] }
  | { readonly program: Program; readonly argsForMany: (paths: readonly string[]) => string[] };

/** An input that one of the two refuses and the other accepts. */
export interface Disagreement {
  readonly seed: number;
  readonly text: string;
  readonly ours: readonly string[];
  readonly theirs: string;
}

export interface Comparison {
  readonly count: number;
  readonly refused: number;
  /** How often the oracle gave which reason, for a look at what the generator makes. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly disagreements: readonly Disagreement[];
}

/** The version that the oracle is; what came later it cannot know. */
const DEBIAN = { major: 3, minor: 5 };
const BATCH = 40;

/** Judges `count` made-up files by us and by the oracle; the same seed gives the same files. */
export async function compare(subject: Subject, count: number, seed: number): Promise<Comparison> {
  await Promise.all([loadAllSchemas(), loadGoRegex()]);
  const directory = mkdtempSync(join(tmpdir(), 'scrapegate-differential-'));
  try {
    const inputs = Array.from({ length: count }, (_, index) => {
      const text = subject.generate(seeded(seed + index));
      const path = join(directory, `${String(seed + index)}.yml`);
      writeFileSync(path, text);
      return { seed: seed + index, path, text };
    });
    const verdicts = await theirVerdicts(
      subject.oracle,
      inputs.map(({ path }) => path),
    );
    const disagreements = inputs.flatMap(({ path, text, ...input }): Disagreement[] => {
      const ours = ourErrors(path, subject.kind).map(({ code, message }) => `${code}: ${message}`);
      const theirs = verdicts.get(basename(path));
      if (theirs === undefined) throw new Error(`${subject.oracle.program} said nothing about ${path}`);
      return ours.length > 0 === theirs.refused ? [] : [{ ...input, text, ours, theirs: theirs.said }];
    });
    const refused = [...verdicts.values()].filter((verdict) => verdict.refused).length;
    return { count, refused, reasons: reasonsOf(verdicts.values()), disagreements };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function reasonsOf(verdicts: Iterable<Verdict>): Map<string, number> {
  const reasons = new Map<string, number>();
  for (const { refused, said } of verdicts) {
    if (!refused) continue;
    const reason = said
      .replaceAll(/\/\S+/g, '')
      .split('\n')
      .slice(0, 3)
      .join(' ')
      .replaceAll(/["`'][^"`']*["`']|\d+/g, '_')
      .slice(0, 120);
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return reasons;
}

/** What we call an error in one file. */
export function ourErrors(path: string, kind: DocumentKind): Finding[] {
  const { documents, problems } = loadFile(path, kind, new NodeFiles(), (absolute) => absolute, DEBIAN);
  return [...problems, ...documents.flatMap(judge)].filter(({ severity }) => severity === 'error');
}

function theirVerdicts(oracle: Oracle, paths: readonly string[]): Promise<Map<string, Verdict>> {
  const program = oracles()[oracle.program];
  return 'args' in oracle ? oneByOne(program, oracle.args, paths) : inBatches(program, oracle.argsForMany, paths);
}

async function oneByOne(
  program: string,
  args: (path: string) => string[],
  paths: readonly string[],
): Promise<Map<string, Verdict>> {
  const answers = await inParallel(paths, async (path) => [basename(path), await ask(program, args(path))] as const);
  return new Map(answers);
}

/** A batch keeps the starts of a program few. */
async function inBatches(
  program: string,
  args: (paths: readonly string[]) => string[],
  paths: readonly string[],
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const { stdout, stderr } = await promisify(execFile)(program, args(batch), { maxBuffer: 1 << 26 }).catch(
      (error: unknown) => error as { stdout: string; stderr: string },
    );
    if (typeof stdout !== 'string') throw new Error(`${program} could not be run: run scripts/oracles.sh`);
    for (const [path, verdict] of verdictsIn(batch, `${stdout}\n${stderr}`, stdout))
      verdicts.set(basename(path), verdict);
  }
  return verdicts;
}

/** promtool and amtool print `Checking PATH` (or `'PATH'`) on stdout, then SUCCESS or FAILED of it, on whichever stream. */
function verdictsIn(paths: readonly string[], said: string, stdout: string): [string, Verdict][] {
  return paths.map((path) => {
    const start =
      stdout.indexOf(`Checking ${path}`) >= 0
        ? stdout.indexOf(`Checking ${path}`)
        : stdout.indexOf(`Checking '${path}'`);
    const next = stdout.indexOf('\nChecking ', start + 1);
    const own = stdout.slice(start, next < 0 ? undefined : next);
    const refused = start < 0 || !own.includes('SUCCESS') || own.includes('FAILED');
    const at = said.indexOf(`${path}: `, Math.max(0, said.indexOf('FAILED')));
    const line = at < 0 ? '' : (said.slice(at + path.length + 2, at + 500).split('FAILED')[0] ?? '');
    return [path, { refused, said: `${own.replace(/Checking \S+/, '').trim()} ${line}`.trim() }];
  });
}
