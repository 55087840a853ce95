import type { Finding } from './model/finding.js';
import type { Footprint } from './model/footprint.js';
import type { HostObservation } from './model/host.js';
import type { NamedStage } from './model/plan.js';
import type { RunRecord } from './model/run-record.js';
import { inlineOf, type Stack } from './model/stack.js';
import type { Runtime } from './ports/runtime.js';
import { boot, unstarted, UP_TO_VERIFY, type Beforehand, type GatePorts } from './boot.js';
import { consult } from './stages/consult.js';
import { check } from './stages/check.js';
import { Deadline } from './stages/deadline.js';
import { judge, judgeAuthorities } from './stages/judge.js';
import { planBringUp } from './stages/plan.js';
import { prepare } from './stages/prepare.js';
import { StageLog } from './stages/stage-log.js';
import { TearDown } from './stages/tear-down.js';
import type { VerifyContext } from './stages/verify.js';

/** What a gate is told. */
export interface GateOptions {
  readonly projectName: string;
  readonly timeoutMs: number;
  /** `later`: somebody else removes the stack, or it is to stay. */
  readonly tearDown: 'now' | 'later';
  /** What is asked of the targets; one scrape of each, also of those outside of the stack, when absent. */
  readonly demand?: VerifyContext['demand'];
  /** What counts of the findings about the files; all of them when absent. */
  readonly remaining?: (findings: readonly Finding[]) => readonly Finding[];
  /** Stages as the settings name them; by the dependencies alone when absent. */
  readonly stages?: readonly NamedStage[];
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
  const { clock, progress } = ports;
  const startedMs = clock.now();
  const stages = new StageLog(clock, progress);
  const stops = (findings: readonly Finding[]): boolean => (options.remaining?.(findings) ?? findings).some(isError);
  const found = await stages.run(
    'check',
    () => check(stack),
    (findings) => !stops(findings),
  );
  const rest = stops(found)
    ? await refuse(stack, found, stages, ports, cancel)
    : await tryOut({ stack, options, ports, cancel, stages, startedMs, found });
  return {
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
  };
}

/** What a part of a gate adds to its record. */
type Outcome = Partial<RunRecord> & { readonly findings: readonly Finding[] };

/** Nothing is started with errors in the files. */
async function refuse(
  stack: Stack,
  found: readonly Finding[],
  stages: StageLog,
  { runtime }: GatePorts,
  cancel: AbortSignal,
): Promise<Outcome> {
  stages.skipAll(['prepare', ...UP_TO_VERIFY, 'down'], 'check found errors');
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(CONSULT_MS)]);
  return { findings: [...found, ...(await disagreements(stack, found, runtime, signal))] };
}

/** A stack that passed the check, and what it is tried out with. */
interface Trial {
  readonly stack: Stack;
  readonly options: GateOptions;
  readonly ports: GatePorts;
  readonly cancel: AbortSignal;
  readonly stages: StageLog;
  readonly startedMs: number;
  readonly found: readonly Finding[];
}

async function tryOut(trial: Trial): Promise<Outcome> {
  const { stack, options, ports, cancel, stages, found } = trial;
  const plan = planBringUp(stack, options.stages);
  const deadline = new Deadline(options.timeoutMs, ports.clock, cancel);
  const tearDown = new TearDown({ ...ports, ...options }, stages);
  const announce = (before: Footprint): void => {
    tearDown.own(before);
    ports.announce(before);
  };
  try {
    const { host, obstructed } = await stages.run(
      'prepare',
      () => prepare(stack, { ...ports, announce }, deadline.signal),
      (prepared) => !prepared.obstructed,
    );
    const run = obstructed
      ? unstarted(stack, plan, stages, host, ports.clock.now())
      : await boot(stack, plan, stages, ports, deadline, beforehand(trial, host));
    const judged = judge({ stack, plan, targets: run.targets, observation: run.observation });
    await tearDown.run();
    return { plan, ...run, findings: [...judged, ...found] };
  } catch (error) {
    await tearDown.run();
    throw error;
  } finally {
    deadline.clear();
  }
}

function beforehand({ startedMs, found, options }: Trial, host: HostObservation): Beforehand {
  return { startedMs, found, host, demand: options.demand, leavesRunning: options.tearDown === 'later' };
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
