import type { Finding, Severity } from '../model/finding.js';
import { LOG_HEADING, labelOf, splitEvidence } from '../model/evidence.js';
import { linesOf, type LineOf } from '../model/lines.js';
import type { Report } from '../model/report.js';
import { closingLine } from './closing-line.js';
import { fixLines } from './fix-lines.js';
import { frame } from './frame.js';
import { harmless, oneLine } from '../model/harmless.js';
import { painter, type Paint, type Style } from './paint.js';
import { table } from './table.js';
import { seconds } from './seconds.js';

/** How text is rendered. */
export interface TextOptions {
  readonly color: boolean;
  /** Shows notices too, as it has to be when they decide; otherwise they are only counted. */
  readonly notices?: boolean;
}

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', notice: 'cyan' };

/** Findings as a person reads them: what, where with the line and a caret, why, and what to do. */
export function renderFindings(
  findings: readonly Finding[],
  sources: ReadonlyMap<string, string>,
  { color }: TextOptions,
): string {
  const paint = painter(color);
  const lineOf = linesOf(sources);
  return findings.map((finding) => `${renderFinding(finding, lineOf, paint).join('\n')}\n`).join('\n');
}

function renderFinding(finding: Finding, lineOf: LineOf, paint: Paint): string[] {
  const style = STYLES[finding.severity];
  const { location } = finding;
  const lines = [
    `${paint(style, finding.severity)}${paint('dim', `[${finding.code}]`)} ${paint('bold', oneLine(finding.message))}`,
  ];
  if (location) {
    lines.push(`  ${paint('cyan', '-->')} ${place(location)}`);
    lines.push(...frame(location, lineOf, style, paint));
  }
  for (const related of finding.related) {
    lines.push(`  ${paint('cyan', '...')} ${place(related.location)}: ${oneLine(related.message)}`);
    lines.push(...frame(related.location, lineOf, 'cyan', paint));
  }
  if (finding.cause) lines.push(`  ${paint('bold', 'cause:')} ${finding.cause}`);
  for (const [label, text] of fixLines(finding)) lines.push(`  ${paint('bold', `${label}:`)} ${text}`);
  return [...lines, ...evidenceLines(finding, paint)];
}

/** Indented and barred: what others wrote cannot start a line. */
export function evidenceLines({ evidence }: Pick<Finding, 'evidence'>, paint: Paint): string[] {
  const { facts, log } = splitEvidence(evidence);
  const told = facts.map((fact) => {
    const [label, text] = labelOf(fact);
    return label === '' ? harmless(text) : `${paint('bold', `${harmless(label)}:`)} ${harmless(text)}`;
  });
  const heading = log.length > 0 ? [paint('bold', LOG_HEADING)] : [];
  return [...told, ...heading, ...log.map(harmless)]
    .flatMap((piece) => piece.split('\n'))
    .map((line) => `  ${paint('dim', '│')} ${line}`);
}

function place({ file, start }: NonNullable<Finding['location']>): string {
  return `${oneLine(file)}:${String(start.line)}:${String(start.column)}`;
}

/** More findings than this nobody reads in a terminal. */
const MOST_FINDINGS = 100;

/** A whole run: findings, services, targets, and the verdict in one line. */
export function renderGateText(report: Report, sources: ReadonlyMap<string, string>, options: TextOptions): string {
  const paint = painter(options.color);
  const worth = report.findings.filter(({ severity }) => options.notices === true || severity !== 'notice');
  const parts = [renderFindings(worth.slice(0, MOST_FINDINGS), sources, options)];
  if (worth.length > MOST_FINDINGS)
    parts.push(`${String(worth.length - MOST_FINDINGS)} more findings: see --format json\n`);
  if (report.services.length > 0) parts.push(servicesTable(report, paint));
  if (report.targets.length > 0) parts.push(targetsTable(report, paint));
  parts.push(`${closingLine(report, paint, options.notices !== true)}\n`);
  return parts.filter((part) => part !== '').join('\n');
}

function servicesTable({ services }: Report, paint: Paint): string {
  const rows = services.map(({ name, state, health, ready_after_ms, restarts, image }) => [
    oneLine(name),
    mark(state === 'running' && health !== 'none' ? health : state, paint),
    ready_after_ms === undefined ? '-' : seconds(ready_after_ms),
    restarts === 0 ? '-' : String(restarts),
    oneLine(image),
  ]);
  return table(['SERVICE', 'STATE', 'READY AFTER', 'RESTARTS', 'IMAGE'], rows, paint);
}

function targetsTable({ targets }: Report, paint: Paint): string {
  const rows = targets.map(({ job, target, health, first_up_after_ms, scrape_duration_ms, expected_from }) => [
    oneLine(job),
    oneLine(target),
    mark(health, paint),
    first_up_after_ms === undefined ? '-' : seconds(first_up_after_ms),
    scrape_duration_ms === undefined ? '-' : `${scrape_duration_ms.toFixed(1)} ms`,
    oneLine(`${expected_from.file}:${String(expected_from.line)}`),
  ]);
  return table(['JOB', 'TARGET', 'HEALTH', 'FIRST UP', 'SCRAPE', 'EXPECTED FROM'], rows, paint);
}

const GOOD = new Set(['up', 'healthy', 'running']);
const BAD = new Set(['down', 'missing', 'unhealthy', 'exited', 'dead', 'restarting']);

function mark(word: string, paint: Paint): string {
  return GOOD.has(word) ? paint('green', word) : paint(BAD.has(word) ? 'red' : 'yellow', word);
}
