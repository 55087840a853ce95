import { labelOf, splitEvidence } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { LineOf } from '../model/lines.js';
import { escapeHtml } from './escape-html.js';
import { frame } from './frame.js';
import { painter } from './paint.js';
import { isShown } from './shown-lines.js';

/** What was observed, and the last log lines; errors show it at once. */
export function evidenceHtml(finding: Finding): string {
  const { facts, log } = splitEvidence(finding.evidence);
  const list = facts.length === 0 ? '' : `<table class="facts">${facts.map(factRow).join('')}</table>`;
  const lines = log.length === 0 ? '' : `<p class="meta">last log lines</p><pre>${escapeHtml(log.join('\n'))}</pre>`;
  const open = finding.severity === 'error' ? ' open' : '';
  const seen = list + lines;
  return seen === '' ? '' : `<details${open}><summary>Evidence</summary>${seen}</details>`;
}

function factRow(fact: string): string {
  const [label, text] = labelOf(fact);
  const shown = `<code>${escapeHtml(text).replaceAll('\n', '<br>')}</code>`;
  return label === ''
    ? `<tr><td colspan="2">${shown}</td></tr>`
    : `<tr><th>${escapeHtml(label)}</th><td>${shown}</td></tr>`;
}

/** The line of the configuration that has to change. */
export function sourceLineHtml({ code, location }: Finding, lineOf: LineOf): string {
  if (!location || !isShown(code)) return '';
  const lines = frame(location, lineOf, 'red', painter(false)).map((line) => line.slice(2));
  return lines.length === 0 ? '' : `<pre class="frame">${escapeHtml(lines.join('\n'))}</pre>`;
}
