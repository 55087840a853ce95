import type { Finding } from './model/finding.js';
import type { BringUpFailure, Observation } from './model/observation.js';
import type { Plan } from './model/plan.js';
import type { HostObservation } from './model/host.js';
import { type Stack } from './model/stack.js';
import { isEvidence, isFine, type TargetResult } from './model/target.js';
import type { TempoRecord } from './model/tempo.js';
import type { Clock } from './ports/clock.js';
import type { Inspection } from './ports/inspection.js';
import type { PrometheusDoor } from './ports/prometheus.js';
import type { TempoDriver } from './ports/tempo.js';
import { nothingStored } from './rules/stored-samples.js';
import { bringUp, buildImages, type BringUp } from './stages/bring-up.js';
import { confirm, putBack, unconfirmed } from './stages/confirm.js';
import { consult } from './stages/consult.js';
import { Deadline } from './stages/deadline.js';
import { expectedTargets } from './stages/expected-targets.js';
import { HealthWitness } from './stages/health-witness.js';
import { lookCloser } from './stages/look-closer.js';
import { observe, withLog } from './stages/observe.js';
import { lookAtPipeline } from './stages/pipeline-look.js';
import { type PrepareContext } from './stages/prepare.js';
import { pullImages } from './stages/pull.js';
import { followServices } from './stages/service-progress.js';
import { ServiceWatch } from './stages/service-watch.js';
import { StageLog } from './stages/stage-log.js';
import { TargetProbing } from './stages/target-probing.js';
import { quicken, type Quickened } from './stages/tempo.js';
import { verifyTargets, type Verification, type VerifyContext } from './stages/verify.js';
import { waitUntilReady } from './stages/wait.js';
import type { WaitContext } from './stages/wait-context.js';

/** What a gate needs of the world. */
export interface GatePorts extends PrepareContext {
  readonly door: PrometheusDoor;
  readonly clock: Clock;
  /** Aborted by who does not want to wait until containers stop by themselves. */
  readonly hurry?: AbortSignal | undefined;
  /** Absent where nothing can be looked into. */
  readonly inspection?: Inspection | undefined;
  /** The fast tempo; without one the run is faithful. */
  readonly tempo?: TempoDriver | undefined;
}

/** The stages that do something to the project. */
export const UP_TO_VERIFY = ['pull', 'build', 'up', 'wait', 'verify'];
const DEMAND: VerifyContext['demand'] = { stableScrapes: 1, externalTargets: 'require' };

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
  { startedMs, found, host, demand, leavesRunning }: Beforehand,
): Promise<Boot> {
  const { runtime, clock, progress } = ports;
  const say = (service: string, as: string): void => {
    progress.note(`${service} is ${as}`);
  };
  const watch = new ServiceWatch(runtime, clock, plan, say);
  const context: WaitContext = { plan, runtime, watch, clock, progress, signal: deadline.signal };
  const unfollow = followServices(context);
  const witness = ports.tempo && new HealthWitness({ plan, watch, driver: ports.tempo, clock });
  try {
    witness?.start();
    const { up, quick, begun } = await raise(context, stages, () => hurry(stack, plan, ports, deadline.signal));
    // By now the images are there; it goes on beside the wait, which has nothing to do but wait. What was not begun needs no second opinion.
    const asked = begun ? consult(stack, found, runtime, deadline.signal) : [];
    const ready =
      up.ok &&
      (await stages.run(
        'wait',
        () => waitUntilReady(context),
        (ok) => ok,
      ));
    if (!up.ok) stages.skip('wait', 'not everything was started');
    const probing = probingOf(stack, ports, watch);
    if (ready) probing.start(expectedTargets(stack), deadline.signal);
    const { verification, confirmations = [] } = ready
      ? await verify(stack, context, stages, ports, { startedMs, demand, quick })
      : {};
    if (!ready) stages.skip('verify', 'not every service is ready');
    await watch.refresh();
    // What becomes ready while logs are read is not in the observation either.
    const readyAt = new Map(watch.readyAt);
    const { interrupted } = deadline;
    const seen = {
      bringUpFailure: up.failure,
      host,
      verification,
      interrupted,
      runStartedMs: startedMs,
      confirmations,
    };
    const targetProbes = await probing.finish(verification?.targets ?? [], deadline.signal);
    const around = await lookAround(stack, ports, await observe(context, seen), context);
    const observation = { ...around, targetProbes, authorities: await asked };
    // Whoever uses the stack from here on finds it as it is configured.
    if (leavesRunning && quick?.original && ports.tempo && stack.prometheus)
      await putBack(context, { driver: ports.tempo, original: quick.original }, stack.prometheus.service.name);
    const changes = [...(witness?.changes ?? []), ...(quick?.changes ?? [])];
    const tempo = { mode: ports.tempo ? 'fast' : 'faithful', changes, confirmations } as const;
    return { observation, targets: verification?.targets ?? unknownTargets(stack), readyAt, tempo };
  } finally {
    unfollow();
    await witness?.close();
    await watch.close();
  }
}

