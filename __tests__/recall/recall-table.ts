import { KNOWN_CODES } from '../../src/known-codes.js';
import type { Family } from './fault.js';
import type { Outcome } from './recall.js';

/** Faults for which no rule is written yet: none of their codes is known. */
export function isAwaited({ fault }: Pick<Outcome, 'fault'>): boolean {
  return !fault.codes.some((code) => KNOWN_CODES.has(code));
}

const FAMILIES: Readonly<Record<Family, string>> = {
  connectivity: 'connectivity',
  files: 'files and mounts',
  startup: 'start order and health',
  sense: 'sense of scrapes and alerts',
  security: 'security',
};

/** The table of `docs/agreement.md`. */
export function recallTable(outcomes: readonly Outcome[]): string {
  const rows = Object.entries(FAMILIES).map(([family, title]) =>
    row(
      title,
      outcomes.filter(({ fault }) => fault.family === family),
    ),
  );
  const head = ['family', 'kinds of fault', 'injected', 'found', 'found on its line', 'recall'];
  const cells = [head, ...rows, row('all', outcomes)];
  // As the formatter of the repository would write it.
  const widths = head.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const line = (texts: readonly string[], fill = ' '): string =>
    `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...cells.slice(1).map((texts) => line(texts))].join('');
}

function row(title: string, outcomes: readonly Outcome[]): string[] {
  const kinds = new Set(outcomes.map(({ fault }) => fault.name)).size;
  const found = outcomes.filter((one) => one.found).length;
  const positioned = outcomes.filter((one) => one.positioned).length;
  const percent = outcomes.length === 0 ? '-' : `${((100 * positioned) / outcomes.length).toFixed(1)} %`;
  return [title, String(kinds), String(outcomes.length), String(found), String(positioned), percent];
}

/** One fault that was not found, or not on its line, with what was found in its place. */
export function describeMiss({ stack, fault, found, places, news }: Outcome): string {
  const head = `${stack}: ${fault.family} / ${fault.name}: ${found ? 'found elsewhere' : 'not found'}, expected ${fault.codes.join(' or ')} at ${places.join(' or ')}`;
  return [head, ...news.map((one) => `    ${one}`)].join('\n');
}
