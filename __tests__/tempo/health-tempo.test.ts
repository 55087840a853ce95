import { describe, expect, test } from '@jest/globals';
import type { TempoImage } from '../../src/ports/tempo.js';
import { START_INTERVAL_MS, tightenHealth } from '../../src/tempo/health-tempo.js';
import { stackOf } from '../fakes/load.js';

const NO_HEALTHCHECK: TempoImage = {};
const baked = (over: object = {}): TempoImage => ({
  healthcheck: { test: ['CMD', 'x'], intervalMs: 0, timeoutMs: 0, startPeriodMs: 0, startIntervalMs: 0, ...over },
});

function tightened(healthcheck: string | undefined, image: TempoImage | undefined = NO_HEALTHCHECK) {
  const lines = healthcheck === undefined ? '' : `    healthcheck: ${healthcheck}\n`;
  const stack = stackOf({ 'compose.yml': `services:\n  api:\n    image: api:1\n${lines}` });
  const [service] = stack.project.services;
  if (!service) throw new Error('no service');
  return tightenHealth(service, image);
}
const period = (healthcheck: string | undefined, image?: TempoImage): string | undefined =>
  tightened(healthcheck, image)?.healthcheck.start_period;

describe('a healthcheck without a start period', () => {
  test('is not counted before one interval is over, when the first probe would have been', () => {
    expect(tightened('{ test: [CMD, x], interval: 10s, timeout: 5s }')).toEqual({
      healthcheck: { start_interval: '500ms', start_period: '10s' },
      changes: [
        { service: 'api', what: 'healthcheck.start_interval', from: 'not set', to: '500ms' },
        { service: 'api', what: 'healthcheck.start_period', from: 'not set', to: '10s' },
      ],
    });
  });

  test("has Docker's interval of 30 s when none is written, and that of its image before", () => {
    expect(period('{ test: [CMD, x] }')).toBe('30s');
    expect(period('{ test: [CMD, x] }', baked({ intervalMs: 7000 }))).toBe('7s');
  });

  test('has a start interval in vain', () => {
    expect(tightened('{ test: [CMD, x], interval: 10s, start_interval: 100ms }')?.changes[0]).toMatchObject({
      from: '100ms',
      to: '500ms',
    });
  });

  test('stays when it runs as often anyway', () => {
    expect(tightened('{ test: [CMD, x], interval: 500ms }')).toBeUndefined();
  });
});

describe('a healthcheck with a start period', () => {
  test('is not counted before the last probe of the period and a whole interval after it', () => {
    expect(period('{ test: [CMD, x], interval: 10s, timeout: 5s, start_period: 30s }')).toBe('45s');
    expect(period('{ test: [CMD, x], interval: 1s, timeout: 1s, start_period: 30s, start_interval: 20s }')).toBe('50s');
  });

  test('stays when its start interval is short already', () => {
    expect(tightened('{ test: [CMD, x], interval: 10s, start_period: 30s, start_interval: 500ms }')).toBeUndefined();
  });

  test('never counts sooner than Docker would, whatever a probe takes', () => {
    for (const intervalMs of [1000, 3000, 10_000, 30_000])
      for (const startPeriodMs of [0, 1000, 5000, 7000, 30_000])
        for (const startIntervalMs of [700, 2000, 5000, 40_000])
          for (const probeMs of [0, 90, 1000, 4999]) {
            const timeoutMs = 5000;
            const image = baked({ intervalMs, timeoutMs, startPeriodMs, startIntervalMs });
            const fast = tightened(undefined, image)?.healthcheck;
            if (!fast) throw new Error('not tightened');
            const fastPeriodMs = Number.parseFloat(fast.start_period) * (fast.start_period.endsWith('ms') ? 1 : 1000);
            const own = { intervalMs, startPeriodMs, startIntervalMs };
            const quick = { intervalMs, startPeriodMs: fastPeriodMs, startIntervalMs: START_INTERVAL_MS };
            expect(firstCounted(quick, probeMs)).toBeGreaterThanOrEqual(firstCounted(own, probeMs));
            // Nor much later: a probe that began within the longer period and ended after it is followed by a whole interval.
            if (startPeriodMs === 0)
              expect(firstCounted(quick, probeMs)).toBeLessThanOrEqual(
                firstCounted(own, probeMs) + Math.max(START_INTERVAL_MS, intervalMs) + probeMs,
              );
          }
  });
});

/** When the first probe that counts begins, by Docker's loop (daemon/health.go): every probe fails and takes `probeMs`. */
function firstCounted(
  check: { intervalMs: number; startPeriodMs: number; startIntervalMs: number },
  probeMs: number,
): number {
  let now = 0;
  for (;;) {
    now += now >= check.startPeriodMs ? check.intervalMs : check.startIntervalMs;
    if (now >= check.startPeriodMs) return now;
    now += probeMs;
  }
}

describe('left alone is', () => {
  test.each([
    ['a service without a healthcheck', undefined, NO_HEALTHCHECK],
    ['one that is disabled', '{ disable: true }', baked()],
    ['a test of NONE', '{ test: [NONE] }', baked()],
    ['a test of NONE in the image', undefined, baked({ test: ['NONE'] })],
    ['settings for a healthcheck that the image does not have', '{ interval: 10s }', NO_HEALTHCHECK],
    ['a duration that cannot be read', '{ test: [CMD, x], interval: 1d }', NO_HEALTHCHECK],
  ])('%s', (_, healthcheck, image) => {
    expect(tightened(healthcheck, image)).toBeUndefined();
  });

  test('a healthcheck that leaves values to an image that is not here', () => {
    const stack = stackOf({ 'compose.yml': 'services:\n  api: { image: api:1, healthcheck: { test: [CMD, x] } }\n' });
    const [service] = stack.project.services;
    expect(service && tightenHealth(service, undefined)).toBeUndefined();
  });
});

test('a healthcheck in the image is tightened, with the settings that compose adds to it', () => {
  expect(period(undefined, baked({ intervalMs: 5000 }))).toBe('5s');
  expect(period('{ interval: 20s }', baked({ intervalMs: 5000 }))).toBe('20s');
});
