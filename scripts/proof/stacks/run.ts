import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker, PROJECT_LABEL, removeProject } from '../docker.js';
import type { ProofContext } from '../prove.js';
import { ProofStack } from '../stack.js';
import { besideOf, bootOf } from './listen.js';
import { look, type StackSeen } from './look.js';
import { STACKS, type StackPlan } from './plan.js';

const LOOK_EVERY_MS = 2000;
const WITHIN_MS = 80_000;
// What has just begun may still end.
const LOOKS = 3;

/** Boots a healthy stack, looks until all is well and stays so, and removes it whatever happens. */
export async function runStack(plan: StackPlan, context: ProofContext): Promise<StackSeen> {
  const network = context.nextProject();
  const shared = Object.fromEntries((plan.shared ?? []).map((name) => [name, `${network}-${name}`]));
  const stacks: ProofStack[] = [];
  try {
    for (const name of Object.values(shared)) {
      const made = await docker(['network', 'create', '--label', `${PROJECT_LABEL}=${network}`, name]);
      if (made.exitCode !== 0) throw new Error(made.output);
    }
    for (const within of plan.projects ?? ['.']) {
      const stack = makeStack(plan, within, shared, context);
      stacks.push(stack);
      await stack.boot();
      if (stack.config?.exitCode !== 0) throw new Error(`compose refuses: ${stack.config?.output ?? ''}`);
    }
    return await settle(stacks, plan, context.signal);
  } finally {
    for (const stack of stacks) await stack.remove();
    await removeProject(network);
  }
}

function makeStack(
  plan: StackPlan,
  within: string,
  shared: Readonly<Record<string, string>>,
  { images, nextProject, signal }: ProofContext,
): ProofStack {
  const boot = { ...bootOf({}, plan), keep: plan.keep ?? [] };
  return new ProofStack({
    fixture: join(STACKS, plan.name),
    project: nextProject(),
    boot,
    checked: new Set(),
    images,
    signal,
    within,
    shared,
    ...(plan.project === undefined ? {} : { calledAs: plan.project }),
    more: (model) => ({
      boot: bootOf(model, plan),
      beside: besideOf(plan, images.nameOf('stand-in'), images.standIn),
    }),
  });
}

async function settle(stacks: readonly ProofStack[], plan: StackPlan, signal: AbortSignal): Promise<StackSeen> {
  const untilMs = Date.now() + WITHIN_MS;
  for (let good = 0; ;) {
    signal.throwIfAborted();
    const seen = enough(plan, together(await Promise.all(stacks.map((stack) => look(stack, plan))), stacks));
    good = seen.wrong.length === 0 ? good + 1 : 0;
    if (good >= LOOKS || Date.now() > untilMs) return seen;
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** What has not been discovered is missed by nobody. */
function enough({ targets = 0 }: StackPlan, seen: StackSeen): StackSeen {
  if (seen.expected >= targets) return seen;
  const missing = `${String(seen.expected)} targets of ${String(targets)} are found`;
  return { ...seen, expected: targets, wrong: [...seen.wrong, missing] };
}

/** Several projects of one stack, seen as one. */
function together(all: readonly StackSeen[], stacks: readonly ProofStack[]): StackSeen {
  const list = (key: 'services' | 'real' | 'up' | 'reached' | 'outside' | 'wrong'): string[] =>
    all.flatMap((seen) => seen[key]);
  const sum = (key: 'expected' | 'groups' | 'alertmanagers'): number =>
    all.reduce((total, seen) => total + seen[key], 0);
  const starting = stacks.flatMap(({ up }) =>
    up?.exitCode === 0
      ? []
      : [
          up === undefined
            ? 'docker compose up has not ended'
            : `docker compose up: ${up.output.trim().split('\n').slice(-2).join(' ')}`,
        ],
  );
  return {
    services: list('services'),
    real: list('real'),
    up: list('up'),
    reached: list('reached'),
    outside: list('outside'),
    expected: sum('expected'),
    groups: sum('groups'),
    alertmanagers: sum('alertmanagers'),
    wrong: [...starting, ...list('wrong')].map((text) => stacks.reduce((said, stack) => stack.readable(said), text)),
  };
}
