import type { Cause } from '../model/cause.js';
import type { ContainerSnapshot } from '../model/observation.js';
import type { Plan, ReadyWhen } from '../model/plan.js';
import type { Dependency } from '../model/stack.js';
import { loopProvedInMs, quickRuns, stableAfterMs } from './crash-loop.js';
import { startErrorCause } from './start-error.js';

/** What is to be thought of a service at one instant. */
export type Readiness =
  | { readonly kind: 'ready'; readonly as: 'healthy' | 'running' | 'completed' }
  /** `recheckMs`: when time alone, without an event, may change the answer. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly recheckMs?: number }
  /** No amount of waiting helps. */
  | { readonly kind: 'hopeless'; readonly cause: Cause; readonly reason: string };

/** How long somebody else may take to start again what they stopped, paused or removed: `docker restart` does both. */
export const FOREIGN_GRACE_MS = 10_000;

/** Judges a service of a plan by those of all containers that are its own. */
export function readinessOf(
  service: string,
  all: readonly ContainerSnapshot[],
  { readyWhen, replicas }: Pick<Plan, 'readyWhen' | 'replicas'>,
  nowMs: number,
): Readiness {
  const own = all.filter((container) => container.service === service);
  return judgeService(own, readyWhen.get(service) ?? 'healthy-or-running', nowMs, replicas.get(service));
}

/** Judges a service by all of its containers: one that is hopeless decides, else every replica has to be ready. */
export function judgeService(
  containers: readonly ContainerSnapshot[],
  readyWhen: ReadyWhen,
  nowMs: number,
  replicas = 1,
): Readiness {
  if (replicas === 0) return { kind: 'ready', as: 'running' };
  const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
  // One that was replaced by another is not missed.
  const missed = there.length < replicas ? containers.filter((container) => !there.includes(container)) : [];
  const verdicts = [...there, ...missed].map((container) => judgeContainer(container, readyWhen, nowMs));
  return (
    verdicts.find(({ kind }) => kind === 'hopeless') ??
    soonest(verdicts) ??
    (there.length < replicas ? { kind: 'waiting', reason: missing(replicas, there.length) } : verdicts[0]) ?? {
      kind: 'waiting',
      reason: 'its container',
    }
  );
}

function missing(replicas: number, there: number): string {
  return replicas === 1 ? 'its container' : `${String(replicas - there)} of its ${String(replicas)} containers`;
}

/** The first reason to wait, with the first instant at which any of them may be gone. */
function soonest(verdicts: readonly Readiness[]): Readiness | undefined {
  const waiting = verdicts.filter((verdict) => verdict.kind === 'waiting');
  const [first] = waiting;
  const recheckMs = Math.min(...waiting.map((verdict) => verdict.recheckMs ?? Infinity));
  return first && (recheckMs === Infinity ? first : { ...first, recheckMs });
}

function judgeContainer(container: ContainerSnapshot, readyWhen: ReadyWhen, nowMs: number): Readiness {
  const { state, watched, startError } = container;
  if (watched?.removedAtMs !== undefined) return foreign(watched.removedAtMs, nowMs, 'was removed', 'its replacement');
  switch (state) {
    case 'running':
      return judgeRunning(container, readyWhen, nowMs);
    case 'exited':
      return judgeExited(container, nowMs);
    case 'restarting':
      return judgeFailed(container, nowMs) ?? { kind: 'waiting', reason: 'its restart' };
    case 'dead':
      return { kind: 'hopeless', cause: 'container-exited', reason: 'is dead: Docker could not remove what it left' };
    case 'paused':
      return foreign(watched?.pausedAtMs, nowMs, 'is paused', 'being unpaused');
    case 'created':
      if (startError === '') return { kind: 'waiting', reason: 'its start' };
      return { kind: 'hopeless', cause: startErrorCause(startError), reason: 'could not be started' };
    case 'removing':
      return { kind: 'waiting', reason: 'its removal' };
  }
}

