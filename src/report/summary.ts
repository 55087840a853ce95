import { CAUSES, type Cause } from '../model/cause.js';
import { LOG_HEADING } from '../model/evidence.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { fixLines } from './fix-lines.js';
import { linesOf } from '../model/lines.js';
import { topology } from './diagrams.js';
import { evidenceMarkdown } from './evidence-markdown.js';
import { seconds } from './seconds.js';
import { MOST_ROWS, servicesSection, targetsSection } from './summary-tables.js';
import { timelineText } from './timeline-text.js';
import { code, escapeMarkdown, fenced, markdownTable } from './markdown.js';

/** GitHub drops a step's whole summary above 1 MiB; this stays below it. */
const LIMIT_BYTES = 1_000_000;
const SIGN: Readonly<Record<string, string>> = { pass: '✅', fail: '❌', error: '⚠️' };
const MARK: Readonly<Record<Severity, string>> = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ notice' };

/** The report as a job summary in GitHub's Markdown. Sections that would pass the limit are left out, and it says so. */
export function renderSummary(
  report: Report,
  {
    limitBytes = LIMIT_BYTES,
    sources = new Map(),
  }: { readonly limitBytes?: number; readonly sources?: ReadonlyMap<string, string> } = {},
): string {
  const sections = [
    headline(report),
    findings(report),
    evidenceMarkdown(report.findings, linesOf(sources)),
    suppressed(report),
    servicesSection(report),
    targetsSection(report),
    timeline(report),
    diagram('Topology', topology(report, prometheusOf(report))),
    logs(report),
  ].filter((section) => section !== '');
  return fit(sections, limitBytes);
}

function fit(sections: readonly string[], limitBytes: number): string {
  const note = '\n\n_The summary is cut at its size limit; report.json has all of it._\n';
  let text = '';
  for (const section of sections) {
    const next = text === '' ? section : `${text}\n\n${section}`;
    if (Buffer.byteLength(next) + Buffer.byteLength(note) > limitBytes) return text + note;
    text = next;
  }
  return `${text}\n`;
}

function headline(report: Report): string {
  const up = report.targets.filter(({ health }) => health === 'up').length;
  const proof =
    report.command === 'gate'
      ? `${String(up)} of ${String(report.targets.length)} expected targets are up.`
      : `${String(report.files.length)} files were checked.`;
  const [worst] = report.findings;
  const reason = report.error ?? (report.verdict === 'pass' ? undefined : worst?.message);
  return [
    `## ${SIGN[report.verdict] ?? ''} Scrapegate: ${report.verdict}, stack ${report.status}`,
    '',
    `${proof} The run took ${seconds(report.duration_ms)}.${reason === undefined ? '' : ` **${escapeMarkdown(reason)}**`}`,
  ].join('\n');
}

function findings({ findings: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all.slice(0, MOST_ROWS).map((finding) => [MARK[finding.severity], where(finding), what(finding)]);
  const more =
    all.length > MOST_ROWS ? `\n\n_${String(all.length - MOST_ROWS)} more findings are in report.json._` : '';
  return `### Findings\n\n${markdownTable(['', 'where', 'what, why and what to do'], rows)}${more}`;
}

function where({ location, code: name }: Finding): string {
  const place = location ? code(`${location.file}:${String(location.start.line)}`) : '';
  return `${place}<br><sub>${escapeMarkdown(name)}</sub>`;
}

function what(finding: Finding): string {
  const { message, cause, docs_url } = finding;
  const title = cause === undefined ? undefined : CAUSES[cause as Cause].title;
  const why = title === undefined || message.includes(title) ? '' : `<br>Cause: ${escapeMarkdown(title)}.`;
  const todo = fixLines(finding)
    .map(([label, text]) => `<br>→ ${label === 'help' ? '' : `${label}: `}${escapeMarkdown(text)}`)
    .join('');
  const page = docs_url === undefined ? '' : ` ([page](${docs_url}))`;
  return `**${escapeMarkdown(message)}**${why}${todo}${page}`;
}

function suppressed({ suppressed: all }: Report): string {
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_ROWS)
    .map(({ finding, kind, reason }) => [
      where(finding),
      escapeMarkdown(finding.message),
      `${escapeMarkdown(reason)}<br><sub>${kind}</sub>`,
    ]);
  const count = `${String(all.length)} suppressed finding${all.length === 1 ? '' : 's'}`;
  const table = markdownTable(['where', 'what', 'why it does not count'], rows);
  return `<details><summary>${count}</summary>\n\n${table}\n\n</details>`;
}

function timeline(report: Report): string {
  const lines = timelineText(report);
  return lines.length === 0 ? '' : `### Timeline\n\n${fenced(lines)}`;
}

function diagram(title: string, mermaid: string | undefined): string {
  return mermaid === undefined ? '' : `### ${title}\n\n${fenced(mermaid.split('\n'), 'mermaid')}`;
}

/** Of services whose log is not quoted as evidence already. */
function logs({ services: all, findings: found }: Report): string {
  const quoted = found.flatMap(({ subject, evidence }) => (evidence?.includes(LOG_HEADING) ? [subject?.service] : []));
  const parts = all.flatMap(({ name, logs_tail }) =>
    logs_tail && logs_tail.length > 0 && !quoted.includes(name)
      ? [`<details><summary>Last log lines of ${escapeMarkdown(name)}</summary>\n\n${fenced(logs_tail)}\n\n</details>`]
      : [],
  );
  return parts.join('\n\n');
}

/** The service that scrapes itself, or the one whose name says so: good enough for a picture. */
function prometheusOf({ services: all, targets: scraped }: Report): string | undefined {
  const itself = scraped.find(({ target }) => /^(?:localhost|127\.0\.0\.1)[:]/.test(target))?.service;
  return itself ?? all.find(({ name, image }) => /prometheus/.test(name) || /prometheus/.test(image))?.name;
}
