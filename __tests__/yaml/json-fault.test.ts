import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from '../../src/yaml/json-fault.js';

describe('a fault is found where it is', () => {
  test.each([
    ['', 0, 'expected a value, the file ends here'],
    ['{"a": 1,}', 8, 'expected no comma before the end of the list, found "}"'],
    ['[1 2]', 3, 'expected "," or "]", found "2"'],
    ['{a: 1}', 1, 'expected a name in double quotes, found "a"'],
    ['{"a" 1}', 5, 'expected ":" after a name, found "1"'],
    ['{"a": \'x\'}', 6, 'expected a value, found "\'"'],
    ['{"a": "x\ny"}', 8, 'expected the end of a text, found "\\n"'],
    ['{"a": "\\q"}', 7, 'expected the end of a text, found "\\\\"'],
    ['{"a": 01}', 7, 'expected "," or "}", found "1"'],
    ['{"a": 1} x', 9, 'expected the end of the file, found "x"'],
    ['{"a": [1, {"b": ', 16, 'expected a value, the file ends here'],
    ['// comment\n{}', 0, 'expected a value, found "/"'],
  ])('%j', (text, offset, message) => {
    expect(jsonFault(text)).toEqual({ offset, message });
  });

  test('nesting without end is a fault, not a crash', () => {
    expect(jsonFault('['.repeat(100_000))?.message).toContain('expected less nesting');
  });
});

describe('for any text', () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test('what is JSON has no fault', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        expect(jsonFault(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  test('a fault is found exactly when there is one', () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\\', '0', 'e', '\x01', ' '))
      .map(([text, at, put]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + put + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(jsonFault(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 1000 },
    );
  });
});
