import { SEVERITIES, type Finding, type Severity } from '../model/finding.js';
import type { Report, TargetReport } from '../model/report.js';
import type { Suppressed } from '../model/suppression.js';
import { escapeXml, escapeXmlAttribute } from './escape-xml.js';
import { oneLine } from '../model/harmless.js';

/** How findings become test results. */
export interface JunitOptions {
  /** Findings as bad as this one fail; what passes the gate must not fail a reader of test results. */
  readonly failsFrom: Severity;
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly seconds?: number | undefined;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** Why it did not pass, on one line. */
  readonly message?: string;
  readonly type?: string;
  readonly details?: string;
}

interface Suite {
  readonly name: string;
  readonly file?: string;
  readonly cases: readonly Case[];
}

/** The report as JUnit XML: a suite for each file that was read, one for what has no file, one for the expected targets. */
export function renderJunit(report: Report, options: JunitOptions): string {
  const suites = [...fileSuites(report, options), ...targetSuite(report)];
  const started = escapeXmlAttribute(report.started_at);
  const all = suites.flatMap(({ cases }) => cases);
  const head = `name="scrapegate" ${counts(all)} time="${seconds(report.duration_ms / 1000)}" timestamp="${started}"`;
  const body = suites.map(({ name, file, cases }) => {
    const attributes = [
      `name="${escapeXmlAttribute(name)}"`,
      ...(file === undefined ? [] : [`file="${escapeXmlAttribute(file)}"`]),
    ];
    const time = cases.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
    const open = `  <testsuite ${attributes.join(' ')} ${counts(cases)} time="${seconds(time)}" timestamp="${started}">`;
    return [open, ...cases.map(caseXml), '  </testsuite>'].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[`<testsuites ${head}>`, ...body, '</testsuites>'].join('\n')}\n`;
}

/** A file in which nothing was found is one case that passed, so that a reader sees that it was read. */
function fileSuites(report: Report, options: JunitOptions): Suite[] {
  const paths = [...new Set(report.files.map(({ path }) => path))];
  const known = new Set(paths);
  const casesOf = (isHere: (finding: Finding) => boolean): Case[] => [
    ...report.findings.filter(isHere).map((finding) => findingCase(finding, options)),
    ...report.suppressed.filter(({ finding }) => isHere(finding)).map(suppressedCase),
  ];
  const suites = paths.map((path) => {
    const cases = casesOf(({ location }) => location?.file === path);
    const clean: Case = { name: 'no findings', classname: path, file: path, outcome: 'passed' };
    return { name: path, file: path, cases: cases.length > 0 ? cases : [clean] };
  });
  const rest = casesOf(({ location, message }) => !known.has(location?.file ?? '') && message !== report.error);
  const failed: Case[] =
    report.error === undefined
      ? []
      : [{ name: report.command, classname: 'scrapegate', outcome: 'error', message: report.error }];
  return [...suites, ...(rest.length + failed.length > 0 ? [{ name: 'run', cases: [...failed, ...rest] }] : [])];
}

function findingCase(finding: Finding, { failsFrom }: JunitOptions): Case {
  const fails = SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failsFrom);
  return {
    ...placeOf(finding),
    outcome: fails ? 'failure' : 'passed',
    message: finding.message,
    type: finding.code,
    details: textOf(finding),
  };
}

function suppressedCase({ finding, kind, reason }: Suppressed): Case {
  return {
    ...placeOf(finding),
    outcome: 'skipped',
    message: `suppressed (${kind}): ${reason}`,
    details: textOf(finding),
  };
}

function placeOf({ code, message, location }: Finding): Pick<Case, 'name' | 'classname' | 'file' | 'line'> {
  const line = location?.start.line;
  const name = `${code}${line === undefined ? '' : ` line ${String(line)}`}: ${message}`;
  return { name, classname: location?.file ?? 'scrapegate', file: location?.file, line };
}

function targetSuite({ targets, suppressed }: Report): Suite[] {
  if (targets.length === 0) return [];
  return [{ name: 'expected targets', cases: targets.map((target) => targetCase(target, suppressed)) }];
}

function targetCase(target: TargetReport, suppressed: readonly Suppressed[]): Case {
  const { job, health, expected_from: from, last_error: error, first_up_after_ms: ms } = target;
  const by = suppressed.find(({ finding: { subject } }) => subject?.job === job && subject.target === target.target);
  const place = {
    name: `${job} ${target.target}`,
    classname: 'expected targets',
    file: from.file,
    line: from.line,
    seconds: ms === undefined ? undefined : ms / 1000,
  };
  if (health === 'up') return { ...place, outcome: 'passed' };
  if (health === 'external') return { ...place, outcome: 'skipped', message: 'outside of the stack, and not up' };
  if (health === 'dropped') return { ...place, outcome: 'skipped', message: droppedMessage(target) };
  const message = `target "${target.target}" of scrape job "${job}" is ${health}${error ? `: ${error}` : ''}`;
  if (by) return { ...place, outcome: 'skipped', message: `suppressed (${by.kind}): ${by.reason}`, details: message };
  return { ...place, outcome: 'failure', type: `target ${health}`, message, details: message };
}

function droppedMessage({ dropped_by: by }: TargetReport): string {
  return `dropped by relabelling${by ? `: ${by.file}:${String(by.line)}` : ''}`;
}

function counts(cases: readonly Case[]): string {
  const of = (wanted: Case['outcome']): string => String(cases.filter(({ outcome }) => outcome === wanted).length);
  return `tests="${String(cases.length)}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function caseXml(one: Case): string {
  const attributes = [
    `name="${escapeXmlAttribute(oneLine(one.name))}"`,
    `classname="${escapeXmlAttribute(one.classname)}"`,
    ...(one.file === undefined ? [] : [`file="${escapeXmlAttribute(one.file)}"`]),
    ...(one.line === undefined ? [] : [`line="${String(one.line)}"`]),
    `time="${seconds(one.seconds ?? 0)}"`,
  ];
  const inside = insideOf(one);
  const open = `    <testcase ${attributes.join(' ')}`;
  return inside === undefined ? `${open}/>` : `${open}>\n      ${inside}\n    </testcase>`;
}

function insideOf({ outcome, message = '', type, details }: Case): string | undefined {
  const text = details === undefined ? '' : escapeXml(details);
  if (outcome === 'passed') return details === undefined ? undefined : `<system-out>${text}</system-out>`;
  const kind = type === undefined || outcome === 'skipped' ? '' : ` type="${escapeXmlAttribute(type)}"`;
  const open = `<${outcome} message="${escapeXmlAttribute(oneLine(message))}"${kind}`;
  return text === '' ? `${open}/>` : `${open}>${text}</${outcome}>`;
}

function textOf({ severity, code, message, location, cause, help, evidence = [] }: Finding): string {
  const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}: ` : '';
  return [
    `${place}${severity}[${code}] ${message}`,
    ...(cause === undefined ? [] : [`cause: ${cause}`]),
    ...(help === undefined ? [] : [`help: ${help}`]),
    ...evidence,
  ].join('\n');
}

function seconds(value: number): string {
  return Math.max(0, value).toFixed(3);
}
