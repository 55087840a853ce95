import { describe, expect, test } from '@jest/globals';
import type { Report, ServiceReport } from '../../src/model/report.js';
import type { RunRecord } from '../../src/model/run-record.js';
import { serviceTimes } from '../../src/report/service-times.js';
import { timelineSvg } from '../../src/report/timeline-svg.js';
import { timelineText } from '../../src/report/timeline-text.js';
import { timelineOf } from '../../src/report/timeline.js';
import { SAMPLE, finding } from './sample-report.js';

const service = (name: string, rest: Partial<ServiceReport>): ServiceReport => ({
  name,
  image: 'x:1',
  state: 'running',
  health: 'healthy',
  restarts: 0,
  depends_on: [],
  ...rest,
});
const stage = (name: string, fromMs: number, toMs: number, status: 'passed' | 'failed' = 'passed') => ({
  name,
  status,
  started_at: new Date(Date.parse(SAMPLE.started_at) + fromMs).toISOString(),
  duration_ms: toMs - fromMs,
});

const RUN: Report = {
  ...SAMPLE,
  duration_ms: 12_000,
  stages: [
    stage('check', 0, 20),
    stage('up', 20, 4000),
    stage('wait', 4000, 8000, 'failed'),
    stage('down', 10_000, 12_000),
  ],
  findings: [finding({ code: 'runtime/service-failed', subject: { service: 'agent' } })],
  services: [
    service('prometheus', {
      created_after_ms: 1000,
      started_after_ms: 2000,
      ready_after_ms: 4000,
      first_scrape_after_ms: 9000,
    }),
    service('agent', {
      state: 'exited',
      exit_code: 1,
      created_after_ms: 3000,
      started_after_ms: 4000,
      exited_after_ms: 8000,
    }),
    service('監視', { state: 'not started', health: 'none' }),
  ],
};

describe('the timeline', () => {
  test('as text has a row for each stage and service, to scale', () => {
    expect(timelineText(RUN)).toEqual([
      '            0 s       2 s       4 s       6 s       8 s       10 s      12 s',
      'check       ━                                                             0.0 s',
      'up          ━━━━━━━━━━━━━━━━━━━━━                                         4.0 s',
      'wait                            ━━━━━━━━━━━━━━━━━━━━✖                     4.0 s, failed',
      'down                                                          ━━━━━━━━━━  2.0 s',
      '',
      'prometheus       ·····░░░░░░░░░░█████████████████████████◆█████           ready 4.0 s, scraped 9.0 s',
      'agent                      ·····░░░░░░░░░░░░░░░░░░░░✖                     exited 8.0 s (code 1)',
      '監視                                                                      not started',
      '',
      '            · created   ░ starting   █ ready   ◆ first scrape   ✖ failed',
    ]);
  });

  test('as a picture has the same spans and marks', () => {
    const svg = timelineSvg(RUN);
    for (const part of [
      'created, not started: 1.0 s to 2.0 s',
      'starting: 2.0 s to 4.0 s',
      'ready: 4.0 s to 10.0 s',
      'never ready: 4.0 s to 8.0 s',
      'first scrape: 9.0 s',
      'failed: 8.0 s',
    ])
      expect(svg).toContain(`<title>${part}</title>`);
  });

  test('of a run that is told without times of containers has still when each service was ready', () => {
    expect(timelineOf(SAMPLE)?.rows.find(({ label }) => label === 'redis')?.spans).toEqual([
      { kind: 'starting', fromMs: 0, toMs: 1800 },
      { kind: 'ready', fromMs: 1800, toMs: 9100 },
    ]);
  });

  test('says how many services it leaves out', () => {
    const services = Array.from({ length: 70 }, (_, n) => service(`s${String(n)}`, { created_after_ms: n }));
    expect(timelineText({ ...RUN, services })).toContain('and 10 more services');
    expect(timelineSvg({ ...RUN, services })).toContain('and 10 more services');
  });

  test('is none for a check', () => {
    expect(timelineText({ ...RUN, command: 'check' })).toEqual([]);
    expect(timelineSvg({ ...RUN, command: 'check' })).toBe('');
  });

  test('takes no markup of a name', () => {
    const evil = { ...RUN, services: [service('<b>"x', { created_after_ms: 1 })] };
    expect(timelineSvg(evil)).not.toContain('<b>"');
  });
});

describe('the times of a service', () => {
  const startedMs = Date.UTC(2026, 10, 25);
  const container = (rest: object) =>
    ({
      createdAtMs: startedMs + 100,
      startedAtMs: startedMs + 200,
      finishedAtMs: 0,
      state: 'running',
      restarts: 0,
      ...rest,
    }) as never;
  const target = (of: string, firstUpAfterMs?: number) => ({ expected: { service: of }, firstUpAfterMs }) as never;
  const record: Pick<RunRecord, 'readyAt' | 'startedMs' | 'targets'> = {
    startedMs,
    readyAt: new Map([['agent', startedMs + 900]]),
    targets: [target('agent', 4000), target('agent', 3000), target('other', 1), target('agent')],
  };

  test('are of the first container that was made, the last that started, and the first scrape', () => {
    const two = [container({}), container({ createdAtMs: startedMs + 150, startedAtMs: startedMs + 400 })];
    expect(serviceTimes(record, 'agent', two)).toEqual({
      created_after_ms: 100,
      started_after_ms: 400,
      ready_after_ms: 900,
      first_scrape_after_ms: 3000,
    });
  });

  test('have no start when it was restarted, and an end when it ended', () => {
    const ended = container({ restarts: 2, state: 'exited', finishedAtMs: startedMs + 700 });
    expect(serviceTimes(record, 'redis', [ended])).toEqual({ created_after_ms: 100, exited_after_ms: 700 });
  });

  test('are left out where another clock gives them', () => {
    expect(serviceTimes(record, 'redis', [container({ createdAtMs: startedMs - 5000, startedAtMs: 0 })])).toEqual({});
  });
});
