import type { Cause } from '../model/cause.js';
import type { ContainerSnapshot } from '../model/observation.js';
import type { ReadyWhen } from '../model/plan.js';
import type { Dependency } from '../model/stack.js';

/** What is to be thought of a service at one instant. */
export type Readiness =
  | { readonly kind: 'ready'; readonly as: 'healthy' | 'running' | 'completed' }
  /** `recheckMs`: when time alone, without an event, may change the answer. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly recheckMs?: number }
  /** No amount of waiting helps. */
  | { readonly kind: 'hopeless'; readonly cause: Cause; readonly reason: string };

/** How long a container without a healthcheck has to run before it counts as ready. */
export const STABLE_AFTER_MS = 1500;
/** Restarts after which a container counts as looping. */
export const CRASH_LOOP_RESTARTS = 3;

/** Judges a service by all of its containers: one that is hopeless decides, else all have to be ready. */
export function judgeService(containers: readonly ContainerSnapshot[], readyWhen: ReadyWhen, nowMs: number): Readiness {
  if (containers.length === 0) return { kind: 'waiting', reason: 'its container' };
  const verdicts = containers.map((container) => judgeContainer(container, readyWhen, nowMs));
  return (
    verdicts.find(({ kind }) => kind === 'hopeless') ??
    verdicts.find(({ kind }) => kind === 'waiting') ??
    verdicts[0] ?? { kind: 'waiting', reason: 'its container' }
  );
}

function judgeContainer(container: ContainerSnapshot, readyWhen: ReadyWhen, nowMs: number): Readiness {
  switch (container.state) {
    case 'running':
      return judgeRunning(container, readyWhen, nowMs);
    case 'exited':
      return judgeExited(container);
    case 'restarting':
      return container.restarts >= CRASH_LOOP_RESTARTS
        ? crashLoop(container)
        : { kind: 'waiting', reason: 'its restart' };
    case 'dead':
      return { kind: 'hopeless', cause: 'container-exited', reason: 'Docker reports the container as dead' };
    case 'paused':
      return { kind: 'waiting', reason: 'being unpaused' };
    case 'created':
      return { kind: 'waiting', reason: container.startError === '' ? 'its start' : container.startError };
    case 'removing':
      return { kind: 'waiting', reason: 'its removal' };
  }
}

function judgeRunning(container: ContainerSnapshot, readyWhen: ReadyWhen, nowMs: number): Readiness {
  if (container.restarts >= CRASH_LOOP_RESTARTS && container.health !== 'healthy') return crashLoop(container);
  if (container.health === 'unhealthy') {
    const cause = probeCannotStart(container) ? 'healthcheck-binary-missing' : 'healthcheck-fails';
    return { kind: 'hopeless', cause, reason: 'its healthcheck fails' };
  }
  if (readyWhen === 'completed') return { kind: 'waiting', reason: 'its completion' };
  if (container.health === 'healthy') return { kind: 'ready', as: 'healthy' };
  if (container.health === 'starting') return { kind: 'waiting', reason: 'its healthcheck' };
  const left = container.startedAtMs + STABLE_AFTER_MS - nowMs;
  return left <= 0 ? { kind: 'ready', as: 'running' } : { kind: 'waiting', reason: 'a stable run', recheckMs: left };
}

function judgeExited(container: ContainerSnapshot): Readiness {
  if (container.exitCode === 0 && !['always', 'unless-stopped'].includes(container.restartPolicy)) {
    return { kind: 'ready', as: 'completed' };
  }
  if (willRestart(container)) return { kind: 'waiting', reason: 'its restart' };
  return { kind: 'hopeless', cause: exitCause(container), reason: `exited with code ${String(container.exitCode)}` };
}

/** Whether the restart policy starts an exited container again. */
function willRestart({ restartPolicy, maximumRetries, restarts, exitCode }: ContainerSnapshot): boolean {
  if (restarts >= CRASH_LOOP_RESTARTS) return false;
  if (restartPolicy === 'always' || restartPolicy === 'unless-stopped') return true;
  return restartPolicy === 'on-failure' && exitCode !== 0 && (maximumRetries === 0 || restarts < maximumRetries);
}

/** Why a container exited, by what Docker and the shell's conventions say. */
function exitCause({ oomKilled, exitCode }: ContainerSnapshot): Cause {
  if (oomKilled) return 'out-of-memory';
  if (exitCode === 126) return 'command-not-executable';
  if (exitCode === 127) return 'command-not-found';
  return 'container-exited';
}

function crashLoop(container: ContainerSnapshot): Readiness {
  const cause = container.oomKilled ? 'out-of-memory' : 'crash-loop';
  const reason = `restarted ${String(container.restarts)} times, last exit code ${String(container.exitCode)}`;
  return { kind: 'hopeless', cause, reason };
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
export function conditionMet(condition: Dependency['condition'], containers: readonly ContainerSnapshot[]): boolean {
  if (containers.length === 0) return false;
  return containers.every(({ state, health, exitCode, startedAtMs }) => {
    if (condition === 'service_completed_successfully') return state === 'exited' && exitCode === 0;
    if (condition === 'service_healthy') return state === 'running' && health === 'healthy';
    return startedAtMs > 0;
  });
}