/** Most failures are named before the first scrape, and what was seen explains those that Prometheus sees. */
function probingOf(stack: Stack, { inspection, clock, progress }: GatePorts, watch: ServiceWatch): TargetProbing {
  const say = (line: string): void => {
    progress.note(line);
  };
  return new TargetProbing({ stack, inspection, clock, containers: () => watch.containers(), say });
}

/** What containers, Prometheus and what it works with say of themselves. */
async function lookAround(
  stack: Stack,
  { inspection, door, clock }: GatePorts,
  observation: Observation,
  context: WaitContext,
): Promise<Observation> {
  const seen = await lookCloser({ observation, inspection, door, instance: stack.prometheus, clock });
  const mute = nothingStored(seen) ? stack.prometheus?.service.name : undefined;
  const closer = mute === undefined ? seen : await withLog(seen, mute, context);
  return { ...closer, pipeline: await lookAtPipeline({ stack, observation: closer, inspection, clock }) };
}

/** Pulls, builds, shortens the waits where that is wanted, and starts; what fails leaves the rest out. */
async function raise(
  context: WaitContext,
  stages: StageLog,
  quicker: () => Promise<Quickened | undefined>,
): Promise<{ readonly up: BringUp; readonly begun: boolean; readonly quick?: Quickened | undefined }> {
  const step = (name: string, work: (context: WaitContext) => Promise<BringUp>): Promise<BringUp> =>
    stages.run(
      name,
      async () => {
        const done = await work(context);
        // The verdict is certain by now: whoever waits for it need not wait for what is looked at afterwards.
        if (done.failure) context.progress.note(lastWords(done.failure));
        return done;
      },
      ({ ok }) => ok,
    );
  const pulled = await step('pull', pullImages);
  if (!pulled.ok) {
    stages.skipAll(['build', 'up'], 'not every image was pulled');
    return { up: pulled, begun: false };
  }
  const built = await step('build', buildImages);
  if (!built.ok) {
    stages.skip('up', 'not every image was built');
    return { up: built, begun: false };
  }
  // By now the images are there, whose own healthchecks count as well.
  const quick = await quicker();
  return { up: await step('up', bringUp), begun: true, quick };
}

/** What a command that failed said in the end, which is why. */
function lastWords({ command, output }: BringUpFailure): string {
  return `${command} failed: ${output.trim().split('\n').at(-1) ?? ''}`;
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

async function verify(
  stack: Stack,
  context: WaitContext,
  stages: StageLog,
  { door, tempo }: GatePorts,
  {
    startedMs,
    demand = DEMAND,
    quick,
  }: Pick<Beforehand, 'startedMs' | 'demand'> & { readonly quick: Quickened | undefined },
): Promise<{ verification: Verification; confirmations?: TempoRecord['confirmations'] }> {
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
