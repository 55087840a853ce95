import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SourceFile } from '../../src/model/source.js';
import { child, type ScalarNode } from '../../src/model/yaml-node.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { rangeInScalar, sourceOffset } from '../../src/yaml/scalar-offsets.js';

/** The scalar at key `v` of a document, undefined when the text is no YAML. */
function scalarIn(source: string): ScalarNode | undefined {
  const { roots, problems } = parseYaml(new SourceFile('f.yml', 'rules', source), 'v3');
  const node = child(roots[0], 'v');
  return problems.length === 0 && node?.kind === 'scalar' ? node : undefined;
}

/** What is written in the file for the first occurrence of `part` in the decoded text. */
function writtenFor(source: string, part: string): string {
  const node = scalarIn(source);
  const start = node?.text.indexOf(part) ?? -1;
  if (!node || start < 0) throw new Error(`${JSON.stringify(node?.text)} has no ${JSON.stringify(part)}`);
  const range = rangeInScalar(node, start, start + part.length);
  return source.slice(range.start, range.end);
}

describe('a part of a decoded text is found where it is written', () => {
  test.each([
    ['plain', 'v: sum(rate(x[5m]))\n', 'rate', 'rate'],
    ['plain over lines', 'v: sum\n   by (job)\n   (up)\n', 'by (job)', 'by (job)'],
    ['plain, across a fold', 'v: sum  \n   by\n', 'm b', 'm  \n   b'],
    ['plain, after an empty line', 'v: a\n\n   bad\n', '\nbad', '\n\n   bad'],
    ['single quoted', "v: 'up{a=''b''} + x'\n", '+ x', '+ x'],
    ['single quoted, the quote', "v: 'a ''b'' c'\n", "'b'", "''b''"],
    ['single quoted over lines', "v: 'a\n  b\n\n  c'\n", 'c', 'c'],
    ['double quoted', 'v: "up{a=\\"b\\"} + x"\n', '+ x', '+ x'],
    ['double quoted, the escape', 'v: "up{a=\\"b\\"} + x"\n', '"b"', '\\"b\\"'],
    ['double quoted, hexadecimal', 'v: "\\x41\\u0042\\U00000043 d"\n', 'BC', '\\u0042\\U00000043'],
    ['double quoted, a pair of surrogates in one escape', 'v: "\\U0001F600 d"\n', '\u{1F600}', '\\U0001F600'],
    ['double quoted, a pair of surrogates as JSON has it', '{"v": "\\ud83d\\ude00 d"}', 'd', 'd'],
    ['double quoted, a joined line', 'v: "ab\\\n    cd"\n', 'cd', 'cd'],
    ['double quoted, JSON', '{"v": "a\\n\\tb\\/c"}', 'b/c', 'b\\/c'],
    ['literal', 'v: |\n  sum(\n    up\n  )\n', 'up', 'up'],
    ['literal, first line', 'v: |\n    sum(\n      up\n', 'sum', 'sum'],
    ['literal with a line break', 'v: |\n  a\n  b\n', 'a\nb', 'a\n  b'],
    ['literal with an indentation indicator', 'v: |2\n    a\n  b\n', '  a', '  a'],
    ['literal with a comment in its header', 'v: |- # | > this\n  a\n  b\n', 'b', 'b'],
    ['literal with chomping', 'v: |+\n  a\n\n\nw: 1\n', 'a\n\n\n', 'a\n\n\n'],
    ['literal after a tag and an anchor', 'v: !!str &x |\n  a\n  b\n', 'b', 'b'],
    ['literal with CRLF', 'v: |\r\n  a\r\n  b\r\n', 'b', 'b'],
    ['literal that starts with empty lines', 'v: |\n\n  \n  a\n', 'a', 'a'],
    ['folded', 'v: >\n  sum(\n  up)\n', 'sum( up)', 'sum(\n  up)'],
    ['folded with an empty line', 'v: >-\n  a\n\n  b\n', 'b', 'b'],
    ['folded with deeper lines', 'v: >-\n  a\n    b\n\n    c\n  d\n', 'c\nd', 'c\n  d'],
    ['folded, kept end', 'v: >+\n  a\n\n', 'a\n', 'a\n'],
  ])('%s', (_, source, part, expected) => {
    expect(writtenFor(source, part)).toBe(expected);
  });
});

