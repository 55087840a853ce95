import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { staticRules } from '../../src/generated/rules.js';
import { runtimeRules } from '../../src/generated/runtime-rules.js';
import { mendFixture, readFiles, writeFiles } from '../fakes/mended-fixtures.js';
import { FIXTURES, findingsOf, formatFindings } from '../fakes/rule-fixtures.js';

/** `UPDATE_EXPECTED=1 npm run test:unit` writes what the rules say; the diff is then read like any other. */
const UPDATE = process.env['UPDATE_EXPECTED'] === '1';

describe.each([...staticRules, ...runtimeRules].map((rule) => ({ code: rule.code, rule })))(
  '$code',
  ({ code, rule }) => {
    const directory = join(FIXTURES, code);
    const cases = existsSync(directory) ? readdirSync(directory) : [];

    test('has a bad and a good case', () => {
      expect(cases.some((name) => name.startsWith('bad'))).toBe(true);
      expect(cases.some((name) => name.startsWith('good'))).toBe(true);
    });

    test('is described', () => {
      for (const text of [rule.summary, rule.why, rule.remedy]) expect(text.length).toBeGreaterThan(10);
      expect(rule.summary).not.toMatch(/\.$/);
    });

    test.each(cases.filter((name) => name.startsWith('bad')))('%s gives exactly the expected findings', (name) => {
      const found = formatFindings(findingsOf(rule, join(directory, name)));
      const file = join(directory, name, 'expected.txt');
      if (UPDATE) writeFileSync(file, found);
      expect(found).not.toBe('');
      expect(found).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `(${relative(FIXTURES, file)} is missing)`);
    });

    test.each(cases.filter((name) => name.startsWith('bad')))('%s is mended as expected, once and for all', (name) => {
      const mended = mendFixture(rule, join(directory, name));
      const place = join(directory, name.replace('bad', 'fixed'));
      if (UPDATE) writeFiles(place, mended.files);
      expect(mended.files).toEqual(readFiles(place));
      // A fix that was applied took its finding away, and left nothing more to apply.
      expect(mended.left).toEqual([]);
    });

    test.each(cases.filter((name) => name.startsWith('good')))('%s is silent', (name) => {
      expect(formatFindings(findingsOf(rule, join(directory, name)))).toBe('');
    });
  },
);

test('every fixture directory belongs to a rule', () => {
  const codes = [...staticRules, ...runtimeRules].map(({ code }) => code);
  const directories = readdirSync(FIXTURES).flatMap((family) =>
    readdirSync(join(FIXTURES, family)).map((name) => `${family}/${name}`),
  );
  expect(directories.filter((name) => !codes.includes(name))).toEqual([]);
});

test('every rule is in the file that its code names', () => {
  for (const { code } of [...staticRules, ...runtimeRules])
    expect(existsSync(join('src', 'rules', `${code}.ts`))).toBe(true);
});
