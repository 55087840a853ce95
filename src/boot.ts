import type { Finding } from './model/finding.js';
import type { Observation } from './model/observation.js';
import type { Plan } from './model/plan.js';
import type { HostObservation } from './model/host.js';
import type { Stack } from './model/stack.js';
import type { TargetResult } from './model/target.js';
import type { TempoRecord } from './model/tempo.js';
import type { TempoDriver } from './ports/tempo.js';
import { putBack } from './stages/confirm.js';
import { consult } from './stages/consult.js';
import type { Deadline } from './stages/deadline.js';
import { expectedTargets } from './stages/expected-targets.js';
import { HealthWitness } from './stages/health-witness.js';
import { lookAround, type Witnesses } from './stages/look-around.js';
import type { PrepareContext } from './stages/prepare.js';
import { prove, type Proof } from './stages/prove.js';
import { raise, type Raised } from './stages/raise.js';
import { followServices } from './stages/service-progress.js';
import { ServiceWatch } from './stages/service-watch.js';
import type { StageLog } from './stages/stage-log.js';
import { TargetProbing } from './stages/target-probing.js';
import { quicken, type Quickened } from './stages/tempo.js';
import type { VerifyContext } from './stages/verify.js';
import { waitUntilReady } from './stages/wait.js';
import type { WaitContext } from './stages/wait-context.js';

/** What a gate needs of the world. */
export interface GatePorts extends PrepareContext, Witnesses {
  /** Aborted by who does not want to wait until containers stop by themselves. */
  readonly hurry?: AbortSignal | undefined;
  /** The fast tempo; without one the run is faithful. */
  readonly tempo?: TempoDriver | undefined;
}

/** The stages that do something to the project. */
export const UP_TO_VERIFY = ['pull', 'build', 'up', 'wait', 'verify'];

/** What is in the way is found before anything of the project exists. */
export function unstarted(stack: Stack, plan: Plan, stages: StageLog, host: HostObservation, atMs: number): Boot {
  stages.skipAll(UP_TO_VERIFY, 'a port of the host is taken');
  const neverStarted = [...plan.readyWhen.keys()];
  const observation = { atMs, containers: [], prometheus: { ready: false }, logs: {}, neverStarted, host };
  const tempo = { mode: 'faithful', changes: [], confirmations: [] } as const;
  return { observation, targets: unknownTargets(stack), readyAt: new Map(), tempo };
}

/** What is known and told before anything starts. */
export interface Beforehand {
  readonly startedMs: number;
  readonly found: readonly Finding[];
  readonly host: HostObservation;
  readonly demand: VerifyContext['demand'] | undefined;
  readonly leavesRunning: boolean;
}

/** What a run saw. */
export interface Boot {
  readonly observation: Observation;
  readonly targets: readonly TargetResult[];
  readonly readyAt: ReadonlyMap<string, number>;
  readonly tempo: TempoRecord;
}

/** Brings the stack up, waits, proves its targets, and looks at what there is to see. */
export async function boot(
  stack: Stack,
  plan: Plan,
  stages: StageLog,
  ports: GatePorts,
  deadline: Deadline,
  before: Beforehand,
): Promise<Boot> {
  const { runtime, clock, progress, tempo } = ports;
  const { signal } = deadline;
  const say = (service: string, as: string): void => {
    progress.note(`${service} is ${as}`);
  };
  const watch = new ServiceWatch(runtime, clock, plan, say);
  const context: WaitContext = { plan, runtime, watch, clock, progress, signal };
  const unfollow = followServices(context);
  const witness = tempo && new HealthWitness({ plan, watch, driver: tempo, clock });
  try {
    witness?.start();
    const raised = await raise(context, stages, () => hurry(stack, plan, ports, signal));
    // By now the images are there; it goes on beside the wait, which has nothing to do but wait. What was not begun needs no second opinion.
    const asked = raised.begun ? consult(stack, before.found, runtime, signal) : [];
    const probing = probingOf(stack, ports, watch);
    const proof = await waitAndProve({ stack, context, stages, ports, before, raised, probing });
    await watch.refresh();
    // What becomes ready while logs are read is not in the observation either.
    const readyAt = new Map(watch.readyAt);
    const ended = { ...before, up: raised.up, proof, interrupted: deadline.interrupted };
    const targetProbes = await probing.finish(proof?.verification.targets ?? [], signal);
    const around = await lookAround(stack, ports, context, ended);
    const observation = { ...around, targetProbes, authorities: await asked };
    if (before.leavesRunning) await leaveAsConfigured(stack, context, tempo, raised.quick);
    const targets = proof?.verification.targets ?? unknownTargets(stack);
    return { observation, targets, readyAt, tempo: tempoOf(tempo, witness, raised.quick, proof) };
  } finally {
    unfollow();
    await witness?.close();
    await watch.close();
  }
}

/** Whom to ask, and what came before. */
interface Raising {
  readonly stack: Stack;
  readonly context: WaitContext;
  readonly stages: StageLog;
  readonly ports: GatePorts;
  readonly before: Beforehand;
  readonly raised: Raised;
  readonly probing: TargetProbing;
}

/** Resolves to nothing when not every service became ready. */
async function waitAndProve({
  stack,
  context,
  stages,
  ports: { door, tempo },
  before: { startedMs, demand },
  raised: { up, quick },
  probing,
}: Raising): Promise<Proof | undefined> {
  if (!up.ok) stages.skip('wait', 'not everything was started');
  const ready = up.ok && (await stages.run('wait', () => waitUntilReady(context), Boolean));
  if (!ready) {
    stages.skip('verify', 'not every service is ready');
    return undefined;
  }
  probing.start(expectedTargets(stack), context.signal);
  return prove(stack, context, stages, { door, tempo, startedMs, demand, quick });
}

/** Most failures are named before the first scrape, and what was seen explains those that Prometheus sees. */
function probingOf(stack: Stack, { inspection, clock, progress }: GatePorts, watch: ServiceWatch): TargetProbing {
  const say = (line: string): void => {
    progress.note(line);
  };
  return new TargetProbing({ stack, inspection, clock, containers: () => watch.containers(), say });
}

/** Whoever uses the stack from here on finds it as it is configured. */
async function leaveAsConfigured(
  { prometheus }: Stack,
  context: WaitContext,
  driver: TempoDriver | undefined,
  quick: Quickened | undefined,
): Promise<void> {
  if (!quick?.original || !driver || !prometheus) return;
  await putBack(context, { driver, original: quick.original }, prometheus.service.name);
}

function tempoOf(
  driver: TempoDriver | undefined,
  witness: HealthWitness | undefined,
  quick: Quickened | undefined,
  proof: Proof | undefined,
): TempoRecord {
  return {
    mode: driver ? 'fast' : 'faithful',
    changes: [...(witness?.changes ?? []), ...(quick?.changes ?? [])],
    confirmations: proof?.confirmations ?? [],
  };
}

function unknownTargets(stack: Stack): TargetResult[] {
  return expectedTargets(stack).map((expected) => ({ expected, health: 'unknown' }));
}

/** Shortens the waits of this run, when it may. */
async function hurry(
  stack: Stack,
  plan: Plan,
  { tempo, progress }: GatePorts,
  signal: AbortSignal,
): Promise<Quickened | undefined> {
  if (!tempo) return undefined;
  const quick = await quicken(stack, plan, tempo, signal);
  progress.note(`${String(quick.changes.length)} settings are tightened for this run`);
  return quick;
}
