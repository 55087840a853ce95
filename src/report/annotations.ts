import { SEVERITIES, type Finding, type Severity } from '../model/finding.js';
import { fixLines } from './fix-lines.js';
import { oneLine } from '../model/harmless.js';

/** GitHub cuts a message there. */
const LONGEST = 4096;

/** What a step annotates, and how many findings of each severity had to stay out. */
export interface AnnotationSelection {
  readonly shown: readonly Finding[];
  readonly cut: Readonly<Record<Severity, number>>;
}

/**
 * The findings that a step may annotate: GitHub shows 10 of each severity a step and drops the rest in silence, so the last
 * place says how many there are more. Source: the runner's `_maxCountPerIssueType`.
 */
export function selectAnnotations(findings: readonly Finding[], limit = 10): AnnotationSelection {
  const cut: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const shown = SEVERITIES.flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    if (all.length <= limit) return all;
    cut[severity] = all.length - (limit - 1);
    return [...all.slice(0, limit - 1), more(severity, cut[severity])];
  });
  return { shown, cut };
}

function more(severity: Severity, count: number): Finding {
  const message = `${String(count)} more ${severity}s are in the job summary and in report.json`;
  return { code: 'report/more', severity, stage: 'verify', message, related: [] };
}

/** A finding as the text of an annotation, which is read out of its context. */
export function annotationText(finding: Finding): string {
  const { message, cause } = finding;
  const todo = fixLines(finding).map(([label, text]) => `${label}: ${text}`);
  const parts = [oneLine(message), ...(cause ? [`cause: ${cause}`] : []), ...todo];
  const text = parts.join('\n');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Where GitHub shows an annotation, in the words of its toolkit. */
export interface AnnotationPlace {
  readonly title: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** The place of a finding. GitHub takes columns only for ranges within one line. */
export function annotationPlace({ code, location }: Finding): AnnotationPlace {
  if (!location) return { title: code };
  const { file, start, end } = location;
  const lines = { title: code, file, startLine: start.line, endLine: end.line };
  if (start.line !== end.line) return lines;
  return { ...lines, startColumn: start.column, endColumn: Math.max(end.column, start.column + 1) };
}