describe('the ends', () => {
  test('the end of the text is the end of the last character', () => {
    const node = scalarIn('v: "a\\n"\n');
    expect(node && sourceOffset(node, 2)).toBe(7);
  });

  test('an empty part is a place', () => {
    const node = scalarIn("v: 'a''b'\n");
    expect(node && rangeInScalar(node, 2, 2)).toMatchObject({ start: 7, end: 7 });
  });

  test('an empty scalar is the place between its quotes', () => {
    const node = scalarIn('v: ""\n');
    expect(node && rangeInScalar(node, 0, 0)).toMatchObject({ start: 4, end: 4 });
  });

  test('beyond the end is the end', () => {
    const node = scalarIn('v: abc\n');
    expect(node && rangeInScalar(node, 2, 9)).toMatchObject({ start: 5, end: 6 });
  });

  test('a text that is not what the file says is the whole scalar', () => {
    const node = scalarIn('v: ${IMAGE}\n');
    if (!node) throw new Error('no scalar');
    const filled: ScalarNode = { ...node, text: 'redis:7' };
    expect(rangeInScalar(filled, 2, 3)).toMatchObject({ start: node.at.start, end: node.at.end });
    expect(sourceOffset(filled, 3)).toBe(node.at.start);
  });
});

/** Sources of every style out of the same alphabet; what is no YAML is passed over. */
const wrap: Readonly<Record<string, (body: string) => string>> = {
  plain: (body) => `v: p${body.replaceAll('\n', '\n  ')}\n`,
  'single quoted': (body) => `v: '${body.replaceAll("'", "''").replaceAll('\n', '\n  ')}'\nw: 1\n`,
  'double quoted': (body) => `v: "${body.replaceAll('"', '\\"').replaceAll('\n', '\n  ')}"\nw: 1\n`,
  literal: (body) => `v: |\n  p${body.replaceAll('\n', '\n  ')}\nw: 1\n`,
  'literal, kept': (body) => `v: |2+ # x\n  ${body.replaceAll('\n', '\n  ')}\nw: 1\n`,
  folded: (body) => `v: >\n   p${body.replaceAll('\n', '\n   ')}\nw: 1\n`,
  'folded, stripped': (body) => `v: >1-\n ${body.replaceAll('\n', '\n ')}\nw: 1\n`,
};
const bodies = fc
  .array(
    fc.constantFrom('a', 'b', 'c', ' ', '  ', '\t', '\n', '\n\n', "'", '"', '\\n', '\\\\', '\\u0041', ':', '{', 'é'),
  )
  .map((parts) => parts.join(''));

describe('for any text', () => {
  test.each(Object.entries(wrap))('%s: each character is where its text is', (style, around) => {
    let judged = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        const source = around(body);
        const node = scalarIn(source);
        if (!node) return;
        judged++;
        let last = 0;
        for (const [index, character] of Array.from(node.text).entries()) {
          const { start, end } = rangeInScalar(node, index, index + 1);
          const written = source.slice(start, end);
          // A fallback to the whole scalar cannot pass: no character is written as all of it.
          if (/\S/.test(character)) expect(allowed(style, character)).toContain(written);
          else expect(written).toMatch(/^(?:\\n|\s*)$/);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
        }
      }),
      { numRuns: 400 },
    );
    expect(judged).toBeGreaterThan(100);
  });

  test('JSON: every string is read back from its places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(20), fc.nat(20), (text, a, b) => {
        const source = JSON.stringify({ v: text });
        const node = scalarIn(source);
        if (!node) return;
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const part = text.slice(start, end);
        // Half of a character that needs two code units has no text of its own.
        if (/\p{Surrogate}/u.test(part)) return;
        const range = rangeInScalar(node, start, end);
        expect(JSON.parse(`"${source.slice(range.start, range.end)}"`)).toBe(part);
      }),
    );
  });
});

/** How a character may be written in a style. */
function allowed(style: string, character: string): string[] {
  if (style === 'single quoted' && character === "'") return ["''"];
  if (style !== 'double quoted') return [character];
  if (character === 'A') return ['\\u0041'];
  return character === '"' || character === '\\' ? [`\\${character}`] : [character];
}
