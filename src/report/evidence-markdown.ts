import { labelOf, splitEvidence } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { LineOf } from '../model/lines.js';
import { frame } from './frame.js';
import { escapeMarkdown, fenced } from './markdown.js';
import { painter } from './paint.js';
import { isShown } from './shown-lines.js';

/** More findings than this nobody unfolds; report.json has the evidence of all. */
const MOST = 20;

/** What was observed, a fold a finding: the configuration line, facts and log lines. The first one is open. */
export function evidenceMarkdown(findings: readonly Finding[], lineOf: LineOf): string {
  const parts = findings
    .filter(({ evidence }) => evidence !== undefined && evidence.length > 0)
    .slice(0, MOST)
    .map((finding, index) => fold(finding, lineOf, index === 0));
  return parts.length === 0 ? '' : `### What was seen\n\n${parts.join('\n\n')}`;
}

function fold(finding: Finding, lineOf: LineOf, open: boolean): string {
  const { facts, log } = splitEvidence(finding.evidence);
  const parts = [
    sourceLine(finding, lineOf),
    facts.map(item).join('\n'),
    log.length === 0 ? '' : `Last log lines:\n\n${fenced(log)}`,
  ].filter((part) => part !== '');
  const head = `<details${open ? ' open' : ''}><summary>${escapeMarkdown(finding.message)}</summary>`;
  return `${head}\n\n${parts.join('\n\n')}\n\n</details>`;
}

function item(fact: string): string {
  const [label, text] = labelOf(fact);
  const shown = text.split('\n').map(escapeMarkdown).join('<br>');
  return label === '' ? `- ${shown}` : `- **${escapeMarkdown(label)}**: ${shown}`;
}

function sourceLine({ code, location }: Finding, lineOf: LineOf): string {
  if (!location || !isShown(code)) return '';
  const lines = frame(location, lineOf, 'red', painter(false)).map((line) => line.slice(2));
  return lines.length === 0
    ? ''
    : `${escapeMarkdown(`${location.file}:${String(location.start.line)}`)}\n\n${fenced(lines)}`;
}
