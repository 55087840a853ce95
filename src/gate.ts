import type { Finding } from './model/finding.js';
import type { Observation } from './model/observation.js';
import type { Plan } from './model/plan.js';
import type { RunRecord } from './model/run-record.js';
import { inlineOf, type Stack } from './model/stack.js';
import type { TempoRecord } from './model/tempo.js';
import type { TargetResult } from './model/target.js';
import type { Clock } from './ports/clock.js';
import type { PrometheusDoor } from './ports/prometheus.js';
import type { Footprint, Runtime } from './ports/runtime.js';
import type { TempoDriver } from './ports/tempo.js';
import { bringUp, buildImages } from './stages/bring-up.js';
import { confirm, unconfirmed } from './stages/confirm.js';
import { consult } from './stages/consult.js';
import { check } from './stages/check.js';
import { Deadline } from './stages/deadline.js';
import { expectedTargets } from './stages/expected-targets.js';
import { judge, judgeAuthorities } from './stages/judge.js';
import { observe } from './stages/observe.js';
import { planBringUp } from './stages/plan.js';
import { prepare, type PrepareContext } from './stages/prepare.js';
import { ServiceWatch } from './stages/service-watch.js';
import { StageLog } from './stages/stage-log.js';
import { quicken, type Quickened } from './stages/tempo.js';
import { verifyTargets, type Verification } from './stages/verify.js';
import { waitUntilReady } from './stages/wait.js';
import type { WaitContext } from './stages/wait-context.js';

/** What a gate needs of the world. */
export interface GatePorts extends PrepareContext {
  readonly door: PrometheusDoor;
  readonly clock: Clock;
  /** The fast tempo; without one the run is faithful. */
  readonly tempo?: TempoDriver | undefined;
}

/** What a gate is told. */
export interface GateOptions {
  readonly timeoutMs: number;
  /** `later`: somebody else removes the stack, or it is to stay. */
  readonly tearDown: 'now' | 'later';
  /** What counts of the findings about the files; all of them when absent. */
  readonly remaining?: (findings: readonly Finding[]) => readonly Finding[];
}

/** How long the authorities may take when the check has failed already. */
const CONSULT_MS = 20_000;

