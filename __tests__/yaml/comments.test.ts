import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SourceFile } from '../../src/model/source.js';
import { commentsOf } from '../../src/yaml/comments.js';

const comments = (text: string) => commentsOf(new SourceFile('a.yml', 'compose', text));
const texts = (text: string): string[] => comments(text).map((comment) => comment.text);

describe('comments', () => {
  test.each([
    ['# top\na: 1 # behind\n', ['top', 'behind']],
    ['a: "x # no" # yes\n', ['yes']],
    ["a: 'it''s # no' # yes\n", ['yes']],
    ['"k # no": 1 # yes\n', ['yes']],
    ['a: b#no\nc: http://x/#no\n', []],
    ['a: | # header\n  # no\n  text # no\n# yes\nb: 1\n', ['header', 'yes']],
    ['a: >-\n  # no\n\n  # no\n # out\nb: 1\n', ['out']],
    ['- |\n # no\n- x # yes\n', ['yes']],
    ['a: "first\n  # no\n  last" # yes\n', ['yes']],
    ['f: [1, # one\n  {a: 2}, # two\n ]\n', ['one', 'two']],
    ['a: &x#y 1 # yes\nb: *x#y\n', ['yes']],
    ['%YAML 1.2 # directive\n---\na: 1\n--- # second\nb: 2\n', ['directive', 'second']],
    ['a: 1 ## twice  \r\nb: 2 # end', ['twice', 'end']],
    ['#', ['']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('know whether they have a line to themselves, and where they stand', () => {
    const [first, second] = comments('a: 1 # x\n  # y \n');
    expect([first?.alone, second?.alone]).toEqual([false, true]);
    expect([second?.at.start, second?.at.end]).toEqual([11, 14]);
  });

  test('are none where the YAML cannot be read', () => {
    expect(texts('# fine\na: [1\nb: "\n')).toEqual([]);
  });

  test('are none in a text of quotes, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(texts(`a: ${JSON.stringify(`# ${text} # b`)}\n`)).toEqual([]);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
