import type { BringUpFailure } from '../model/observation.js';
import type { PlannedImage } from '../model/plan.js';
import type { CommandResult } from '../ports/runtime.js';
import { classifyPull } from '../rules/pull-failure.js';
import { Backoff } from './backoff.js';
import type { BringUp } from './bring-up.js';
import type { WaitContext } from './wait-context.js';

/** Registries come back within seconds, or not for long. */
const RETRY = { firstMs: 1000, mostMs: 8000 };
/** In all: some 10 s of waiting, so that a red verdict does not take minutes. */
export const MOST_ATTEMPTS = 5;
/** As many pulls at once as the engine's own default of downloads: more only share the line. */
const AT_ONCE = 3;

/** Pulls what is not here and may be pulled. One image that cannot be had ends the others: nothing can start without it. */
export async function pullImages(context: WaitContext): Promise<BringUp> {
  const { plan, runtime, progress } = context;
  if (plan.images.length === 0) return { ok: true };
  const absent = await runtime.absentImages(plan.images);
  const forbidden = absent.find(({ pull }) => pull === 'never');
  if (forbidden) return { ok: false, failure: mayNotPull(forbidden) };
  const wanted = plan.images.filter((image) => image.pull === 'always' || absent.includes(image));
  if (wanted.length > 0) progress.note(`pulling ${wanted.map(({ image }) => image).join(', ')}`);
  const giveUp = new AbortController();
  const signal = AbortSignal.any([context.signal, giveUp.signal]);
  const queue = wanted.values();
  let failure: BringUpFailure | undefined;
  const worker = async (): Promise<void> => {
    for (const image of queue) {
      const failed = await pullOne(image, { ...context, signal });
      if (!failed || signal.aborted) continue;
      failure = failed;
      giveUp.abort();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted.length) }, worker));
  return { ok: failure === undefined && !context.signal.aborted, failure };
}

/** Asks again, later and later, while the failure is one that passes. */
async function pullOne(
  { image, services }: PlannedImage,
  { runtime, progress, clock, signal }: WaitContext,
): Promise<BringUpFailure | undefined> {
  const [service = ''] = services;
  const backoff = new Backoff(RETRY, clock);
  for (let attempt = 1; ; attempt++) {
    if (signal.aborted) return undefined;
    const result = await runtime.pull(service, signal);
    if (result.exitCode === 0) {
      if (attempt > 1) progress.note(`pulled ${image} at attempt ${String(attempt)}`);
      return undefined;
    }
    const failed = classifyPull(result.output);
    if (failed?.kind !== 'transient' || attempt === MOST_ATTEMPTS) return asFailure(services, result, attempt);
    const pauseMs = backoff.nextMs();
    progress.note(againNote(image, attempt, failed.why, pauseMs));
    await clock.sleep(pauseMs, signal);
  }
}

function againNote(image: string, attempt: number, why: string, pauseMs: number): string {
  const seconds = (pauseMs / 1000).toFixed(1);
  return `pull of ${image} failed, attempt ${String(attempt)} of ${String(MOST_ATTEMPTS)}: ${why}; again in ${seconds} s`;
}

function asFailure(
  services: readonly string[],
  { command, exitCode, output }: CommandResult,
  attempts: number,
): BringUpFailure {
  return { services, command, exitCode, output, ...(attempts > 1 ? { attempts } : {}) };
}

function mayNotPull({ image, services }: PlannedImage): BringUpFailure {
  const output = `No such image: ${image}, and pull_policy "never" forbids to pull it`;
  return { services, command: `docker image inspect ${image}`, exitCode: 1, output };
}
