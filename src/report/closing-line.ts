import { SEVERITIES } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { painter, type Paint } from './paint.js';

/** The verdict of a run in one line, with what was counted and how to see what was only counted. */
export function closingLine(report: Report, paint: Paint = painter(false), noticesHidden = false): string {
  const counted = SEVERITIES.map(
    (severity) => [report.findings.filter((finding) => finding.severity === severity).length, severity] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, severity]) => {
      const hint = severity === 'notice' && noticesHidden ? ' (see --notices)' : '';
      return `${String(count)} ${severity}${count === 1 ? '' : 's'}${hint}`;
    });
  const findings = [
    counted.length > 0 ? counted.join(', ') : 'no findings',
    ...(report.suppressed.length > 0 ? [`${String(report.suppressed.length)} suppressed`] : []),
  ].join(', ');
  const up = report.targets.filter(({ health }) => health === 'up').length;
  const proved = report.command === 'gate' ? `, ${String(up)} of ${String(report.targets.length)} targets up` : '';
  const files = `${String(report.files.length)} file${report.files.length === 1 ? '' : 's'}`;
  const verdict = paint(report.verdict === 'pass' ? 'green' : 'red', paint('bold', report.verdict.toUpperCase()));
  const seconds = (report.duration_ms / 1000).toFixed(1);
  return `${verdict} ${report.status}: ${findings} in ${files}${proved}, ${seconds} s`;
}
