import { beforeAll, describe, expect, test } from '@jest/globals';
import { healthyStacks } from './fakes/healthy-stacks.js';
import type { Family } from './recall/fault.js';
import { FAULTS } from './recall/faults.js';
import { recallOf, type Outcome } from './recall/recall.js';
import { describeMiss, isAwaited, recallTable } from './recall/recall-table.js';

/** One place of each fault in each stack; `npm run recall` takes them all. */
const SEED = 4;

describe('faults in healthy stacks', () => {
  let outcomes: Outcome[] = [];
  beforeAll(async () => {
    outcomes = (await Promise.all(healthyStacks().map((name) => recallOf(name, FAULTS, 1, SEED)))).flat();
  }, 120_000);

  test('are of kinds that rules are written for', () => {
    const awaited = FAULTS.filter((fault) => isAwaited({ fault }));
    expect(awaited.map(({ name, codes }) => `${name}: ${codes.join(', ')}`)).toEqual([]);
  });

  test.each<Family>(['connectivity', 'files', 'startup', 'sense', 'security'])('of %s are injected', (family) => {
    expect(outcomes.filter(({ fault }) => fault.family === family).length).toBeGreaterThan(20);
  });

  test('of every kind have a place in some stack', () => {
    const used = new Set(outcomes.map(({ fault }) => fault.name));
    expect(FAULTS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test('are found on their lines, 98 of 100', () => {
    const misses = outcomes.filter(({ positioned }) => !positioned);
    const report = `${recallTable(outcomes)}\n${misses.map(describeMiss).join('\n')}`;
    expect(outcomes.length).toBeGreaterThan(500);
    if (misses.length > outcomes.length * 0.02) throw new Error(report);
  });
});
