import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import { fingerprint } from '../model/fingerprint.js';
import type { LineOf } from '../model/lines.js';
import { docsUrl } from '../model/docs-url.js';
import { SUPPRESSION_CODES } from '../model/suppression-codes.js';
import type { Sifted, Suppressed } from '../model/suppression.js';
import { heldBack, neverSuppressed, type Evidence } from './held.js';

/** Findings that were there when a baseline was written; those that are alike are one entry with a count. */
export interface BaselineEntry {
  readonly code: string;
  /** Relative to the directory of the baseline, with slashes; empty when the finding has no place. */
  readonly file: string;
  readonly message: string;
  readonly fingerprint: string;
  /** How many there are; 1 when absent. */
  readonly count?: number;
}

/** A baseline and where it is. */
export interface Baseline {
  /** As the user wrote it. */
  readonly shown: string;
  readonly entries: readonly BaselineEntry[];
}

/** Where findings are looked up. */
export interface BaselinePlace {
  /** The baseline as the user wrote it, relative to the working directory. */
  readonly shown: string;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly lineOf: LineOf;
}

/** The baseline of the findings of a run: sorted, so that two of them can be compared. */
export function baselineOf(findings: readonly Finding[], place: BaselinePlace): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    if (neverSuppressed(finding.code) !== undefined) continue;
    const file = fileOf(finding, place);
    const print = printOf(finding, file, place);
    const { code, message } = finding;
    const count = (entries.get(print)?.count ?? (entries.has(print) ? 1 : 0)) + 1;
    entries.set(print, { code, file, message, fingerprint: print, ...(count > 1 ? { count } : {}) });
  }
  const key = ({ file, code, message, fingerprint: print }: BaselineEntry): string =>
    [file, code, message, print].join('\n');
  const sorted = [...entries.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return { shown: place.shown, entries: sorted };
}

/** The text of a baseline's file. */
export function renderBaseline({ entries }: Baseline): string {
  return `${JSON.stringify({ tool: 'scrapegate', schema_version: 1, findings: entries }, undefined, 2)}\n`;
}

/** Takes the findings out that a baseline lists, as many of each as it lists, and says how many of it are gone. Pure. */
export function applyBaseline(
  findings: readonly Finding[],
  { shown, entries }: Baseline,
  place: BaselinePlace,
  evidence: Evidence,
): Sifted {
  const left = new Map<string, number>();
  for (const entry of entries) left.set(entry.fingerprint, (left.get(entry.fingerprint) ?? 0) + (entry.count ?? 1));
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  for (const finding of findings) {
    const print = printOf(finding, fileOf(finding, place), place);
    const count = left.get(print) ?? 0;
    if (count > 0) left.set(print, count - 1);
    if (count === 0 || heldBack(finding, evidence) !== undefined) kept.push(finding);
    else suppressed.push({ finding, kind: 'baseline', reason: `listed in the baseline "${shown}"` });
  }
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { findings: gone > 0 && evidence.allRead ? [...kept, stale(shown, gone)] : kept, suppressed };
}

function stale(shown: string, gone: number): Finding {
  const many = gone === 1 ? '1 finding that is' : `${String(gone)} findings that are`;
  return {
    code: 'baseline/stale',
    severity: SUPPRESSION_CODES['baseline/stale'].severity,
    stage: 'check',
    message: `the baseline "${shown}" lists ${many} no longer there`,
    location: { file: shown, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    related: [],
    help: `refresh it with scrapegate check --baseline ${shown} --write-baseline`,
    docs_url: docsUrl('suppressing'),
  };
}

function fileOf({ location }: Finding, { shown, workingDirectory }: BaselinePlace): string {
  if (!location) return '';
  const directory = dirname(resolve(workingDirectory, shown));
  return relative(directory, resolve(workingDirectory, location.file)).split(sep).join('/');
}

function printOf(finding: Finding, file: string, { lineOf }: BaselinePlace): string {
  const { location } = finding;
  return fingerprint(finding, file, location && lineOf(location.file, location.start.line));
}

/** Reads the text of a baseline. Throws UsageError, one line, about the first thing that is wrong. */
export function parseBaseline(text: string, shown: string): Baseline {
  const refuse = (what: string): never => {
    throw new UsageError(
      `the baseline "${shown}" ${what}: write it anew with scrapegate check --baseline ${shown} --write-baseline`,
    );
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [why = ''] = (error as Error).message.split('\n');
    return refuse(`is no JSON (${why})`);
  }
  if (!isObject(value)) return refuse('is no JSON object');
  if (value['schema_version'] !== 1) return refuse(`has schema_version ${String(value['schema_version'])}, expected 1`);
  const findings = value['findings'];
  if (!Array.isArray(findings)) return refuse('has no list "findings"');
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  if (wrong >= 0)
    return refuse(
      `has an entry ${String(wrong + 1)} that is none, expected code, file, message, fingerprint and count`,
    );
  return { shown, entries: findings as BaselineEntry[] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isObject(value)) return false;
  const { code, file, message, fingerprint: print, count = 1 } = value;
  return (
    [code, file, message].every((one) => typeof one === 'string') &&
    typeof print === 'string' &&
    /^[0-9a-f]{32}$/.test(print) &&
    Number.isSafeInteger(count) &&
    (count as number) > 0
  );
}
