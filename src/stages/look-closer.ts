import type { ContainerSnapshot, Observation } from '../model/observation.js';
import type { ServerFacts } from '../model/server-facts.js';
import type { PrometheusInstance } from '../model/stack.js';
import type { Inspection } from '../ports/inspection.js';
import type { PrometheusDoor } from '../ports/prometheus.js';

/** What a closer look must not exceed: the verdict waits for it. */
const MOST_MS = 3_000;

/** What is looked at. */
export interface CloserLook {
  readonly observation: Observation;
  readonly inspection: Inspection | undefined;
  readonly door: PrometheusDoor;
  readonly instance: PrometheusInstance | undefined;
}

/** Adds to an observation what containers, the kernel and Prometheus itself tell beyond what the run had to know. Never throws. */
export async function lookCloser({ observation, inspection, door, instance }: CloserLook): Promise<Observation> {
  // Not by the deadline of the run: what is seen after it is over says why it was.
  const bounded = AbortSignal.timeout(MOST_MS);
  const [containers, server] = await Promise.all([
    Promise.all(observation.containers.map((container) => withFacts(container, inspection, bounded))),
    observation.prometheus.ready ? askServer(observation.containers, instance, door, bounded) : undefined,
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
  containers: readonly ContainerSnapshot[],
  instance: PrometheusInstance | undefined,
  door: PrometheusDoor,
  signal: AbortSignal,
): Promise<ServerFacts | undefined> {
  const container = containers.find(({ service }) => service === instance?.service.name);
  if (!instance || !container) return undefined;
  try {
    const { api } = await door.open(instance, container, signal);
    const facts = await api?.facts?.(signal);
    await api?.close();
    return facts;
  } catch {
    return undefined;
  }
}
