import { CAUSES, type Cause } from '../model/cause.js';
import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { linesOf, type LineOf } from '../model/lines.js';
import { evidenceHtml, sourceLineHtml } from './evidence-html.js';
import { fixLines } from './fix-lines.js';
import { escapeHtml } from './escape-html.js';
import { STYLE } from './html-style.js';
import { filesTable, servicesTable, suppressedTable, targetsTable } from './html-tables.js';
import { seconds } from './seconds.js';
import { timelineSvg } from './timeline-svg.js';

/** The report as one page that needs nothing else: no script, no font, no network. */
export function renderHtml(report: Report, sources: ReadonlyMap<string, string> = new Map()): string {
  const lineOf = linesOf(sources);
  const title = `Scrapegate: ${report.verdict}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body class="${report.verdict}">
<main>
${header(report)}
${section('Findings', report.findings.map((finding) => findingCard(finding, lineOf)).join('\n'))}
${section('Suppressed', suppressedTable(report))}
${section('Timeline', timelineSvg(report))}
${section('Targets', targetsTable(report))}
${section('Services', servicesTable(report))}
${section('Files', filesTable(report))}
</main>
<footer>scrapegate ${escapeHtml(report.tool.version)} · ${escapeHtml(report.started_at)}</footer>
</body>
</html>
`;
}

function section(title: string, content: string): string {
  return content === '' ? '' : `<section><h2>${title}</h2>\n${content}\n</section>`;
}

function header(report: Report): string {
  const up = report.targets.filter(({ health }) => health === 'up').length;
  const healthy = report.services.filter(({ state, health }) => state === 'running' && health !== 'unhealthy').length;
  const [worst] = report.findings;
  const reason = report.error ?? (report.verdict === 'pass' ? undefined : worst?.message);
  const facts = [
    [report.status, 'stack'],
    ...(report.command === 'gate' ? [[`${String(up)} / ${String(report.targets.length)}`, 'targets up']] : []),
    ...(report.services.length > 0
      ? [[`${String(healthy)} / ${String(report.services.length)}`, 'services running']]
      : []),
    [seconds(report.duration_ms), 'duration'],
  ];
  const tiles = facts.map(([value = '', label = '']) => `<div><dt>${label}</dt><dd>${escapeHtml(value)}</dd></div>`);
  return `<header>
<h1><span class="badge">${report.verdict}</span> ${reason === undefined ? 'Prometheus scrapes every expected target.' : escapeHtml(reason)}</h1>
<dl>${tiles.join('')}</dl>
</header>`;
}

function findingCard(finding: Finding, lineOf: LineOf): string {
  const { severity, code, message, cause, location, related, docs_url } = finding;
  const place = location ? `${location.file}:${String(location.start.line)}:${String(location.start.column)}` : '';
  const name = docs_url === undefined ? escapeHtml(code) : `<a href="${escapeHtml(docs_url)}">${escapeHtml(code)}</a>`;
  const others = related.map(
    (one) =>
      `<li><code>${escapeHtml(`${one.location.file}:${String(one.location.start.line)}`)}</code> ${escapeHtml(one.message)}</li>`,
  );
  return `<article class="${severity}">
<p class="meta"><strong>${severity}</strong> ${name} <code>${escapeHtml(place)}</code></p>
<h3>${escapeHtml(message)}</h3>
${sourceLineHtml(finding, lineOf)}
${why(message, cause)}
${fixLines(finding)
  .map(([label, text]) => `<p class="help">${label === 'help' ? '' : `${label}: `}${withCode(text)}</p>`)
  .join('')}
${others.length === 0 ? '' : `<ul>${others.join('')}</ul>`}
${evidenceHtml(finding)}
</article>`;
}

/** What stands between backticks is code. */
function withCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

/** The cause in words, unless the message says it already. */
function why(message: string, cause: string | undefined): string {
  const title = cause === undefined ? undefined : CAUSES[cause as Cause].title;
  return title === undefined || message.includes(title) ? '' : `<p>Cause: ${escapeHtml(title)}.</p>`;
}
