import { CredentialsNeeded } from '../../model/errors.js';
import type { ActiveTarget, DroppedTarget, TargetList } from '../../model/observation.js';
import type { ServerFacts } from '../../model/server-facts.js';
import { keepRoomForYoung } from '../../model/young-space.js';
import type { Look, PrometheusApi, UpCounts } from '../../ports/prometheus.js';
import { ObjectSplitter } from './object-splitter.js';
import { activeTarget, droppedTarget, type RawTarget } from './raw-target.js';
import { serverFacts } from './server-facts.js';
import { bodyText, type Answer, type Get } from './transport.js';

/** One series for each value of `up`, with the number of targets that have it. */
const COUNTS = `/api/v1/query?query=${encodeURIComponent('count_values("v", up)')}`;

/** A list of about a thousand targets. */
const LONG_BYTES = 1 << 20;

/** The HTTP API over any transport. https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export class HttpPrometheus implements PrometheusApi {
  constructor(
    readonly url: string,
    private readonly get: Get,
    private readonly onClose: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async ready(signal: AbortSignal): Promise<boolean> {
    const answer = await this.#get('/-/ready', signal);
    await bodyText(answer);
    if (answer.status === 404)
      throw new Error(`${this.url}/-/ready does not exist: --web.external-url may have a path`);
    return answer.status === 200;
  }

  async startedMs(signal: AbortSignal): Promise<number | undefined> {
    const answer = await this.#get('/api/v1/status/runtimeinfo', signal);
    const body = await bodyText(answer);
    if (answer.status !== 200) return undefined;
    const { data } = parsed(body) as { data?: { startTime?: unknown } };
    const started = typeof data?.startTime === 'string' ? Date.parse(data.startTime) : NaN;
    return Number.isNaN(started) ? undefined : started;
  }

  async upCounts(signal: AbortSignal): Promise<UpCounts | undefined> {
    const answer = await this.#get(COUNTS, signal);
    const body = await bodyText(answer);
    if (answer.status >= 500) throw new Error(`${this.url} answered ${String(answer.status)}: ${body.slice(0, 200)}`);
    return answer.status === 200 ? countsOf(parsed(body)) : undefined;
  }

  active(pool: string | undefined, visit: (target: ActiveTarget) => void, signal: AbortSignal): Promise<Look> {
    return this.#each(
      'active',
      pool,
      (raw) => {
        visit(activeTarget(raw));
      },
      signal,
    );
  }

  dropped(pool: string | undefined, visit: (target: DroppedTarget) => void, signal: AbortSignal): Promise<Look> {
    return this.#each(
      'dropped',
      pool,
      (raw) => {
        visit(droppedTarget(raw));
      },
      signal,
    );
  }

  async targets(signal: AbortSignal): Promise<TargetList> {
    const active: ActiveTarget[] = [];
    const dropped: DroppedTarget[] = [];
    await this.active(undefined, (target) => active.push(target), signal);
    await this.dropped(undefined, ({ scrapePool, address }) => dropped.push({ scrapePool, address }), signal);
    return { active, dropped };
  }

  facts(signal: AbortSignal): Promise<ServerFacts> {
    return serverFacts(this.get, signal);
  }

  async scrapeSettings(signal: AbortSignal): Promise<string> {
    const lines: string[] = [];
    const note = ({ scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout }: RawTarget): void => {
      if (scrapeInterval !== undefined) lines.push([scrapePool, scrapeUrl, scrapeInterval, scrapeTimeout].join(' '));
    };
    await this.#each('active', undefined, note, signal);
    return lines.sort().join('\n');
  }

  close(): Promise<void> {
    return this.onClose();
  }

  /** Prometheus before 2.42 does not know `scrapePool` and shows all: whoever visits looks at the pool. */
  async #each(
    state: 'active' | 'dropped',
    pool: string | undefined,
    visit: (raw: RawTarget) => void,
    signal: AbortSignal,
  ): Promise<Look> {
    const path = `/api/v1/targets?state=${state}${pool === undefined ? '' : `&scrapePool=${encodeURIComponent(pool)}`}`;
    const answer = await this.#get(path, signal);
    if (answer.status !== 200) {
      const said = (await bodyText(answer)).slice(0, 200);
      throw new Error(`${this.url}/api/v1/targets answered ${String(answer.status)}: ${said}`);
    }
    const list = `${state}Targets`;
    const splitter = new ObjectSplitter((key, json) => {
      if (key === list) visit(parsed(json) as RawTarget);
    });
    let bytes = 0;
    for await (const chunk of answer.chunks) {
      bytes += chunk.length;
      if (bytes > LONG_BYTES) keepRoomForYoung();
      splitter.feed(chunk);
    }
    splitter.end();
    return { bytes, serverMs: answer.dateMs };
  }

  async #get(path: string, signal: AbortSignal): Promise<Answer> {
    const answer = await this.get(path, signal);
    if (answer.status !== 401 && answer.status !== 403) return answer;
    await bodyText(answer);
    throw new CredentialsNeeded(`${this.url} wants credentials (status ${String(answer.status)})`);
  }
}

/** Throws in words that say whose answer it was. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`the answer is not JSON: ${json.slice(0, 100)}`);
  }
}

/** Each result is `{metric: {v: VALUE}, value: [TIME, COUNT]}`; a value other than 0 and 1 is no `up` of Prometheus. */
function countsOf(answer: unknown): UpCounts | undefined {
  const { data } = answer as { data?: { result?: { metric?: { v?: string }; value?: [number, string] }[] } };
  if (!data?.result) return undefined;
  let [up, all] = [0, 0];
  for (const { metric, value } of data.result) {
    const count = Number(value?.[1] ?? 0);
    all += count;
    if (metric?.v === '1') up += count;
  }
  return { up, all };
}
