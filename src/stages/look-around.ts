import type { HostObservation } from '../model/host.js';
import type { Observation } from '../model/observation.js';
import type { Stack } from '../model/stack.js';
import type { Clock } from '../ports/clock.js';
import type { Inspection } from '../ports/inspection.js';
import type { PrometheusDoor } from '../ports/prometheus.js';
import { nothingStored } from '../rules/stored-samples.js';
import type { BringUp } from './bring-up.js';
import { lookCloser } from './look-closer.js';
import { observe, withLog } from './observe.js';
import { lookAtPipeline } from './pipeline-look.js';
import type { Proof } from './prove.js';
import type { WaitContext } from './wait-context.js';

/** Whom to ask. */
export interface Witnesses {
  readonly door: PrometheusDoor;
  readonly clock: Clock;
  /** Absent where nothing can be looked into. */
  readonly inspection?: Inspection | undefined;
}

/** How the run ended, before anything is looked at. */
export interface Ended {
  readonly up: BringUp;
  readonly proof: Proof | undefined;
  readonly host: HostObservation;
  readonly startedMs: number;
  readonly interrupted: Observation['interrupted'];
}

/** What containers, Prometheus and what it works with say of themselves. */
export async function lookAround(
  stack: Stack,
  { inspection, door, clock }: Witnesses,
  context: WaitContext,
  { up, proof, host, startedMs, interrupted }: Ended,
): Promise<Observation> {
  const observation = await observe(context, {
    bringUpFailure: up.failure,
    host,
    verification: proof?.verification,
    interrupted,
    runStartedMs: startedMs,
    confirmations: proof?.confirmations,
  });
  const seen = await lookCloser({ observation, inspection, door, instance: stack.prometheus, clock });
  const mute = nothingStored(seen) ? stack.prometheus?.service.name : undefined;
  const closer = mute === undefined ? seen : await withLog(seen, mute, context);
  return { ...closer, pipeline: await lookAtPipeline({ stack, observation: closer, inspection, clock }) };
}
