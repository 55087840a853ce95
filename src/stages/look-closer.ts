import type { ContainerSnapshot, Observation } from '../model/observation.js';
import type { ServerFacts } from '../model/server-facts.js';
import type { PrometheusInstance } from '../model/stack.js';
import type { Clock } from '../ports/clock.js';
import type { Inspection } from '../ports/inspection.js';
import type { PrometheusDoor } from '../ports/prometheus.js';
import { nothingStored } from '../rules/stored-samples.js';

/** What a closer look must not exceed: the verdict waits for it. */
const MOST_MS = 3_000;
/** Prometheus hands on what its discovery finds in steps of 5 s, so for so long an empty list of Alertmanagers is no answer. */
export const DISCOVERY_MS = 10_000;
const AGAIN_MS = 500;
/** The samples of a scrape are written after it counts as succeeded, which takes a moment on a busy machine. */
const WRITING_MS = 2_000;

/** What is looked at. */
export interface CloserLook {
  readonly observation: Observation;
  readonly inspection: Inspection | undefined;
  readonly door: PrometheusDoor;
  readonly instance: PrometheusInstance | undefined;
  readonly clock: Clock;
}

/** Adds to an observation what containers, the kernel and Prometheus itself tell beyond what the run had to know. Never throws. */
export async function lookCloser({ observation, inspection, door, instance, clock }: CloserLook): Promise<Observation> {
  // Not by the deadline of the run: what is seen after it is over says why it was.
  const bounded = AbortSignal.timeout(MOST_MS);
  const [containers, server] = await Promise.all([
    Promise.all(observation.containers.map((container) => withFacts(container, inspection, bounded))),
    observation.prometheus.ready ? askServer(observation, instance, door, clock) : undefined,
  ]);
  return { ...observation, containers, ...(server ? { server } : {}) };
}

async function withFacts(
  container: ContainerSnapshot,
  inspection: Inspection | undefined,
  signal: AbortSignal,
): Promise<ContainerSnapshot> {
  const facts = await inspection?.facts(container, signal).catch(() => undefined);
  return { ...container, ...facts };
}

async function askServer(
  { containers, targets }: Observation,
  instance: PrometheusInstance | undefined,
  door: PrometheusDoor,
  clock: Clock,
): Promise<ServerFacts | undefined> {
  const container = containers.find(({ service }) => service === instance?.service.name);
  if (!instance || !container) return undefined;
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    const { api } = await door.open(instance, container, signal);
    let facts = await api?.facts?.(signal);
    const unfinished: readonly (readonly [number, (facts: ServerFacts) => boolean])[] = [
      [DISCOVERY_MS, (now) => awaitsAlertmanagers(now, clock.now())],
      [WRITING_MS, (now) => nothingStored({ targets, server: now }) !== undefined],
    ];
    for (const [ms, isUnfinished] of unfinished) {
      const untilMs = clock.now() + ms;
      while (facts && isUnfinished(facts) && clock.now() < untilMs) {
        await clock.sleep(AGAIN_MS);
        facts = { ...facts, ...(await api?.facts?.(AbortSignal.timeout(MOST_MS))) };
      }
    }
    await api?.close();
    return facts;
  } catch {
    return undefined;
  }
}

/** Alertmanagers are configured, none is known, and Prometheus has not run for long. */
function awaitsAlertmanagers({ activeConfig = '', alertmanagers, runtime }: ServerFacts, nowMs: number): boolean {
  if (!alertmanagers || alertmanagers.active.length + alertmanagers.dropped.length > 0) return false;
  const startedMs = Date.parse(String(runtime?.['startTime']));
  return /^ *alertmanagers:/m.test(activeConfig) && nowMs - startedMs < DISCOVERY_MS;
}
