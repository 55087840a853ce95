import { resolve } from 'node:path';
import { NodeFiles } from '../../src/adapters/node-files.js';
import { describe, expect, test } from '@jest/globals';
import { explained, type Explained } from '../../src/entry/explain.js';
import { KNOWN_CODES } from '../../src/known-codes.js';
import { CAUSES } from '../../src/model/cause.js';

const known = { codes: KNOWN_CODES, causes: CAUSES, files: new NodeFiles() };
const docs = { ...known, docs: resolve('docs') };
const nowhere = { ...known, docs: resolve('nowhere') };

describe('explain', () => {
  test('prints the page of a rule and of a cause, with the example', () => {
    expect(explained(['stack/target-localhost'], {}, docs)).toMatch(/^# stack\/target-localhost\n[^]*\n## Example\n/);
    expect(explained(['timeout'], {}, docs)).toMatch(/^# timeout\n\n\*\*The target answers too slowly/);
  });

  test('says the same without pages', () => {
    const text = explained(['stack/target-localhost'], {}, nowhere);
    expect(text).toMatch(
      /^# stack\/target-localhost\n\n\*\*error\*\*: a scrape target is localhost.*\n\n.+\n\n## What to do\n\n.+\.\n\nhttps:/,
    );
    expect(explained(['timeout'], {}, nowhere)).toContain('## What to do');
  });

  test.each([...KNOWN_CODES.keys(), ...Object.keys(CAUSES)])('%s has a summary and a remedy', (code) => {
    const text = explained([code], {}, nowhere);
    expect(text.startsWith(`# ${code}\n`)).toBe(true);
    expect(text).toMatch(/\n## What to do\n\n.{6,}\.\n/);
    const facts = JSON.parse(explained([code], { format: 'json' }, nowhere)) as Explained;
    expect(facts).toMatchObject({ code, kind: code.includes('/') ? 'finding' : 'cause' });
    expect(facts.remedy).toBeTruthy();
  });

  test('lists everything without a code', () => {
    const text = explained([], {}, nowhere);
    const all = JSON.parse(explained([], { format: 'json' }, nowhere)) as Explained[];
    expect(all).toHaveLength(KNOWN_CODES.size + Object.keys(CAUSES).length);
    for (const { code, summary } of all)
      expect(text.split('\n').some((line) => line.startsWith(`  ${code} `) && line.endsWith(summary))).toBe(true);
  });

  test.each<[string[], Record<string, unknown>, string]>([
    [['stack/target-localhos'], {}, 'unknown code "stack/target-localhos"; did you mean "stack/target-localhost"?'],
    [['target-localhost'], {}, 'did you mean "stack/target-localhost"?'],
    [['../README'], {}, 'unknown code "../README"; scrapegate explain lists all codes'],
    [['timeout', 'x'], {}, 'unexpected argument "x": explain takes one code'],
    [[], { format: 'junit' }, '--format is "junit", explain prints text or json'],
    [[], { fix: true }, 'explain has no option --fix'],
  ])('%j with %j is bad usage', (names, flags, message) => {
    expect(() => explained(names, flags, nowhere)).toThrow(message);
  });
});
