import { stripVTControlCharacters } from 'node:util';
import { columnsOf } from '../model/columns.js';
import type { Paint } from './paint.js';

/** Columns aligned by two spaces; cells may be painted. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const render = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  return [paint('dim', render(head)), ...rows.map(render)].map((line) => `${line}\n`).join('');
}

function width(cell: string): number {
  return columnsOf(stripVTControlCharacters(cell));
}
