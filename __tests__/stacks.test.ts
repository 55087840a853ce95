import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { STACKS, checkStack, healthyStacks } from './fakes/healthy-stacks.js';

/** `UPDATE_EXPECTED=1 npm run test:unit` writes what the rules say; the diff is then read like any other. */
const UPDATE = process.env['UPDATE_EXPECTED'] === '1';

test('there are enough healthy stacks to trust their silence', () => {
  expect(healthyStacks().length).toBeGreaterThanOrEqual(18);
});

describe.each(healthyStacks())('the healthy stack %s', (name) => {
  test('has no error', async () => {
    const { findings } = await checkStack(name);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message, location }) => ({ code, message, at: location?.file }))).toEqual([]);
  });

  test('has exactly the expected warnings and notices', async () => {
    const { findings } = await checkStack(name);
    const found = findings
      .map(({ code, severity, message, location }) => {
        const place = location ? `${location.file}:${String(location.start.line)}` : '-';
        return `${place} ${severity} ${code} ${message}\n`;
      })
      .join('');
    const file = join(STACKS, name, 'expected.txt');
    if (UPDATE) writeFileSync(file, found);
    expect(found).toBe(existsSync(file) ? readFileSync(file, 'utf8') : `(${file} is missing)`);
  });

  test('names the traps that it holds', () => {
    expect(readFileSync(join(STACKS, name, 'ABOUT.md'), 'utf8')).toMatch(/Traps:\n\n- /);
  });
});
