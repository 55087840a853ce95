import { expect, test } from '@jest/globals';
import type { Observation } from '../../src/model/observation.js';
import type { ServerFacts } from '../../src/model/server-facts.js';
import type { PrometheusApi, PrometheusDoor } from '../../src/ports/prometheus.js';
import { lookCloser } from '../../src/stages/look-closer.js';
import { containerOf } from '../fakes/container.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

/** What comes of looking at a Prometheus that says this of itself, by how long it was looked at. */
async function looked(says: (sinceMs: number) => ServerFacts): Promise<{ server?: ServerFacts; tookMs: number }> {
  const clock = new FakeClock();
  const beganMs = clock.now();
  const api: Partial<PrometheusApi> = {
    facts: () => Promise.resolve(says(clock.now() - beganMs)),
    close: () => Promise.resolve(),
  };
  const door: PrometheusDoor = { open: () => Promise.resolve({ api: api as PrometheusApi, tried: [] }) };
  const target = { scrapePool: 'agent', address: 'agent:8000', scrapeUrl: 'http://agent:8000/metrics' };
  const scraped = {
    health: 'up',
    lastError: '',
    lastScrapeMs: beganMs,
    scrapeDurationMs: 1,
    intervalMs: 1000,
  } as const;
  const observation: Observation = {
    atMs: beganMs,
    containers: [containerOf('prometheus')],
    targets: { active: [{ ...target, ...scraped }], dropped: [] },
    prometheus: { ready: true },
    logs: {},
    neverStarted: [],
  };
  const instance = stackOf(AGENT_STACK).prometheus;
  const { server } = await lookCloser({ observation, inspection: undefined, door, instance, clock });
  return { ...(server && { server }), tookMs: clock.now() - beganMs };
}

test('samples that are stored are looked at once', async () => {
  const newestMs = Date.UTC(2027, 0, 1);
  expect(await looked(() => ({ storedUp: { newestMs } }))).toEqual({ server: { storedUp: { newestMs } }, tookMs: 0 });
});

test('samples of a scrape that are written a moment later are waited for', async () => {
  const newestMs = Date.UTC(2027, 0, 1);
  const late = await looked((sinceMs) => ({ storedUp: sinceMs < 900 ? {} : { newestMs } }));
  expect(late).toEqual({ server: { storedUp: { newestMs } }, tookMs: 1000 });
});

test('samples that are never stored are not waited for long', async () => {
  expect(await looked(() => ({ storedUp: {} }))).toEqual({ server: { storedUp: {} }, tookMs: 2000 });
});

test('Alertmanagers that are configured and not yet discovered are waited for', async () => {
  const startTime = new Date(Date.UTC(2026, 10, 19)).toISOString();
  const facts = (active: readonly string[]): ServerFacts => ({
    runtime: { startTime },
    activeConfig: 'alerting:\n  alertmanagers:\n  - static_configs: []\n',
    alertmanagers: { active, dropped: [] },
  });
  const found = await looked((sinceMs) => facts(sinceMs < 4800 ? [] : ['http://alertmanager:9093/api/v2/alerts']));
  expect(found.tookMs).toBe(5000);
  expect(found.server?.alertmanagers?.active).toHaveLength(1);
});
