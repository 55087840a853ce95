import type { ContainerProbe, ProbeOutcome } from '../../ports/tempo.js';
import type { Engine, InspectedContainer } from './engine.js';

/** Docker's defaults, container/health.go: https://docs.docker.com/reference/dockerfile/#healthcheck. */
const DEFAULT_MS = 30_000;
/** What Docker runs a `CMD-SHELL` test with where the image names no shell. */
const SHELL = ['/bin/sh', '-c'];

/**
 * The healthcheck of a container as Docker runs it, wherever it comes from; undefined without one. `CMD` is an argv, `CMD-SHELL` one
 * string for the shell of the image (getProbe in moby's daemon/health.go).
 */
export function containerProbe({ Config: config }: Pick<InspectedContainer, 'Config'>): ContainerProbe | undefined {
  const { Test: test, Interval: interval, Timeout: timeout } = config.Healthcheck ?? {};
  const [kind, ...words] = test ?? [];
  const argv = kind === 'CMD' ? words : kind === 'CMD-SHELL' ? [...(config.Shell ?? SHELL), ...words] : [];
  if (words.length === 0) return undefined;
  // A zero means not set to Docker; durations are nanoseconds.
  return { argv, intervalMs: interval ? interval / 1e6 : DEFAULT_MS, timeoutMs: timeout ? timeout / 1e6 : DEFAULT_MS };
}

/** Runs a healthcheck once, for as long as Docker would let it run. Throws what the engine threw. */
export async function runProbe(
  engine: Pick<Engine, 'exec'>,
  containerId: string,
  { argv, timeoutMs }: ContainerProbe,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const exitCode = await engine.exec(containerId, argv, AbortSignal.any([signal, timeout]));
    // The docker command ends, rather than throws, when it is cut short.
    if (timeout.aborted) return 'hung';
    return exitCode === 0 ? 'passed' : 'failed';
  } catch (error) {
    if (timeout.aborted) return 'hung';
    throw error;
  }
}
