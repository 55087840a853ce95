import type { Finding } from '../model/finding.js';
import { oneLine } from '../model/harmless.js';
import type { Report } from '../model/report.js';
import { annotationPlace, annotationText, selectAnnotations } from './annotations.js';
import { pathInRepository, type Checkout } from './checkout.js';
import { closingLine } from './closing-line.js';
import { painter } from './paint.js';
import { evidenceLines } from './text.js';

/** The findings as commands of a workflow's log, which GitHub shows on the lines they are about; the last line is the verdict. */
export function renderWorkflowCommands(report: Report, checkout: Checkout): string {
  const errors = report.error === undefined ? [] : [command('error', { title: 'scrapegate' }, report.error)];
  // Our own error takes one of the places that a step has.
  const findings = report.findings.filter(({ message }) => message !== report.error);
  const { shown } = selectAnnotations(findings, 10 - errors.length);
  const lines = [
    ...errors,
    ...shown.flatMap((finding) => [annotation(finding, checkout), ...evidence(finding)]),
    closingLine(report),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was observed, folded under its annotation. Each line is barred, so that none is a command. */
function evidence(finding: Finding): string[] {
  const lines = evidenceLines(finding, painter(false));
  if (lines.length === 0) return [];
  return [command('group', {}, `evidence: ${oneLine(finding.message)}`), ...lines, '::endgroup::'];
}

function annotation(finding: Finding, checkout: Checkout): string {
  const { title, file, startLine, endLine, startColumn, endColumn } = annotationPlace(finding);
  const properties = {
    file: file === undefined ? undefined : (pathInRepository(file, checkout) ?? file),
    line: startLine,
    endLine,
    col: startColumn,
    endColumn,
    title,
  };
  return command(finding.severity, properties, annotationText(finding));
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  text: string,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  const list = given.length > 0 ? ` ${given.join(',')}` : '';
  return `::${name}${list}::${escapeData(text)}`;
}

/** The runner undoes exactly these; a line break would end the command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Besides, a property ends at a comma and all of them at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