/** check → bring up in stages → wait → verify → judge → tear down. Throws UsageError and EnvironmentError after clean-up. */
export async function gate(
  stack: Stack,
  options: GateOptions,
  ports: GatePorts,
  cancel: AbortSignal,
): Promise<RunRecord> {
  const { clock, progress, runtime } = ports;
  const startedMs = clock.now();
  const stages = new StageLog(clock, progress);
  const finish = (rest: Partial<RunRecord> & { findings: readonly Finding[] }): RunRecord => ({
    command: 'gate',
    startedMs,
    endedMs: clock.now(),
    stack,
    files: stack.files,
    inline: inlineOf(stack),
    stages: stages.reports,
    targets: [],
    readyAt: new Map(),
    ...rest,
  });
  const found = await stages.run(
    'check',
    () => check(stack),
    (findings) => !stops(findings),
  );
  if (stops(found)) {
    for (const name of ['prepare', 'build', 'up', 'wait', 'verify', 'down']) stages.skip(name, 'check found errors');
    const doubts = await disagreements(
      stack,
      found,
      runtime,
      AbortSignal.any([cancel, AbortSignal.timeout(CONSULT_MS)]),
    );
    return finish({ findings: [...found, ...doubts] });
  }
  const plan = planBringUp(stack);
  const deadline = new Deadline(options.timeoutMs, clock, cancel);
  try {
    const before = await stages.run(
      'prepare',
      () => prepare(ports, deadline.signal),
      () => true,
    );
    try {
      const run = await boot(stack, plan, stages, ports, deadline, { startedMs, found });
      const judged = judge({ stack, plan, targets: run.targets, observation: run.observation });
      return finish({ plan, ...run, findings: [...judged, ...found], ...(await down(before)) });
    } catch (error) {
      await down(before);
      throw error;
    }
  } finally {
    deadline.clear();
  }

  function stops(findings: readonly Finding[]): boolean {
    return (options.remaining?.(findings) ?? findings).some(isError);
  }

  /** Volumes that were there before the run are the user's and stay. */
  async function down(keepVolumes: readonly string[]): Promise<{ stages: RunRecord['stages']; endedMs: number }> {
    if (options.tearDown === 'later') stages.skip('down', 'the stack is left running');
    else {
      const isGone = ({ containers, networks }: Footprint): boolean => containers.length + networks.length === 0;
      const left = await stages
        .run('down', () => runtime.down({ keepVolumes }), isGone)
        .finally(() => ports.tempo?.remove());
      if (!isGone(left)) progress.note(`left behind: ${[...left.containers, ...left.networks].join(', ')}`);
    }
    return { stages: stages.reports, endedMs: clock.now() };
  }
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** What authorities say against the findings of a check that stops the gate. */
async function disagreements(
  stack: Stack,
  found: readonly Finding[],
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Finding[]> {
  const authorities = await consult(stack, found, runtime, signal);
  return judgeAuthorities({ authorities });
}

interface Boot {
  readonly observation: Observation;
  readonly targets: readonly TargetResult[];
  readonly readyAt: ReadonlyMap<string, number>;
  readonly tempo: TempoRecord;
}

async function boot(
  stack: Stack,
  plan: Plan,
  stages: StageLog,
  ports: GatePorts,
  deadline: Deadline,
  { startedMs, found }: { readonly startedMs: number; readonly found: readonly Finding[] },
): Promise<Boot> {
  const { runtime, clock, progress } = ports;
  const say = (service: string, as: string): void => {
    progress.note(`${service} is ${as}`);
  };
  const watch = new ServiceWatch(runtime, clock, plan.readyWhen, say);
  const context: WaitContext = { plan, runtime, watch, clock, progress, signal: deadline.signal };
  try {
    const built = await stages.run(
      'build',
      () => buildImages(context),
      ({ ok }) => ok,
    );
    const quick = built.ok ? await hurry(stack, plan, stages, ports, deadline.signal) : undefined;
    const up = built.ok
      ? await stages.run(
          'up',
          () => bringUp(context),
          ({ ok }) => ok,
        )
      : built;
    if (!built.ok) stages.skip('up', 'not every image was built');
    // By now the images are there; it goes on beside the wait, which has nothing to do but wait.
    const asked = consult(stack, found, runtime, deadline.signal);
    const ready =
      up.ok &&
      (await stages.run(
        'wait',
        () => waitUntilReady(context),
        (ok) => ok,
      ));
    if (!up.ok) stages.skip('wait', 'not everything was started');
    const { verification, confirmations = [] } = ready
      ? await verify(stack, context, stages, ports, startedMs, quick)
      : {};
    if (!ready) stages.skip('verify', 'not every service is ready');
    await watch.refresh();
    const seen = { bringUpFailure: up.failure, verification, interrupted: deadline.interrupted, confirmations };
    const observation = { ...(await observe(context, seen)), authorities: await asked };
    const unknown = expectedTargets(stack).map((expected): TargetResult => ({ expected, health: 'unknown' }));
    const mode = ports.tempo ? 'fast' : 'faithful';
    const tempo = { mode, changes: quick?.changes ?? [], confirmations } as const;
    return { observation, targets: verification?.targets ?? unknown, readyAt: new Map(watch.readyAt), tempo };
  } finally {
    await watch.close();
  }
}

/** Shortens the waits of this run, when it may. */
function hurry(
  stack: Stack,
  plan: Plan,
  stages: StageLog,
  { tempo, progress }: GatePorts,
  signal: AbortSignal,
): Promise<Quickened | undefined> {
  if (!tempo) return Promise.resolve(undefined);
  const work = async (): Promise<Quickened> => {
    const quick = await quicken(stack, plan, tempo, signal);
    progress.note(`${String(quick.changes.length)} settings are tightened for this run`);
    return quick;
  };
  return stages.run('tempo', work, () => true);
}

async function verify(
  stack: Stack,
  context: WaitContext,
  stages: StageLog,
  { door, tempo }: GatePorts,
  startedMs: number,
  quick: Quickened | undefined,
): Promise<{ verification: Verification; confirmations?: TempoRecord['confirmations'] }> {
  const instance = stack.prometheus;
  if (!instance) throw new Error('a stack without Prometheus passed the check');
  const servicesReadyMs = Math.max(startedMs, ...context.watch.readyAt.values());
  const request = { ...context, instance, door, expected: expectedTargets(stack), startedMs, servicesReadyMs };
  const allUp = ({ complete, targets }: Verification): boolean =>
    complete && targets.length > 0 && targets.every(({ health }) => health === 'up' || health === 'dropped');
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
