import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SourceFile } from '../../src/model/source.js';
import { child, type ScalarNode } from '../../src/model/yaml-node.js';
import { parseYaml } from '../../src/yaml/parse.js';
import { rangeInScalar } from '../../src/yaml/scalar-offsets.js';

function scalarOf(yaml: string): ScalarNode {
  const { roots, problems } = parseYaml(new SourceFile('x.yml', 'rules', yaml), 'v3');
  const node = child(roots[0], 'k');
  if (problems.length > 0 || node?.kind !== 'scalar') throw new Error(`not a scalar: ${JSON.stringify(problems)}`);
  return node;
}

/** The source text that a word of the decoded text comes from. */
function sourceOf(yaml: string, word: string): string {
  const node = scalarOf(yaml);
  const start = node.text.indexOf(word);
  if (start < 0) throw new Error(`"${word}" is not in ${JSON.stringify(node.text)}`);
  const range = rangeInScalar(node, start, start + word.length);
  return yaml.slice(range.start, range.end);
}

describe('a word of a scalar is found in its source', () => {
  test.each([
    ['plain', 'k: rate(x[5m]) > BAD\n'],
    ['plain over lines', 'k: rate(x)\n  > BAD\n  + 1\n'],
    ['plain over lines with an empty one', 'k: rate(x)\n\n\n  > BAD\n'],
    ['single quotes', "k: 'a ''b'' BAD'\n"],
    ['single quotes over lines', "k: 'a ''b''\n  c   \n\n  BAD'\n"],
    ['double quotes', 'k: "a \\"b\\" \\n \\t \\u0041 \\x41 \\U0001F600 BAD"\n'],
    ['double quotes over lines', 'k: "a   \n  b \\\n   c\\n\n  BAD"\n'],
    ['a literal block', 'k: |\n  a\n    b\n\n  BAD\n'],
    ['a literal block with its indentation told', 'k: |2\n    a\n\n  BAD\n'],
    ['a literal block, stripped', 'k: |-\n\n  a\n  BAD\n\n\n'],
    ['a folded block', 'k: >\n  a\n  b\n\n  c\n    more\n  BAD\n'],
    ['a folded block, kept', 'k: >+\n  a b\n\n\n  BAD\n\n'],
    ['lines that end in CR LF', 'k: |\r\n  a\r\n  BAD\r\n'],
    ['folded lines that end in CR LF', 'k: >\r\n  a\r\n  b BAD\r\n'],
    ['an anchor in flow style', '{k: &x "a\\tBAD"}\n'],
  ])('in %s', (_, yaml) => {
    expect(sourceOf(yaml, 'BAD')).toBe('BAD');
  });
});

test('every word is found, whatever stands around it', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const style = fc.constantFrom('|', '>', '|-', '>+', 'plain', 'single', 'double');
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      style,
      (lines, gaps, how) => {
        const body = [...lines, 'BAD'].map((text, index) => `${'\n'.repeat(gaps[index % 6] ?? 0)}  ${text}`).join('\n');
        const quote = how === 'single' ? "'" : how === 'double' ? '"' : '';
        const block = how.startsWith('|') || how.startsWith('>');
        const yaml = block ? `k: ${how}\n${body}\n` : `k: ${quote}${body.trimStart()}${quote}\n`;
        expect(sourceOf(yaml, 'BAD')).toBe('BAD');
      },
    ),
  );
});
