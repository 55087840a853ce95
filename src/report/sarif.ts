import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { CodeTable } from '../model/code-facts.js';
import { fingerprint } from '../model/fingerprint.js';
import { SEVERITIES, type Finding, type Fix, type Location, type Severity } from '../model/finding.js';
import { linesOf, type LineOf } from '../model/lines.js';
import { offsetsOf, placeEdit, type OffsetOf } from '../model/text-offsets.js';
import type { Report } from '../model/report.js';
import type { Suppressed } from '../model/suppression.js';
import { pathInRepository, type Checkout } from './checkout.js';
import { fixLines } from './fix-lines.js';
import { harmless, oneLine, wellFormed } from '../model/harmless.js';

/** What a SARIF file needs besides the report. */
export interface SarifOptions {
  readonly checkout: Checkout;
  readonly codes: CodeTable;
  /** GitHub keeps that many results of a run. */
  readonly mostResults?: number;
}

/** Places of one result that GitHub keeps. */
const MOST_RELATED = 100;
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

/** The findings as SARIF 2.1.0, in the form that GitHub's code scanning takes. */
export function renderSarif(
  report: Report,
  sources: ReadonlyMap<string, string>,
  { checkout, codes, mostResults = 5000 }: SarifOptions,
): string {
  const all: Entry[] = [
    ...[...report.findings].sort(bySeverity).map((finding) => ({ finding })),
    ...[...report.suppressed]
      .sort((a, b) => bySeverity(a.finding, b.finding))
      .map((by) => ({ finding: by.finding, by })),
  ];
  // Code scanning refuses a result without a place: what has none is put on the first file that was read.
  const fallback = report.files[0]?.path;
  const placed = all.filter(({ finding }) => (finding.location?.file ?? fallback) !== undefined);
  const shown = placed.slice(0, mostResults);
  const used = [...new Set(shown.map(({ finding }) => finding.code))];
  const writer = new ResultWriter(checkout, sources, used, fallback ?? '');
  const run = {
    tool: { driver: driver(report, shown, used, codes) },
    invocations: [invocation(report, placed.length - shown.length, fallback === undefined)],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'the top directory of the repository' } } },
    results: shown.map((entry) => writer.result(entry)),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
}

interface Entry {
  readonly finding: Finding;
  readonly by?: Suppressed;
}

/** Stable, so that root causes stay before what they cause. */
function bySeverity(a: Finding, b: Finding): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

function driver({ tool }: Report, shown: readonly Entry[], used: readonly string[], codes: CodeTable): object {
  const rules = used.map((code) => {
    const first = shown.find(({ finding }) => finding.code === code)?.finding;
    const page = first?.docs_url;
    const facts = codes.get(code);
    return {
      id: code,
      shortDescription: { text: facts?.summary ?? code },
      ...(page === undefined ? {} : { helpUri: page }),
      ...(facts?.remedy === undefined ? {} : { help: { text: facts.remedy } }),
      defaultConfiguration: { level: LEVELS[facts?.severity ?? first?.severity ?? 'error'] },
      properties: { tags: [code.replace(/\/.*$/, '')] },
    };
  });
  return { name: 'Scrapegate', semanticVersion: tool.version, rules };
}

/** Carries what is no result: why the gate could not judge, findings of a run that read no file, and how many were cut. */
function invocation(report: Report, cut: number, readNoFile: boolean): object {
  const notes = [
    ...(report.error === undefined ? [] : [{ level: 'error', text: report.error }]),
    ...report.findings
      .filter(({ location, message }) => readNoFile && location === undefined && message !== report.error)
      .map((finding) => ({ level: LEVELS[finding.severity], text: messageOf(finding) })),
    ...(cut === 0
      ? []
      : [
          {
            level: 'note',
            text: `${String(cut)} more results were cut, the least severe ones; the JSON report has them`,
          },
        ]),
  ];
  return {
    executionSuccessful: report.verdict !== 'error',
    startTimeUtc: report.started_at,
    endTimeUtc: new Date(Date.parse(report.started_at) + report.duration_ms).toISOString(),
    ...(notes.length === 0
      ? {}
      : {
          toolExecutionNotifications: notes.map(({ level, text }) => ({ level, message: { text: harmless(text) } })),
        }),
  };
}

function messageOf({ message, help }: Finding): string {
  const text = [oneLine(message), ...(help === undefined ? [] : [`help: ${oneLine(help)}`])].join('\n');
  return plainText(text);
}

/** A viewer makes a link of brackets and parentheses; what others wrote must not become one. */
function plainText(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}

/** Writes results, and numbers those that have the same fingerprint. */
class ResultWriter {
  readonly #seen = new Map<string, number>();
  readonly #offsets = new Map<string, OffsetOf>();
  readonly #lineOf: LineOf;

