import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SourceFile } from '../../src/model/source.js';
import { child, text, type YamlNode } from '../../src/model/yaml-node.js';
import { resolvePlain } from '../../src/yaml/go-scalar.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { toValue } from '../../src/yaml/to-value.js';

const file = (source: string): SourceFile => new SourceFile('f.yml', 'prometheus', source);
const parse = (source: string) => parseYaml(file(source), 'v2');
const rootOf = (source: string): YamlNode | undefined => parse(source).roots[0];
const written = (node: YamlNode | undefined): string =>
  node ? node.at.file.text.slice(node.at.start, node.at.end) : '';

describe('plain scalars read as Go reads them', () => {
  test.each([
    ['yes', true, 'yes'],
    ['off', false, 'off'],
    ['y', true, 'y'],
    ['true', true, true],
    ['TRUE', true, true],
    ['0777', 511, 511],
    ['0o777', 511, 511],
    ['0b11', 3, 3],
    ['0x1F', 31, 31],
    ['1_000', 1000, 1000],
    ['+1', 1, 1],
    ['-7', -7, -7],
    ['08', 8, 8],
    ['1e3', 1000, 1000],
    ['.5', 0.5, 0.5],
    ['.inf', Infinity, Infinity],
    ['22:22', '22:22', '22:22'],
    ['2001-01-01', '2001-01-01', '2001-01-01'],
    ['~', null, null],
    ['Null', null, null],
    ['', null, null],
    ['1.5h', '1.5h', '1.5h'],
  ])('%s', (source, v2, v3) => {
    expect(resolvePlain(source, 'v2')).toBe(v2);
    expect(resolvePlain(source, 'v3')).toBe(v3);
  });

  test('but not when they are quoted or tagged as text', () => {
    expect(toValue(rootOf('a: "yes"\nb: !!str 1\nc: \'0777\''))).toEqual({ a: 'yes', b: '1', c: '0777' });
  });
});

describe('every value knows where it is written', () => {
  test.each([
    ['plain', 'a:\n  b: value\n', ['a', 'b'], 'value'],
    ['double quoted', 'a: "x\\ty"\n', ['a'], '"x\\ty"'],
    ['single quoted', "a: 'it''s'\n", ['a'], "'it''s'"],
    ['in flow style', 'a: {b: [1, two]}\n', ['a', 'b'], '[1, two]'],
    ['through an alias', 'x: &x hello\na: *x\n', ['a'], 'hello'],
    ['through a merge key', 'x: &x {k: v}\na:\n  <<: *x\n', ['a', 'k'], 'v'],
    ['with CRLF', 'a: 1\r\nb: two\r\n', ['b'], 'two'],
  ])('%s', (_, source, path, expected) => {
    expect(written(child(rootOf(source), ...path))).toBe(expected);
  });

  test('a block scalar keeps its text', () => {
    const node = child(rootOf('a: |\n  one\n  two\n'), 'a');
    expect(text(node)).toBe('one\ntwo\n');
  });

  test('own keys win over merged ones, the first merged one over later ones', () => {
    const source = 'one: &one {k: 1, l: 1}\ntwo: &two {k: 2, m: 2}\na:\n  <<: [*one, *two]\n  l: own\n';
    expect(toValue(child(rootOf(source), 'a'))).toEqual({ l: 'own', k: 1, m: 2 });
  });
});

describe('what is wrong has a place', () => {
  test.each([
    ['a duplicate key', 'a: 1\na: 2\n', 2, 1, 'key "a" is already set on line 1'],
    ['an unknown alias', 'a: *b\n', 1, 4, 'alias "*b" names no anchor that is complete before it'],
    ['an alias of itself', 'a: &a [*a]\n', 1, 8, 'alias "*a" names no anchor that is complete before it'],
    ['a merge of a scalar', 'a:\n  <<: 1\n', 2, 7, 'the merge key "<<" needs a mapping or a list of mappings'],
    ['a complex key', '[a, b]: 1\n', 1, 1, 'a mapping key must be a scalar'],
  ])('%s', (_, source, line, column, message) => {
    const [problem] = parse(source).problems;
    expect(problem?.message).toBe(message);
    expect(problem && file(source).position(problem.at.start)).toEqual({ line, column });
  });

  test('a syntax error', () => {
    const [problem] = parse('a:\n  - b\n c: [\n').problems;
    expect(problem).toBeDefined();
    expect(problem?.at.file.path).toBe('f.yml');
  });
});

describe('hostile input ends soon', () => {
  test('a document that explodes through aliases is refused', () => {
    const level = (n: number): string =>
      `l${String(n)}: &l${String(n)} [${Array<string>(9)
        .fill(n === 0 ? 'x' : `*l${String(n - 1)}`)
        .join(', ')}]`;
    const bomb = Array.from({ length: 9 }, (_, n) => level(n)).join('\n');
    const { problems, roots } = parse(bomb);
    expect(roots).toEqual([]);
    expect(problems[0]?.message).toContain('expands through its aliases');
  });

  test('depth 10,000 is a problem, not a crash', () => {
    expect(parse('['.repeat(10_000)).problems).toHaveLength(1);
    expect(parse(Array.from({ length: 10_000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')).problems).toHaveLength(1);
  });

  test('any text gives roots or problems, and every range is inside the text', () => {
    const piece = fc.constantFrom(
      'a: ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '<<: ',
      '|',
      '>',
      '#',
      '\t',
      '!!str ',
      '\u0000',
      ':',
      '\ufeff',
      '? ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const { roots, problems } = parse(source);
        expect(roots.length + problems.length).toBeGreaterThanOrEqual(0);
        const check = (node: YamlNode | undefined): void => {
          if (!node) return;
          expect(node.at.start).toBeGreaterThanOrEqual(0);
          expect(node.at.end).toBeLessThanOrEqual(source.length);
          expect(node.at.start).toBeLessThanOrEqual(node.at.end);
          if (node.kind === 'sequence') node.items.forEach(check);
          if (node.kind === 'mapping') for (const { key, value } of node.entries.values()) [key, value].forEach(check);
        };
        roots.forEach(check);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
