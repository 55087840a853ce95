import type { PrometheusObservation } from '../model/observation.js';
import type { PrometheusApi } from '../ports/prometheus.js';
import type { VerifyContext } from './verify.js';

/** The process starts with its container; the engine notes the time a little later. */
const START_TOLERANCE_MS = 5000;

/** The way to the Prometheus of this run, which may not be there yet, be another one, or move. */
export class PrometheusReach {
  #api: PrometheusApi | undefined;
  /** The way that was ready, and ours. */
  #accepted: PrometheusApi | undefined;
  readonly #others = new Set<string>();
  /** Since when it is ready. */
  readyMs: number | undefined;
  /** When anything answered last; at first when asking began. */
  answeredMs: number;
  lastError: string | undefined;
  refusal: PrometheusObservation['refusal'];

  constructor(private readonly context: VerifyContext) {
    this.answeredMs = context.clock.now();
  }

  get url(): string | undefined {
    return this.#api?.url;
  }

  /** The API of a Prometheus that is ready and of this run; undefined with `lastError` when there is none yet. */
  async api(): Promise<PrometheusApi | undefined> {
    const api = await this.#open();
    if (!api || api === this.#accepted) return api;
    const { clock, signal, progress } = this.context;
    const ready = await api.ready(signal);
    this.answeredMs = clock.now();
    if (!ready) {
      this.lastError = `${api.url}/-/ready says that it is not ready`;
      return undefined;
    }
    if (!(await this.#isOurs(api))) return undefined;
    this.refusal = undefined;
    this.readyMs ??= clock.now();
    this.#accepted = api;
    progress.note(`asking Prometheus at ${api.url}`);
    return api;
  }

  /** Closes the way; the next question looks for another one. */
  async leave(): Promise<void> {
    const api = this.#api;
    this.#api = this.#accepted = undefined;
    await api?.close();
  }

  async #open(): Promise<PrometheusApi | undefined> {
    if (this.#api) return this.#api;
    const { door, instance, watch, signal } = this.context;
    const container = watch.of(instance.service.name)[0];
    if (!container) return undefined;
    const { api, tried } = await door.open(instance, container, signal, this.#others);
    // That another one answers says more than that no other way does.
    if (!api && (this.refusal === undefined || this.lastError === undefined)) this.lastError = tried.join('; ');
    this.#api = api;
    return api;
  }

  /** What listens on a published port may be another process, when the engine is on another machine or the port was taken. */
  async #isOurs(api: PrometheusApi): Promise<boolean> {
    const { watch, instance, signal } = this.context;
    const startedMs = await api.startedMs(signal);
    const { name } = instance.service;
    const container = watch.of(name)[0];
    if (startedMs === undefined || !container || startedMs >= container.startedAtMs - START_TOLERANCE_MS) return true;
    this.#others.add(api.url);
    await this.leave();
    this.refusal = 'another-prometheus';
    const [theirs, ours] = [startedMs, container.startedAtMs].map((ms) => new Date(ms).toISOString());
    this.lastError = `what answers at ${api.url} is another Prometheus: it started at ${theirs ?? ''}, before the container of service "${name}" did at ${ours ?? ''}`;
    return false;
  }
}