  constructor(
    private readonly checkout: Checkout,
    private readonly sources: ReadonlyMap<string, string>,
    private readonly codes: readonly string[],
    private readonly fallback: string,
  ) {
    this.#lineOf = linesOf(sources);
  }

  result({ finding, by }: Entry): object {
    const { code, severity, location, related } = finding;
    return {
      ruleId: code,
      ruleIndex: this.codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: messageOf(finding) },
      locations: [location ? this.#location(location) : this.#wholeFile(this.fallback)],
      ...(related.length > 0
        ? {
            relatedLocations: related.slice(0, MOST_RELATED).map((one, index) => ({
              id: index + 1,
              ...this.#location(one.location),
              message: { text: oneLine(one.message) },
            })),
          }
        : {}),
      partialFingerprints: { 'scrapegate/v1': this.#fingerprint(finding) },
      ...this.#fixes(finding.fix),
      ...(by === undefined ? {} : { suppressions: [this.#suppression(by)] }),
      ...properties(finding),
    };
  }

  /** A replacement is exact or of no use: a fix of which an edit does not fit the text at hand is left out. */
  #fixes(fix: Fix | undefined): { fixes?: object[] } {
    if (!fix?.edits.every((edit) => this.#fits(edit))) return {};
    const files = [...new Set(fix.edits.map(({ location }) => location.file))];
    const artifactChanges = files.map((file) => ({
      artifactLocation: this.#artifact(file),
      replacements: fix.edits
        .filter(({ location }) => location.file === file)
        .map(({ location: { start, end }, text }) => ({
          deletedRegion: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
          },
          insertedContent: { text },
        })),
    }));
    const [line] = fixLines({ fix });
    return { fixes: [{ description: { text: plainText(line?.[1] ?? '') }, artifactChanges }] };
  }

  #fits(edit: Fix['edits'][number]): boolean {
    const { file } = edit.location;
    const text = this.sources.get(file);
    if (text === undefined) return false;
    const offsetOf = this.#offsets.get(file) ?? offsetsOf(text);
    this.#offsets.set(file, offsetOf);
    return placeEdit(edit, text, offsetOf) !== undefined;
  }

  #suppression({ kind, reason, location }: Suppressed): object {
    return {
      kind: kind === 'inline' ? 'inSource' : 'external',
      status: 'accepted',
      justification: oneLine(reason),
      ...(location === undefined ? {} : { location: this.#location(location) }),
    };
  }

  #location({ file, start, end }: Location): object {
    // A range that takes its last line break with it ends on a line that may not be there.
    const whole = end.column === 1 && end.line > start.line;
    const lastLine = whole ? end.line - 1 : end.line;
    const lastColumn = whole ? Number.POSITIVE_INFINITY : end.column;
    const region = {
      startLine: start.line,
      startColumn: this.#within(file, start.line, start.column),
      endLine: lastLine,
      endColumn: this.#within(file, lastLine, lastColumn, end.column),
    };
    return { physicalLocation: { artifactLocation: this.#artifact(file), region } };
  }

  /** A column that the line has, as far as the text is at hand: in a text inside another one columns are approximate. */
  #within(file: string, line: number, column: number, otherwise = column): number {
    const text = this.#lineOf(file, line);
    return text === undefined ? otherwise : Math.min(column, text.length + 1);
  }

  #wholeFile(path: string): object {
    return { physicalLocation: { artifactLocation: this.#artifact(path), region: { startLine: 1 } } };
  }

  #artifact(path: string): object {
    const inside = pathInRepository(path, this.checkout);
    if (inside === undefined) return { uri: pathToFileURL(resolve(this.checkout.workingDirectory, path)).href };
    return { uri: inside.split('/').map(encodePart).join('/'), uriBaseId: '%SRCROOT%' };
  }

  #fingerprint(finding: Finding): string {
    const { location } = finding;
    const file = location ? (pathInRepository(location.file, this.checkout) ?? location.file) : '';
    const line = location && this.#lineOf(location.file, location.start.line);
    const print = fingerprint(finding, file, line);
    const count = (this.#seen.get(print) ?? 0) + 1;
    this.#seen.set(print, count);
    return `${print}:${String(count)}`;
  }
}

/** One part of a path in a relative reference; half a surrogate pair has no encoding at all. */
function encodePart(part: string): string {
  return encodeURIComponent(wellFormed(part));
}

function properties({ cause, help, evidence }: Finding): { properties?: object } {
  const bag = {
    ...(cause === undefined ? {} : { cause }),
    ...(help === undefined ? {} : { help: oneLine(help) }),
    ...(evidence === undefined ? {} : { evidence: evidence.map(harmless) }),
  };
  return Object.keys(bag).length === 0 ? {} : { properties: bag };
}
