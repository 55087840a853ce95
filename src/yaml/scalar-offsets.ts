import type { SourceRange } from '../model/source.js';
import type { ScalarNode } from '../model/yaml-node.js';

/** The half-open stretch of source that one code unit of a decoded text was written as. */
type Stretch = readonly [start: number, end: number];

/** A text as it is decoded, with the stretch of each code unit. */
class Trace {
  text = '';
  readonly stretches: Stretch[] = [];

  constructor(readonly source: string) {}

  /** Adds source text that stands for itself. */
  copy(start: number, end: number): void {
    this.text += this.source.slice(start, end);
    for (let at = start; at < end; at++) this.stretches.push([at, at + 1]);
  }

  /** Adds text that is written otherwise, all of it as one stretch. */
  write(text: string, stretch: Stretch): void {
    this.text += text;
    for (let count = 0; count < text.length; count++) this.stretches.push(stretch);
  }
}

const traces = new WeakMap<ScalarNode, Trace>();

/**
 * Where a part of a scalar's decoded text is written: escapes, folded line breaks and indentation are taken into account.
 * An empty part is the place before the character at `start`. A text that is not what the file says (an interpolated
 * value) has no places of its own: then it is the whole scalar.
 */
export function rangeInScalar(node: ScalarNode, start: number, end: number): SourceRange {
  const { stretches } = tracedOnce(node);
  if (stretches.length !== node.text.length) return node.at;
  const first = sourceOffset(node, start);
  const last = end > start ? stretches[Math.min(end, stretches.length) - 1]?.[1] : undefined;
  return { file: node.at.file, start: first, end: Math.max(first, last ?? first) };
}

/** The offset in the file at which the character at `offset` of a scalar's decoded text is written; its end for the end. */
export function sourceOffset(node: ScalarNode, offset: number): number {
  const { stretches } = tracedOnce(node);
  if (stretches.length !== node.text.length) return node.at.start;
  const at = stretches[Math.max(0, offset)];
  return at ? at[0] : (stretches.at(-1)?.[1] ?? contentRange(node)[0]);
}

function tracedOnce(node: ScalarNode): Trace {
  let trace = traces.get(node);
  if (!trace) {
    trace = traceOf(node);
    // The guard for texts that no longer are what the file says.
    if (trace.text !== node.text) trace = new Trace(trace.source);
    traces.set(node, trace);
  }
  return trace;
}

function traceOf(node: ScalarNode): Trace {
  const trace = new Trace(node.at.file.text);
  const [start, end] = contentRange(node);
  if (node.style === 'block') traceBlock(trace, node, start, end);
  else if (node.style === 'plain') traceFlow(trace, start, end, 'plain');
  else traceFlow(trace, start, end, trace.source[node.at.start] === "'" ? 'single' : 'double');
  return trace;
}

