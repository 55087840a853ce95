import { isEmptyAnswer } from '../model/empty-answer.js';
import type { ContainerSnapshot } from '../model/observation.js';
import { resolveName } from '../model/resolve-name.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import type { ExpectedTarget, TargetResult } from '../model/target.js';
import type { ProbeAnswer, TargetProbe } from '../model/target-probe.js';
import type { Clock } from '../ports/clock.js';
import type { Inspection, ReadBody } from '../ports/inspection.js';
import { bodyReader } from './body-reader.js';
import { elsewhereThan, faultOf, redirected, type Get } from './probe-choices.js';
import { hostAndPort, scrapeRequest, type ScrapeRequest } from './probe-request.js';

/** A stack with more targets has the cause of one in another; Prometheus itself asks all of them. */
const MOST_TARGETS = 200;
const AT_ONCE = 8;
const MOST_REDIRECTS = 5;
/** How long a slow target is waited for, so that its answer can be measured against scrape_timeout. */
const PATIENCE_MS = 20_000;
/** The last look is in the way of the verdict. */
const LAST_LOOK_MS = 5_000;

/** What probing needs. */
export interface ProbingContext {
  readonly stack: Stack;
  /** Undefined where nothing can be looked into: then nothing is asked. */
  readonly inspection: Inspection | undefined;
  readonly clock: Clock;
  readonly containers: () => readonly ContainerSnapshot[];
  /** Told once of each target that gives no metrics at first. */
  readonly say?: (line: string) => void;
}

interface ProbeAims {
  /** Where Prometheus says that it looks for the target. */
  readonly scrapeUrl?: string | undefined;
  readonly patienceMs: number;
  readonly read?: ReadBody | undefined;
}

/** Asks targets as Prometheus does, from where Prometheus is, and remembers the last answer of each. */
export class TargetProbing {
  /** By job and address: a confirmation expects the same targets anew. */
  readonly #found = new Map<string, TargetProbe>();

  readonly #stop = new AbortController();
  #first: Promise<void> | undefined;

  constructor(private readonly context: ProbingContext) {}

  /** Asks each target once, beside whatever else happens. */
  start(expected: readonly ExpectedTarget[], signal: AbortSignal): void {
    const either = AbortSignal.any([signal, this.#stop.signal]);
    const first = expected.slice(0, MOST_TARGETS);
    this.#first = this.#each(first, (target) => this.#probe(target, { patienceMs: PATIENCE_MS }, either));
  }

  /** Asks again those that are not up, and where Prometheus says that it looks for them. Never rejects. */
  async finish(results: readonly TargetResult[], signal: AbortSignal): Promise<readonly TargetProbe[]> {
    this.#stop.abort();
    await this.#first;
    const again = results.filter((result) => this.#isOpen(result)).slice(0, MOST_TARGETS);
    // A target that is up can be read.
    const read = again.length === 0 ? undefined : await bodyReader(this.context.stack.prometheus?.version);
    await this.#each(again, ({ expected, scrapeUrl }) =>
      this.#probe(expected, { scrapeUrl, patienceMs: LAST_LOOK_MS, read }, signal),
    );
    return [...this.#found.values()];
  }

  /** Not up, or empty at first sight, which may have been before there was anything. What was slow once has been measured. */
  #isOpen({ health, expected }: TargetResult): boolean {
    const last = this.#found.get(keyOf(expected))?.answers.at(-1);
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
    { scrapeUrl, patienceMs, read }: ProbeAims,
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
    const base = { ...request, timeoutMs: patienceMs, from: stack.prometheus?.service.name ?? '', read };
    const get: Get = (more) => inspection.get({ ...base, ...more }, signal);
    const answers = await this.#answers(get, resolved, job, request);
    // Where nobody can ask, nothing is known.
    if (answers.length === 0 && resolved.length > 0) return;
    const elsewhere = await elsewhereThan(answers.at(-1), get, resolved[0], request.url);
    const fault = faultOf(answers.at(-1), resolved);
    if (fault !== undefined && !this.#found.has(keyOf(expected))) this.context.say?.(`${address} ${fault}`);
    const by = inspection.reachesContainers ? 'host' : 'exec';
    this.#found.set(keyOf(expected), { job: name, address, atMs, by, resolved, answers, elsewhere });
  }

  /** Undefined when nobody here can tell, or when asking from here would not be what Prometheus does. */
  #resolve(url: string): readonly string[] | undefined {
    const { stack, containers } = this.context;
    const host = hostAndPort(url)?.host;
    const from = containers().find(({ service }) => service === stack.prometheus?.service.name);
    if (host === undefined || !from) return undefined;
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
      if (answer) tried.push(answer);
      if (answer?.step !== 'connect') break;
    }
    for (let hops = 0; hops < MOST_REDIRECTS; hops++) {
      const next = redirected(tried.at(-1), job, request);
      const address = next && this.#resolve(next.url)?.[0];
      if (!next || address === undefined) break;
      const answer = await get({ ...next, address });
      if (!answer) break;
      tried.push(answer);
    }
    return tried;
  }
}

function keyOf({ job, address = '' }: ExpectedTarget): string {
  return `${job} ${address}`;
}

function isSlow(answer: ProbeAnswer | undefined): boolean {
  return answer !== undefined && (answer.errorCode === 'TIMEOUT' || answer.totalMs > LAST_LOOK_MS);
}
