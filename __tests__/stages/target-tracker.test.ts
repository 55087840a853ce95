import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ActiveTarget } from '../../src/model/observation.js';
import { SourceFile } from '../../src/model/source.js';
import type { ExpectedTarget } from '../../src/model/target.js';
import type { Moment, ProofDemand } from '../../src/stages/proof-demand.js';
import { TargetTracker, type TrackerContext } from '../../src/stages/target-tracker.js';

const file = new SourceFile('prometheus.yml', 'prometheus', 'x');
const at = { file, start: 0, end: 1 };
const timing = { intervalMs: 15_000, timeoutMs: 10_000, refreshMs: 0 };
const AGENT: ExpectedTarget = { job: 'agent', address: 'agent:8000', at, timing, service: 'agent' };
const DNS: ExpectedTarget = {
  job: 'agent',
  at,
  found: { discovery: 'dns_sd_configs', dnsName: 'agent' },
  atLeast: 2,
  timing: { ...timing, refreshMs: 30_000 },
};
const T0 = Date.UTC(2026, 10, 19);
/** What Prometheus is asked about, some seconds after it was ready; the services are ready from the start. */
class Run {
  readonly tracker: TargetTracker;
  constructor(
    expected: readonly ExpectedTarget[],
    demand: Partial<ProofDemand> = {},
    context: TrackerContext = {},
    private readonly skewMs: (second: number) => number | undefined = () => 0,
  ) {
    const all = { startedMs: T0, stableScrapes: 1, externalTargets: 'require', ...demand } as const;
    this.tracker = new TargetTracker(expected, all, context);
  }

  at(second: number, ...targets: readonly (Partial<ActiveTarget> & { ago?: number })[]): string {
    const nowMs = T0 + second * 1000;
    const skewMs = this.skewMs(second);
    this.tracker.begin();
    for (const { ago = 1, ...target } of targets) {
      this.tracker.see({
        scrapePool: 'agent',
        address: 'agent:8000',
        scrapeUrl: 'http://agent:8000/metrics',
        health: 'up',
        lastError: target.health === 'down' ? 'connection refused' : '',
        lastScrapeMs: nowMs - ago * 1000 + (skewMs ?? 0),
        scrapeDurationMs: 1,
        ...target,
      });
    }
    const serverMs = skewMs === undefined ? undefined : nowMs + skewMs;
    const moment: Moment = { nowMs, serverMs, readyMs: T0, servicesReadyMs: T0 };
    this.tracker.end(moment);
    return this.tracker.results.map(({ health }) => health).join(' ') + (this.tracker.decided ? ' decided' : '');
  }
}

let run: Run;
beforeEach(() => {
  run = new Run([AGENT]);
});

describe('patience, as the configuration says', () => {
  test('a listed target is missing when both steps of Prometheus have passed', () => {
    expect(run.at(14)).toBe('unknown');
    expect(run.at(16)).toBe('missing decided');
  });

  test('what a discovery finds may come with its next question', () => {
    run = new Run([DNS]);
    expect(run.at(44)).toBe('unknown');
    expect(run.at(46)).toBe('missing decided');
  });

  test('the first scrape comes within an interval and a time-out, those of the running Prometheus', () => {
    expect(run.at(5, { health: 'unknown', ago: 1e6 })).toBe('unknown');
    expect(run.at(34, { health: 'unknown' })).toBe('unknown');
    expect(run.at(36, { health: 'unknown' })).toBe('unknown decided');
    run = new Run([AGENT]);
    run.at(5, { health: 'unknown', intervalMs: 1000, timeoutMs: 1000 });
    expect(run.at(13, { health: 'unknown', intervalMs: 1000, timeoutMs: 1000 })).toBe('unknown decided');
  });

  test('a question is due when the next scrape is, or when patience ends', () => {
    run.at(1);
    expect(run.tracker.summary.dueMs).toBe(T0 + 15_001);
    run.at(10, { health: 'down', ago: 2 });
    expect(run.tracker.summary.dueMs).toBe(T0 + 23_000);
    expect(run.tracker.summary.isRestless).toBe(false);
    run.at(24, {});
    expect(run.tracker.summary.dueMs).toBe(Infinity);
  });
});

describe('a target that fails', () => {
  test('has to fail in two scrapes, and each counts once', () => {
    expect(run.at(10, { health: 'down' })).toBe('down');
    expect(run.at(11, { health: 'down', ago: 2 })).toBe('down');
    expect(run.at(25, { health: 'down' })).toBe('down decided');
  });

  test('in scrapes before the services were ready proves nothing', () => {
    expect(run.at(1, { health: 'down', ago: 5 })).toBe('down');
    expect(run.at(2, { health: 'down', ago: 20 })).toBe('down');
    expect(run.at(16, { health: 'down', ago: 1 })).toBe('down');
    expect(run.at(31, { health: 'down', ago: 1 })).toBe('down decided');
  });

  test('after it was up flaps, and has to be up in three scrapes in a row', () => {
    const both = [AGENT, { ...AGENT, address: 'other:1' }];
    run = new Run(both);
    expect(run.at(10, {})).toBe('up unknown');
    expect(run.at(16, { health: 'down' })).toBe('down missing');
    expect(run.tracker.results[0]).toMatchObject({ flaps: 1 });
    expect(run.at(31, {})).toBe('up missing');
    expect(run.at(46, {})).toBe('up missing');
    expect(run.at(61, {})).toBe('up missing decided');
    expect(run.tracker.results[0]).toMatchObject({ flaps: 1, health: 'up' });
  });

  test('three times after it was up will not be stable', () => {
    run = new Run([AGENT], { stableScrapes: 5 });
    for (const second of [10, 40, 70]) {
      run.at(second, {});
      expect(run.at(second + 15, { health: 'down' })).toBe(second === 70 ? 'down decided' : 'down');
    }
  });
});

