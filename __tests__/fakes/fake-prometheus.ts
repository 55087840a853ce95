import type { ActiveTarget, TargetList } from '../../src/model/observation.js';
import type { Clock } from '../../src/ports/clock.js';
import type { PrometheusApi, PrometheusDoor } from '../../src/ports/prometheus.js';

/** What Prometheus lists, some milliseconds after it was first asked. */
export type TargetScript = (sinceMs: number) => readonly Partial<ActiveTarget>[];

/** A door to a Prometheus that follows a script. */
export class FakePrometheus implements PrometheusDoor {
  #openedMs: number | undefined;
  questions = 0;
  scrapeSettings = (): string => '';

  constructor(
    private readonly clock: Clock,
    private readonly script: TargetScript,
    private readonly ready: (sinceMs: number) => boolean = () => true,
  ) {}

  open(): ReturnType<PrometheusDoor['open']> {
    this.#openedMs ??= this.clock.now();
    const openedMs = this.#openedMs;
    const since = (): number => this.clock.now() - openedMs;
    const api: PrometheusApi = {
      url: 'http://prometheus.test',
      ready: () => Promise.resolve(this.ready(since())),
      targets: () => Promise.resolve(this.#list(since())),
      scrapeSettings: () => Promise.resolve(this.scrapeSettings()),
      close: () => Promise.resolve(),
    };
    return Promise.resolve({ api, tried: [] });
  }

  #list(sinceMs: number): TargetList {
    this.questions++;
    const active = this.script(sinceMs).map((target) => ({
      scrapePool: 'agent',
      address: 'agent:8000',
      scrapeUrl: 'http://agent:8000/metrics',
      health: 'up' as const,
      lastError: '',
      lastScrapeMs: this.clock.now(),
      scrapeDurationMs: 2,
      ...target,
    }));
    return { active, dropped: [] };
  }
}
