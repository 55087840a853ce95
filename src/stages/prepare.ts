import type { HostObservation } from '../model/host.js';
import type { Stack } from '../model/stack.js';
import type { Host } from '../ports/host.js';
import type { Progress } from '../ports/progress.js';
import type { Footprint } from '../model/footprint.js';
import type { Runtime } from '../ports/runtime.js';
import { publishedPorts } from '../rules/published-ports.js';

/** What preparation needs. */
export interface PrepareContext {
  readonly runtime: Runtime;
  readonly host: Host;
  readonly progress: Progress;
  /** Called when it is known that the project is ours, before anything of it is made: what clean-up has to leave. */
  readonly announce: (keep: Footprint) => void;
}

/** What is known before anything starts. */
export interface Preparation {
  readonly host: HostObservation;
  /** Something of the host is in the way for sure: nothing is to be started. */
  readonly obstructed: boolean;
}

/** The project has containers already; the caller knows its name. */
export class ProjectInUse extends Error {
  override readonly name = 'ProjectInUse';
  constructor(readonly containers: number) {
    super(`the compose project already has ${String(containers)} containers`);
  }
}

/** Nothing is started before it is known that everything can be, and that the project is ours alone. */
export async function prepare(
  stack: Stack,
  { runtime, host, progress, announce }: PrepareContext,
  signal: AbortSignal,
): Promise<Preparation> {
  const wanted = publishedPorts(stack).map(({ protocol, port, mapping }) => ({
    protocol,
    port,
    address: mapping.hostAddress,
  }));
  // All at once; that the engine does not answer is said by the first, with what to do.
  const [footprint, look] = [runtime.footprint(), host.look(wanted, signal)];
  footprint.catch(() => undefined);
  progress.note(await runtime.require(signal));
  const before = await footprint;
  if (before.containers.length > 0) throw new ProjectInUse(before.containers.length);
  announce(before);
  const seen = await look;
  return { host: seen, obstructed: seen.portsInUse.length > 0 };
}
