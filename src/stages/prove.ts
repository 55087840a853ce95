import type { Stack } from '../model/stack.js';
import { isEvidence, isFine } from '../model/target.js';
import type { TempoRecord } from '../model/tempo.js';
import type { PrometheusDoor } from '../ports/prometheus.js';
import type { TempoDriver } from '../ports/tempo.js';
import { confirm, unconfirmed } from './confirm.js';
import { expectedTargets } from './expected-targets.js';
import type { StageLog } from './stage-log.js';
import type { Quickened } from './tempo.js';
import { verifyTargets, type Verification, type VerifyContext } from './verify.js';
import type { WaitContext } from './wait-context.js';

/** What the proof of the targets is made with. */
export interface ProofMeans {
  readonly door: PrometheusDoor;
  readonly tempo?: TempoDriver | undefined;
  readonly startedMs: number;
  /** What is asked of the targets; one scrape of each, also of those outside of the stack, when absent. */
  readonly demand?: VerifyContext['demand'] | undefined;
  readonly quick: Quickened | undefined;
}

/** What Prometheus said of the targets, and what was looked at again at the configured tempo. */
export interface Proof {
  readonly verification: Verification;
  readonly confirmations?: TempoRecord['confirmations'];
}

const DEMAND: VerifyContext['demand'] = { stableScrapes: 1, externalTargets: 'require' };

/** Asks Prometheus until it has proved every target; what fails under a tempo that is not the configured one counts when it fails again. */
export async function prove(
  stack: Stack,
  context: WaitContext,
  stages: StageLog,
  { door, tempo, startedMs, demand = DEMAND, quick }: ProofMeans,
): Promise<Proof> {
  const instance = stack.prometheus;
  if (!instance) throw new Error('a stack without Prometheus passed the check');
  const servicesReadyMs = Math.max(startedMs, ...context.watch.readyAt.values());
  const request = { ...context, instance, door, expected: expectedTargets(stack), demand, startedMs, servicesReadyMs };
  const allUp = ({ complete, targets }: Verification): boolean =>
    complete && targets.some((target) => isEvidence(target)) && targets.every((target) => isFine(target));
  const verification = await stages.run('verify', () => verifyTargets(request), allUp);
  const open = unconfirmed(verification);
  if (!tempo || !quick?.original || open.length === 0 || context.signal.aborted) return { verification };
  const restorer = { driver: tempo, original: quick.original };
  return stages.run(
    'confirm',
    () => confirm(request, open, restorer),
    (again) => allUp(again.verification),
  );
}
