import { isEmptyAnswer } from '../model/empty-answer.js';
import type { ContainerSnapshot } from '../model/observation.js';
import { resolveName } from '../model/resolve-name.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { ProbeAnswer, TargetProbe } from '../model/target-probe.js';
import type { Clock } from '../ports/clock.js';
import type { Inspection, ProbeRequest } from '../ports/inspection.js';
import { hostAndPort, scrapeRequest, type ScrapeRequest } from './probe-request.js';

/** A stack with more targets has the cause of one in another; Prometheus itself asks all of them. */
const MOST_TARGETS = 200;
const AT_ONCE = 8;
const MOST_REDIRECTS = 5;
/** How long a slow target is waited for, so that its answer can be measured against scrape_timeout. */
const PATIENCE_MS = 20_000;
/** The last look is in the way of the verdict. */
const LAST_LOOK_MS = 5_000;
const ELSEWHERE_MS = 2_000;
/** Where metrics usually are: client libraries, Spring, Quarkus and MicroProfile, Vault, Consul and Nomad, Traefik's and Envoy's. */
const USUAL_PATHS = [
  '/metrics',
  '/metrics/',
  '/actuator/prometheus',
  '/q/metrics',
  '/prometheus',
  '/prometheus/metrics',
  '/stats/prometheus',
  '/federate',
];

/** What probing needs. */
export interface ProbingContext {
  readonly stack: Stack;
  /** Undefined where nothing can be looked into: then nothing is asked. */
  readonly inspection: Inspection | undefined;
  readonly clock: Clock;
  readonly containers: () => readonly ContainerSnapshot[];
}

/** Asks targets as Prometheus does, from where Prometheus is, and remembers the last answer of each. */
export class TargetProbing {
  readonly #found = new Map<ExpectedTarget, TargetProbe>();

  readonly #stop = new AbortController();
  #first: Promise<void> | undefined;

  constructor(private readonly context: ProbingContext) {}

  /** Asks each target once, beside whatever else happens. */
  start(expected: readonly ExpectedTarget[], signal: AbortSignal): void {
    const either = AbortSignal.any([signal, this.#stop.signal]);
    const first = expected.slice(0, MOST_TARGETS);
    this.#first = this.#each(first, (target) => this.#probe(target, undefined, PATIENCE_MS, either));
  }

  /** Asks again those that are not up, and where Prometheus says that it looks for them. Never rejects. */
  async finish(results: readonly TargetResult[], signal: AbortSignal): Promise<readonly TargetProbe[]> {
    this.#stop.abort();
    await this.#first;
    const again = results.filter((result) => this.#isOpen(result)).slice(0, MOST_TARGETS);
    await this.#each(again, ({ expected, scrapeUrl }) => this.#probe(expected, scrapeUrl, LAST_LOOK_MS, signal));
    return [...this.#found.values()];
  }

  /** Not up, or empty at first sight, which may have been before there was anything. What was slow once has been measured. */
  #isOpen({ health, expected }: TargetResult): boolean {
    const last = this.#found.get(expected)?.answers.at(-1);
    if (health === 'up') return last !== undefined && isEmptyAnswer(last);
    return (health === 'down' || health === 'unknown') && !isSlow(last);
  }

  async #each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
    const left = [...all];
    const worker = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #probe(
    expected: ExpectedTarget,
    scrapeUrl: string | undefined,
    patienceMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { stack, inspection, clock } = this.context;
    const { job: name, address } = expected;
    const job = stack.prometheus?.config?.jobs.find((candidate) => candidate.name.value === name);
    if (!inspection || !job || address === undefined || (job.relabels && scrapeUrl === undefined)) return;
    const request = scrapeRequest(stack, job, { address, scrapeUrl }, (path) => inspection.credential(path));
    const resolved = request && this.#resolve(request.url);
    if (!request || !resolved || signal.aborted) return;
    const atMs = clock.now();
    const base = { ...request, timeoutMs: patienceMs };
    const get: Get = (more) => inspection.get({ ...base, ...more }, signal);
    const answers = await this.#answers(get, resolved, job, request);
    const elsewhere = await elsewhereThan(answers.at(-1), get, resolved[0], request.url);
    this.#found.set(expected, { job: name, address, atMs, by: 'host', resolved, answers, elsewhere });
  }

  /** Undefined when nobody here can tell, or when connecting from here would not be what Prometheus does. */
  #resolve(url: string): readonly string[] | undefined {
    const { stack, inspection, containers } = this.context;
    const host = hostAndPort(url)?.host;
    const from = containers().find(({ service }) => service === stack.prometheus?.service.name);
    if (host === undefined || !from || inspection?.reachesContainers !== true) return undefined;
    const { kind, addresses } = resolveName(host, from, containers());
    return kind === 'networks' || kind === 'none' ? addresses : undefined;
  }

  /** Each address in turn until one can be connected to, as Go's dialler does; then along redirects. */
  async #answers(
    get: Get,
    resolved: readonly string[],
    job: ScrapeJob,
    request: ScrapeRequest,
  ): Promise<ProbeAnswer[]> {
    const tried: ProbeAnswer[] = [];
    for (const address of resolved) {
      const answer = await get({ address });
      tried.push(answer);
      if (answer.step !== 'connect') break;
    }
    for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
      const next = redirected(tried.at(-1), job, request);
      const address = next && this.#resolve(next.url)?.[0];
      if (!next || address === undefined) break;
      tried.push(await get({ ...next, address }));
    }
    return tried;
  }
}

