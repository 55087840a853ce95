import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { ProofCase } from './cases.js';
import type { HermeticImages } from './hermetic.js';
import { judge, type Verdict } from './judge.js';
import { observe } from './observe.js';
import type { Proof } from './proof-file.js';
import { ProofStack } from './stack.js';
import { SYMPTOMS, type Symptom } from './symptom.js';

const LOOK_EVERY_MS = 1000;

/** How one claim of a case ended. */
export interface Proved {
  readonly case: ProofCase;
  readonly symptom: Symptom;
  /** What the bad stack showed, and what the control showed. */
  readonly bad: Verdict;
  readonly control: Verdict & { readonly case: string };
  readonly seconds: number;
  readonly isProved: boolean;
}

/** What a proof runs with. */
export interface ProofContext {
  readonly images: HermeticImages;
  /** A project name that nobody else has. */
  readonly nextProject: () => string;
  readonly signal: AbortSignal;
}

/** Boots the bad case, looks for each symptom, boots the controls, and looks that they have it not. */
export async function proveCase(one: ProofCase, proof: Proof, context: ProofContext): Promise<Proved[]> {
  const startedMs = Date.now();
  const { claims, withinSeconds } = proof;
  const bad = await see(
    one.directory,
    proof,
    claims.map(({ shown }) => shown),
    'shown',
    context,
  );
  const controls = new Map<string, Verdict>();
  for (const name of new Set(claims.map(({ control }) => control.case))) {
    const asked = claims.filter(({ control }) => control.case === name);
    const fixture = join(one.directory, '..', name);
    const verdicts = await see(
      fixture,
      proof,
      asked.map(({ control }) => control.absent),
      'absent',
      context,
    );
    asked.forEach((claim, index) => controls.set(JSON.stringify(claim), verdicts[index] ?? lost(withinSeconds)));
  }
  const seconds = (Date.now() - startedMs) / 1000;
  return claims.map((claim, index) => {
    const shown = bad[index] ?? lost(withinSeconds);
    const control = controls.get(JSON.stringify(claim)) ?? lost(withinSeconds);
    const isProved = shown.is === 'shown' && control.is === 'absent';
    return {
      case: one,
      symptom: claim.shown,
      bad: shown,
      control: { ...control, case: claim.control.case },
      seconds,
      isProved,
    };
  });
}

const lost = (seconds: number): Verdict => ({ is: 'untold', said: `nothing within ${String(seconds)} s` });

/** Boots a stack, waits for a verdict on each symptom, and removes it whatever happens. */
async function see(
  fixture: string,
  { claims, boot, withinSeconds }: Proof,
  symptoms: readonly Symptom[],
  wanted: 'shown' | 'absent',
  { images, nextProject, signal }: ProofContext,
): Promise<Verdict[]> {
  const checked = new Set(
    claims.flatMap(({ shown }) => (shown.symptom === 'service-unhealthy' ? [shown.service] : [])),
  );
  const asked = wanted === 'shown' ? boot : { ...boot, modes: {} };
  const stack = new ProofStack({ fixture, project: nextProject(), boot: asked, checked, images, signal });
  try {
    await stack.boot();
    const untilMs = Date.now() + withinSeconds * 1000;
    const verdicts = await Promise.all(symptoms.map((symptom) => settle(symptom, stack, wanted, untilMs, signal)));
    return verdicts.map(({ is, said }) => ({ is, said: stack.readable(said) }));
  } finally {
    await stack.remove();
  }
}

/** Looks until what is wanted has lasted long enough. A start has failures and silences of its own, which pass. */
async function settle(
  symptom: Symptom,
  stack: ProofStack,
  wanted: 'shown' | 'absent',
  untilMs: number,
  signal: AbortSignal,
): Promise<Verdict> {
  const { shownForSeconds, absentForSeconds } = SYMPTOMS[symptom.symptom];
  const lastingMs = (wanted === 'shown' ? shownForSeconds : absentForSeconds) * 1000;
  let sinceMs: number | undefined;
  for (;;) {
    signal.throwIfAborted();
    const verdict = judge(symptom, await observe(symptom, stack));
    const nowMs = Date.now();
    sinceMs = verdict.is === wanted ? (sinceMs ?? nowMs) : undefined;
    if (sinceMs !== undefined && nowMs - sinceMs >= lastingMs) return verdict;
    if (nowMs > untilMs)
      return sinceMs === undefined ? verdict : { is: 'untold', said: `${verdict.said}, but not for long enough` };
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}