function judgeRunning(container: ContainerSnapshot, readyWhen: ReadyWhen, nowMs: number): Readiness {
  const { health, startedAtMs, watched } = container;
  const failed = judgeFailed(container, nowMs);
  if (failed?.kind === 'hopeless' && (health !== 'healthy' || failed.cause === 'out-of-memory')) return failed;
  if (health === 'unhealthy') {
    const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
    return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
  }
  if (readyWhen === 'completed') return { kind: 'waiting', reason: 'its completion' };
  if (health === 'healthy') return { kind: 'ready', as: 'healthy' };
  if (health === 'starting') return failed ?? { kind: 'waiting', reason: 'its healthcheck' };
  const left = startedAtMs + stableAfterMs(container) - nowMs;
  if (left <= 0) return { kind: 'ready', as: 'running' };
  return { kind: 'waiting', reason: watched?.endedRuns.length ? 'a run that lasts' : 'a stable run', recheckMs: left };
}

/** What the runs that ended say of a container that Docker restarts; undefined when they say nothing. */
function judgeFailed(container: ContainerSnapshot, nowMs: number): Readiness | undefined {
  const { state, oomKilled, watched, restarts, exitCode } = container;
  const outOfMemory = watched?.endedRuns.some((run) => run.oomKilled) ?? false;
  // A process that outlives the end of one of its children was not killed itself.
  if (outOfMemory || (oomKilled && state === 'restarting')) {
    return { kind: 'hopeless', cause: 'out-of-memory', reason: 'was killed' };
  }
  const provedInMs = loopProvedInMs(container, nowMs);
  if (provedInMs === undefined) return undefined;
  const ends = Math.max(restarts, quickRuns(container).length);
  const last = quickRuns(container).at(-1)?.exitCode ?? exitCode;
  const reason = `ended ${String(ends)} times, last with exit code ${String(last)}`;
  if (provedInMs === 0) return { kind: 'hopeless', cause: 'crash-loop', reason };
  return { kind: 'waiting', reason: `a run that lasts: it ${reason}`, recheckMs: provedInMs };
}

/**
 * Docker sets this state only when it will not start the container again, whatever the restart policy: it is `restarting` else, from the
 * same instant on (daemon/monitor.go of moby, handleContainerExit).
 */
function judgeExited(container: ContainerSnapshot, nowMs: number): Readiness {
  const { exitCode, restartPolicy, watched, oomKilled } = container;
  const keptUp = restartPolicy === 'always' || restartPolicy === 'unless-stopped';
  if (watched?.stoppedAtMs !== undefined)
    return foreign(watched.stoppedAtMs, nowMs, 'was stopped', 'being started again');
  if (exitCode === 0 && !oomKilled) {
    if (!keptUp) return { kind: 'ready', as: 'completed' };
    return { kind: 'hopeless', cause: 'stopped-from-outside', reason: 'was stopped: Docker does not restart it' };
  }
  return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(exitCode)}` };
}

/** What somebody else did may be undone by them in a moment. */
function forever(reason: string): Readiness {
  return { kind: 'hopeless', cause: 'stopped-from-outside', reason: `${reason} by somebody else` };
}

function foreign(sinceMs: number | undefined, nowMs: number, what: string, undone: string): Readiness {
  if (sinceMs === undefined) return { kind: 'waiting', reason: undone };
  const left = sinceMs + FOREIGN_GRACE_MS - nowMs;
  return left <= 0 ? forever(what) : { kind: 'waiting', reason: undone, recheckMs: left };
}

/** Why a container exited, by what Docker and the shell's conventions say. */
function exitCause({ oomKilled, exitCode }: ContainerSnapshot): Cause {
  if (oomKilled) return 'out-of-memory';
  if (exitCode === 126) return 'command-not-executable';
  if (exitCode === 127) return 'command-not-found';
  return 'container-exited';
}

/** Docker's words, or the shell's exit codes 126 and 127, for a probe that could not even start. */
function probeCannotStart({ probes }: ContainerSnapshot): boolean {
  const last = probes.at(-1);
  if (!last) return false;
  return (
    last.exitCode === 126 ||
    last.exitCode === 127 ||
    /OCI runtime exec failed|executable file not found/.test(last.output)
  );
}

/** Whether a dependency's condition holds; every container of the service has to meet it. */
export function conditionMet(
  condition: Dependency['condition'],
  containers: readonly ContainerSnapshot[],
  replicas = 1,
): boolean {
  const there = containers.filter(({ watched }) => watched?.removedAtMs === undefined);
  if (there.length < Math.max(1, replicas)) return false;
  return there.every(({ state, health, exitCode, startedAtMs }) => {
    if (condition === 'service_completed_successfully') return state === 'exited' && exitCode === 0;
    if (condition === 'service_healthy') return state === 'running' && health === 'healthy';
    return startedAtMs > 0;
  });
}
