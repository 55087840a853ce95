import { commonEnds, splitLines } from './line-origins.js';

const CONTEXT = 3;

/** Lines `from` to `to` of the old text in place of which the new one has `newFrom` to `newTo`; ends are exclusive. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** One file's change in the form that `patch` and `git apply` read; empty when nothing changes. */
export function unifiedDiff(path: string, before: string, after: string, origins: readonly number[]): string {
  const old = splitLines(before);
  const fresh = splitLines(after);
  const hunks = together(changesOf(old, fresh, origins)).map((changes) => hunk(changes, old, fresh));
  return hunks.length === 0 ? '' : `--- ${name('a', path)}\n+++ ${name('b', path)}\n${hunks.join('')}`;
}

function changesOf(old: readonly string[], fresh: readonly string[], origins: readonly number[]): Change[] {
  const changes: Change[] = [];
  let from = 0;
  let newFrom = 0;
  for (let line = 0; line <= origins.length; line++) {
    const origin = line === origins.length ? old.length : (origins[line] ?? -1);
    if (origin < 0) continue;
    // What a later fix changed back is no change.
    const { head, tail } = commonEnds(old.slice(from, origin), fresh.slice(newFrom, line));
    const change = { from: from + head, to: origin - tail, newFrom: newFrom + head, newTo: line - tail };
    if (change.to > change.from || change.newTo > change.newFrom) changes.push(change);
    from = origin + 1;
    newFrom = line + 1;
  }
  return changes;
}

/** Changes whose lines around them meet are one hunk. */
function together(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && change.from - (last.at(-1)?.to ?? 0) <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunk(changes: readonly Change[], old: readonly string[], fresh: readonly string[]): string {
  const [first = { from: 0, newFrom: 0 }] = changes;
  const last = changes.at(-1) ?? { to: 0 };
  const from = Math.max(0, first.from - CONTEXT);
  const to = Math.min(old.length, last.to + CONTEXT);
  const newFrom = first.newFrom - (first.from - from);
  const lines: string[] = [];
  let at = from;
  for (const change of changes) {
    for (; at < change.from; at++) lines.push(mark(' ', old[at]));
    for (; at < change.to; at++) lines.push(mark('-', old[at]));
    for (const line of fresh.slice(change.newFrom, change.newTo)) lines.push(mark('+', line));
  }
  for (; at < to; at++) lines.push(mark(' ', old[at]));
  const grown = changes.reduce((sum, change) => sum + (change.newTo - change.newFrom) - (change.to - change.from), 0);
  return `@@ -${range(from, to - from)} +${range(newFrom, to - from + grown)} @@\n${lines.join('')}`;
}

/** An empty range is named by the line before it. */
function range(from: number, count: number): string {
  return `${String(count === 0 ? from : from + 1)},${String(count)}`;
}

function mark(sign: string, line = ''): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** A name with a space ends with a tab, and one that could end the line is quoted, as git does. */
function name(side: 'a' | 'b', path: string): string {
  const whole = `${side}/${path.replaceAll('\\', '/')}`;
  if (/[\u0000-\u001f\u007f"]/.test(whole)) return JSON.stringify(whole).replaceAll(/\\u00(..)/g, octal);
  return whole.includes(' ') ? `${whole}\t` : whole;
}

function octal(_: string, hex: string): string {
  return `\\${Number.parseInt(hex, 16).toString(8).padStart(3, '0')}`;
}
