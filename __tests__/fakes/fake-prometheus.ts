import type { ActiveTarget, DroppedTarget } from '../../src/model/observation.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Look, PrometheusApi, PrometheusDoor } from '../../src/ports/prometheus.js';

/** What Prometheus lists, some milliseconds after it was first asked. */
export type TargetScript = (sinceMs: number) => readonly Partial<ActiveTarget>[];

const URL = 'http://prometheus.test';

/** What else a Prometheus may be like. */
export interface Peculiarities {
  readonly ready?: (sinceMs: number) => boolean;
  readonly dropped?: readonly DroppedTarget[];
  /** By how much its clock is ahead. */
  readonly skewMs?: (sinceMs: number) => number;
  /** When its process started; undefined when it does not tell. */
  readonly startedMs?: number;
  /** Thrown by every question but the one whether it is healthy. */
  readonly error?: Error;
  /** Without an API for queries, as an agent. */
  readonly agent?: boolean;
}

/** A door to a Prometheus that follows a script. */
export class FakePrometheus implements PrometheusDoor {
  #openedMs: number | undefined;
  /** How often its targets were listed, and how often only counted. */
  questions = 0;
  counted = 0;
  scrapeSettings = (): string => '';

  constructor(
    private readonly clock: Clock,
    private readonly script: TargetScript,
    private readonly peculiar: Peculiarities = {},
  ) {}

  open(...[, , , except]: Parameters<PrometheusDoor['open']>): ReturnType<PrometheusDoor['open']> {
    if (except?.has(URL)) return Promise.resolve({ tried: [] });
    this.#openedMs ??= this.clock.now();
    return Promise.resolve({ api: this.#api(this.#openedMs), tried: [] });
  }

  #api(openedMs: number): PrometheusApi {
    const { ready = () => true, skewMs = () => 0, startedMs, error, dropped = [], agent } = this.peculiar;
    const since = (): number => this.clock.now() - openedMs;
    const answer = <T>(make: () => T): Promise<T> => (error ? Promise.reject(error) : Promise.resolve(make()));
    const look = (count = 1): Look => ({
      bytes: count * 900,
      serverMs: this.clock.now() + skewMs(since()),
    });
    const listed = (): ActiveTarget[] => this.#list(since(), skewMs(since()));
    return {
      url: URL,
      ready: () => answer(() => ready(since())),
      startedMs: () => answer(() => startedMs),
      scrapeSettings: () => answer(() => this.scrapeSettings()),
      upCounts: () =>
        answer(() => {
          this.counted++;
          const all = listed().filter(({ health }) => health !== 'unknown');
          return agent ? undefined : { all: all.length, up: all.filter(({ health }) => health === 'up').length };
        }),
      active: (pool, visit) =>
        answer(() => {
          this.questions++;
          const shown = listed().filter(({ scrapePool }) => pool === undefined || scrapePool === pool);
          shown.forEach(visit);
          return look(shown.length);
        }),
      dropped: (_, visit) =>
        answer(() => {
          dropped.forEach(visit);
          return look();
        }),
      targets: () => answer(() => ({ active: listed(), dropped })),
      close: () => Promise.resolve(),
    };
  }

  #list(sinceMs: number, skewMs: number): ActiveTarget[] {
    return this.script(sinceMs).map((target) => ({
      scrapePool: 'agent',
      address: 'agent:8000',
      scrapeUrl: 'http://agent:8000/metrics',
      health: 'up' as const,
      lastError: '',
      // Every 15 s, from the moment that it was first asked.
      lastScrapeMs: this.clock.now() + skewMs - (sinceMs % 15_000),
      scrapeDurationMs: 2,
      ...target,
    }));
  }
}