/** The range between the quotes, or the whole of what has none. */
function contentRange({ style, at }: ScalarNode): Stretch {
  return style === 'quoted' ? [at.start + 1, at.end - 1] : [at.start, at.end];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const BLANKS = /[ \t\r\n]*/y;
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Plain and quoted scalars: line breaks fold with the blanks around them, quotes have their escapes. */
function traceFlow(trace: Trace, start: number, end: number, style: 'plain' | 'single' | 'double'): void {
  const { source } = trace;
  for (let at = start; at < end;) {
    const character = source[at] ?? '';
    const fold = foldAt(source, at, end);
    if (style === 'single' && character === "'") {
      trace.write("'", [at, at + 2]);
      at += 2;
    } else if (style === 'double' && character === '\\') at = traceEscape(trace, at, end);
    else if (fold) {
      trace.write(fold.breaks === 1 ? ' ' : '\n'.repeat(fold.breaks - 1), [at, fold.end]);
      at = fold.end;
    } else trace.copy(at, ++at);
  }
}

/** One backslash and what it stands for; the offset after it. */
function traceEscape(trace: Trace, at: number, end: number): number {
  const { source } = trace;
  const letter = source[at + 1] ?? '';
  const continued = letter === '\n' || letter === '\r' ? foldAt(source, at + 1, end) : undefined;
  if (continued) return continued.end;
  const digits = HEX_DIGITS[letter];
  const next = at + 2 + (digits ?? 0);
  trace.write(digits === undefined ? (ESCAPES[letter] ?? '') : character(source.slice(at + 2, next)), [at, next]);
  return next;
}

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Blanks, one or more line breaks and the next line's indentation, when that is what stands at `at`. */
function foldAt(source: string, at: number, end: number): { end: number; breaks: number } | undefined {
  if (!' \t\r\n'.includes(source[at] ?? 'x')) return undefined;
  BLANKS.lastIndex = at;
  const stretch = (BLANKS.exec(source)?.[0] ?? '').slice(0, end - at);
  const breaks = stretch.match(/\r\n?|\n/g)?.length ?? 0;
  return breaks === 0 ? undefined : { end: at + stretch.length, breaks };
}

/** Literal and folded blocks; the header on the line before says which. */
function traceBlock(trace: Trace, node: ScalarNode, start: number, end: number): void {
  const { folded, chomping } = headerBefore(trace.source, start);
  const lines = linesOf(trace.source, start, end);
  const indent = indentOf(lines, node.text, trace.source);
  let started = false;
  let deeper = false;
  // Line breaks that are read and not yet written.
  let breaks: Stretch[] = [];
  const writeBreaks = (count: number): void => {
    for (let index = 0; index < count; index++)
      trace.write('\n', breaks[Math.min(index, breaks.length - 1)] ?? [end, end]);
  };
  for (const [from, to, next] of lines) {
    if (isBlank(trace.source, from, to, indent)) {
      breaks.push([to, next]);
      continue;
    }
    const empty = breaks.length - (started ? 1 : 0);
    const wasDeeper: boolean = deeper;
    deeper = ' \t'.includes(trace.source[from + indent] ?? 'x');
    if (!folded || deeper || wasDeeper) writeBreaks(breaks.length);
    else if (empty > 0) writeBreaks(empty);
    else if (started) trace.write(' ', breaks[0] ?? [from, from]);
    trace.copy(from + indent, to);
    started = true;
    breaks = [[to, next]];
  }
  if (chomping === '+') writeBreaks(breaks.length);
  else if (chomping !== '-' && started) writeBreaks(1);
}

/** `|` or `>` with its indicators, on the line that ends where the block begins. */
function headerBefore(source: string, start: number): { folded: boolean; chomping: string } {
  const before = source.slice(0, start).replace(/\r\n?$|\n$/, '');
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const match = /(?:^|\s)([|>])([1-9+-]{0,2})[ \t]*(?:[ \t]#.*)?$/.exec(line);
  return { folded: match?.[1] === '>', chomping: /[+-]/.exec(match?.[2] ?? '')?.[0] ?? '' };
}

const LINE_BREAK = /\r\n?|\n/g;

/** Each line's start, the end of its text and the start of the next. */
function linesOf(source: string, start: number, end: number): [from: number, to: number, next: number][] {
  const lines: [number, number, number][] = [];
  for (let from = start; from < end;) {
    LINE_BREAK.lastIndex = from;
    const found = LINE_BREAK.exec(source);
    const to = Math.min(found?.index ?? end, end);
    const next = Math.min(to + (found?.[0].length ?? 0), end);
    lines.push([from, to, next]);
    from = next;
  }
  return lines;
}

/** The indentation that was taken away: what the first line with anything in it lost. */
function indentOf(lines: readonly (readonly [number, number, number])[], text: string, source: string): number {
  const blanks = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
  const first = lines.map(([from, to]) => source.slice(from, to)).find((line) => /[^ ]/.test(line));
  const decoded = text.split('\n').find((line) => /[^ ]/.test(line));
  if (first !== undefined && decoded !== undefined) return blanks(first) - blanks(decoded);
  // Nothing but blanks: the longest line kept those that are beyond the indentation.
  const longest = Math.max(0, ...lines.map(([from, to]) => to - from));
  return longest - Math.max(0, ...text.split('\n').map(({ length }) => length));
}

/** A line with no more than indentation; tabs are content. */
function isBlank(source: string, from: number, to: number, indent: number): boolean {
  const line = source.slice(from, to);
  return line.length <= indent && /^ *$/.test(line);
}
