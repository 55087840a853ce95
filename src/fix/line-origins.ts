import { applyEdits, type PlacedEdit } from './edit-list.js';

/** The lines of a text with their ends; the last one has none when the text ends without. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** For each line of the text that edits make, the index of the old line that it is, or -1 for a new one. */
export function lineOrigins(before: string, edits: readonly PlacedEdit[]): readonly number[] {
  const lines = splitLines(before);
  const origins: number[] = [];
  let next = 0;
  const copyTo = (end: number): void => {
    while (next < end) origins.push(next++);
  };
  for (const { first, last, start, end, inside } of blocksOf(lines, edits)) {
    copyTo(first);
    const old = lines.slice(first, last + 1);
    const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const fresh = splitLines(applyEdits(before.slice(start, end), shifted));
    const { head, tail } = commonEnds(old, fresh);
    copyTo(first + head);
    for (let count = fresh.length - head - tail; count > 0; count--) origins.push(-1);
    next = first + old.length - tail;
    copyTo(first + old.length);
  }
  copyTo(lines.length);
  return origins;
}

/** Where the lines come from that a second change made of what a first one had made. */
export function composeOrigins(first: readonly number[], second: readonly number[]): readonly number[] {
  return second.map((line) => (line < 0 ? -1 : (first[line] ?? -1)));
}

/** How many lines two lists have in common at their start and, of the rest, at their end. */
export function commonEnds(a: readonly string[], b: readonly string[]): { head: number; tail: number } {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Whole lines that edits touch. */
interface Block {
  readonly first: number;
  last: number;
  readonly start: number;
  end: number;
  readonly inside: PlacedEdit[];
}

function blocksOf(lines: readonly string[], edits: readonly PlacedEdit[]): Block[] {
  const blocks: Block[] = [];
  let line = 0;
  let start = 0;
  const endOf = (): number => start + (lines[line]?.length ?? 0);
  // Behind the last line break there is a line too: something may be added there.
  const goTo = (offset: number): void => {
    while (endOf() <= offset && lines[line]?.endsWith('\n')) {
      start = endOf();
      line++;
    }
  };
  for (const edit of edits) {
    goTo(edit.start);
    const open = blocks.at(-1);
    const block = open && line <= open.last ? open : { first: line, last: line, start, end: 0, inside: [] };
    if (block !== open) blocks.push(block);
    goTo(edit.end);
    block.last = line;
    block.end = endOf();
    block.inside.push(edit);
  }
  return blocks;
}