/** One request with what differs from the first. */
type Get = (more: Partial<ProbeRequest> & { readonly address: string }) => Promise<ProbeAnswer>;

/** Where metrics, or an answer at all, are to be had when the first answer was none; nothing when there is no need to ask. */
async function elsewhereThan(
  answer: ProbeAnswer | undefined,
  get: Get,
  address: string | undefined,
  asked: string,
): Promise<ProbeAnswer[]> {
  if (!answer || address === undefined) return [];
  const { origin, pathname, href } = new URL(asked);
  const urls = wantsOtherPath(answer)
    ? USUAL_PATHS.filter((path) => path !== pathname).map((path) => `${origin}${path}`)
    : wantsTls(answer, asked)
      ? [href.replace(/^http:/, 'https:')]
      : [];
  const more = { address, timeoutMs: ELSEWHERE_MS, tls: { insecure: true } };
  const answers = await Promise.all(urls.map((url) => get({ ...more, url })));
  return answers.filter(({ status, url }) => status === 200 || (status !== undefined && url.startsWith('https:')));
}

function isSlow(answer: ProbeAnswer | undefined): boolean {
  return answer !== undefined && (answer.errorCode === 'TIMEOUT' || answer.totalMs > LAST_LOOK_MS);
}

/** Metrics may be at another path when this one has none. */
function wantsOtherPath(answer: ProbeAnswer): boolean {
  if (answer.status === undefined || answer.status === 401 || answer.status === 403) return false;
  if (answer.status !== 200) return answer.status < 500 && answer.status !== 400;
  return /^\s*[<{[]/.test(answer.bodyStart ?? '') || (answer.bodyBytes === 0 && answer.step === 'done');
}

/** A TLS server closes a connection on which plain HTTP comes, or answers with an alert; one of Go says so. */
function wantsTls({ step, errorCode, status }: ProbeAnswer, asked: string): boolean {
  if (!asked.startsWith('http:')) return false;
  return status === 400 || (step === 'request' && errorCode !== 'TIMEOUT');
}

/** The request that a redirect asks for. Another host gets no credentials, as in Go's client. */
function redirected(
  answer: ProbeAnswer | undefined,
  job: ScrapeJob,
  request: ScrapeRequest,
): Pick<ScrapeRequest, 'url' | 'headers'> | undefined {
  const location = answer?.headers?.['location'];
  if (!answer || location === undefined || ![301, 302, 303, 307, 308].includes(answer.status ?? 0)) return undefined;
  if (text(child(job.node, 'follow_redirects')) === 'false') return undefined;
  const url = parseUrl(location, answer.url);
  if (!url) return undefined;
  const { Authorization: _, ...bare } = request.headers;
  const sameHost = url.host === new URL(answer.url).host;
  return { url: url.href, headers: sameHost ? request.headers : bare };
}

function parseUrl(location: string, base: string): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}
