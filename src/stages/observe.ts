import type { HostObservation } from '../model/host.js';
import type { BringUpFailure, Observation } from '../model/observation.js';
import { readinessOf } from '../rules/readiness.js';
import type { Verification } from './verify.js';
import type { WaitContext } from './wait-context.js';

const LOG_LINES = 25;
/** Some programs print all their options behind the line that says what is wrong, and Go the stack of everything that ran. */
const READ_LINES = 2000;

/** Records the end of a run as one value, with the last log lines of whatever is not well. */
export async function observe(
  context: WaitContext,
  seen: {
    readonly bringUpFailure?: BringUpFailure | undefined;
    readonly host?: HostObservation | undefined;
    readonly verification?: Verification | undefined;
    readonly interrupted?: Observation['interrupted'];
    readonly runStartedMs?: number;
    readonly confirmations?: Observation['confirmations'];
  },
): Promise<Observation> {
  const { plan, watch, clock } = context;
  const containers = watch.containers();
  const atMs = clock.now();
  // One that was only created waits for others; one that Docker could not start has its words.
  const tried = containers.filter(({ state, startError }) => state !== 'created' || startError !== '');
  const started = new Set(tried.map(({ service }) => service));
  const unwell = [...plan.readyWhen.keys()].filter(
    (service) => started.has(service) && readinessOf(service, containers, plan, atMs).kind !== 'ready',
  );
  return {
    atMs,
    runStartedMs: seen.runStartedMs,
    containers,
    targets: seen.verification?.list,
    prometheus: seen.verification?.prometheus ?? { ready: false },
    logs: Object.fromEntries(await Promise.all(unwell.map((service) => lastLines(service, context)))),
    bringUpFailure: seen.bringUpFailure,
    host: seen.host,
    neverStarted: [...plan.readyWhen.keys()].filter((service) => !started.has(service)),
    interrupted: seen.interrupted,
    ...(seen.confirmations && seen.confirmations.length > 0 ? { confirmations: seen.confirmations } : {}),
  };
}

/** The observation with the last log lines of a service that Docker has nothing against. */
export async function withLog(observation: Observation, service: string, context: WaitContext): Promise<Observation> {
  const [name, lines] = await lastLines(service, context);
  return { ...observation, logs: { ...observation.logs, [name]: lines } };
}

async function lastLines(service: string, { watch, runtime }: WaitContext): Promise<[string, readonly string[]]> {
  const containers = watch.of(service);
  const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
  const gone = container === undefined || container.watched?.removedAtMs !== undefined;
  return [service, gone ? [] : telling(await runtime.logs(container.id, READ_LINES))];
}

/** The last lines, and before them the first one that speaks of an error when it stands further up. */
function telling(lines: readonly string[]): readonly string[] {
  if (lines.length <= LOG_LINES) return lines;
  const last = lines.slice(-LOG_LINES);
  const first = lines.slice(0, -LOG_LINES).find((line) => /\berror\b|fatal|panic/i.test(line));
  return first === undefined ? last : [first, ...last.slice(1)];
}