describe('a target that is up', () => {
  test('counts as often as it is told to, each scrape once', () => {
    run = new Run([AGENT], { stableScrapes: 2 });
    expect(run.at(10, {})).toBe('up');
    expect(run.at(11, { ago: 2 })).toBe('up');
    expect(run.at(25, {})).toBe('up decided');
  });

  test('is not proved by a scrape that is too old, or lies in the future', () => {
    expect(run.at(200, { ago: 100 })).toBe('unknown');
    expect(run.tracker.results[0]?.doubt).toBe('its last scrape is 100 s old, though scrape_interval is 15 s');
    expect(run.at(201, { ago: -3600 })).toBe('unknown');
    expect(run.tracker.results[0]?.doubt).toContain("3600 s in the future of Prometheus' own clock");
    expect(run.at(202, {})).toBe('up decided');
  });

  test('on a machine whose clock differs is judged by the clock of Prometheus alone', () => {
    run = new Run([AGENT], {}, {}, () => -7_200_000);
    expect(run.at(10, { health: 'down' })).toBe('down');
    expect(run.at(25, { health: 'down' })).toBe('down decided');
    expect(run.at(40, {})).toContain('up');
    run = new Run([AGENT], {}, {}, () => undefined);
    expect(run.at(10, { ago: -3600 })).toBe('up decided');
  });

  test('has to be scraped again when the clock of Prometheus jumps', () => {
    const both = [AGENT, { ...AGENT, address: 'late:1' }];
    run = new Run(both, {}, {}, (second) => (second < 12 ? 0 : 600_000));
    expect(run.at(10, {})).toBe('up unknown');
    expect(run.at(12, { lastScrapeMs: T0 + 9000 }, { address: 'late:1' })).toBe('unknown up');
    expect(run.tracker.results[0]?.doubt).toBe('the clock of Prometheus jumped, and there was no scrape since');
    expect(run.tracker.clockJumpMs).toBe(600_000);
    expect(run.at(25, {}, { address: 'late:1' })).toBe('up up decided');
  });
});

describe('a discovery', () => {
  const replica = (address: string): Partial<ActiveTarget> => ({ address, dnsName: 'agent' });

  test('has to give every replica', () => {
    run = new Run([DNS]);
    expect(run.at(10, replica('10.0.0.2:8000'))).toBe('unknown');
    expect(run.at(46, replica('10.0.0.2:8000'))).toBe('missing decided');
    expect(run.tracker.results[0]).toMatchObject({ foundOnly: 1 });
    expect(run.at(47, replica('10.0.0.2:8000'), replica('10.0.0.3:8000'))).toBe('up decided');
    expect(run.at(48, replica('10.0.0.2:8000'), { ...replica('10.0.0.3:8000'), health: 'down' })).toBe('down');
  });

  test('of containers is judged without those of other projects, and with those that nobody promised', () => {
    const docker = { job: 'agent', at, timing, found: { discovery: 'docker_sd_configs', containersOf: 'agent' } };
    const services = new Map([
      ['a', 'agent'],
      ['r', 'redis'],
    ]);
    run = new Run([docker], {}, { serviceOf: (id) => services.get(id) });
    const foreign = { address: '10.9.0.9:1', containerId: 'x', health: 'down' } as const;
    expect(run.at(10, foreign)).toBe('unknown');
    expect(run.at(11, foreign, { address: '10.0.0.2:1', containerId: 'a' })).toBe('up decided');
    const redis = { address: '10.0.0.3:6379', containerId: 'r', health: 'down' } as const;
    expect(run.at(12, { address: '10.0.0.2:1', containerId: 'a' }, redis)).toBe('up down');
    expect(run.tracker.results[1]?.expected).toMatchObject({ service: 'redis', at });
  });

  test('whose targets are all dropped says by which step, when it had its time', () => {
    const step = { file, start: 0, end: 1 };
    run = new Run([DNS], {}, { droppingStep: (job) => (job === 'agent' ? step : undefined) });
    run.at(8);
    run.tracker.beginDropped(new Set(['agent']));
    run.tracker.seeDropped({ scrapePool: 'agent', address: '10.0.0.2:1', labels: { __meta_dns_name: 'agent' } });
    expect(run.at(9)).toBe('unknown');
    expect(run.at(46)).toBe('dropped decided');
    expect(run.tracker.results[0]?.droppedBy).toBe(step);
  });
});

test('a listed target that is dropped is decided at once, by the configuration or by Prometheus', () => {
  expect(new Run([{ ...AGENT, droppedBy: at }]).at(1)).toBe('dropped decided');
  run.at(8);
  run.tracker.beginDropped(new Set(['agent']));
  run.tracker.seeDropped({ scrapePool: 'agent', address: 'agent:8000' });
  expect(run.at(9)).toBe('dropped decided');
  // Prometheus knows better than we do.
  expect(new Run([{ ...AGENT, droppedBy: at }]).at(9, { health: 'down' })).toBe('down');
});

test('what is outside of the stack is awaited unless it may be down', () => {
  const outside: ExpectedTarget = { job: 'agent', address: 'agent:8000', at, timing, external: true };
  expect(new Run([outside]).at(1, { health: 'down' })).toBe('down');
  run = new Run([outside], { externalTargets: 'ignore' });
  expect(run.tracker.decided).toBe(true);
  expect(run.at(1)).toBe('external decided');
  expect(run.at(2, {})).toBe('up decided');
});
