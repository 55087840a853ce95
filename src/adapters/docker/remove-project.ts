import {
  areSame,
  isGone,
  thingsOf,
  without,
  type Footprint,
  type Kind,
  type Leftovers,
} from '../../model/footprint.js';
import type { Clock } from '../../ports/clock.js';
import type { DownOptions } from '../../ports/runtime.js';

/** What removal needs of an engine. */
export interface Remover {
  footprint(project: string): Promise<Footprint>;
  /** Asks containers to stop, all at once; those that have not after `graceSeconds` are killed. */
  stop(ids: readonly string[], graceSeconds: number): Promise<void>;
  /** Removes things, containers by force; returns why others stayed. What is gone already is no reason. */
  remove(kind: Kind, ids: readonly string[]): Promise<readonly string[]>;
}

/** How to remove one project. */
export interface RemovalOptions extends DownOptions {
  /** How long nothing may have appeared before it counts as gone, in milliseconds: what a killed command had asked for comes late. */
  readonly settleMs: number;
}

/** What a container has to stop by itself, whatever `stop_grace_period` says. */
const GRACE_SECONDS = 5;
/** How long after a command was cut short an engine may still make what it asked for, on a machine with much to do. */
export const SETTLE_MS = 1000;
const MOST_MS = 40_000;
/** After so many rounds without any effect it is held by somebody else. */
const MOST_VAIN_ROUNDS = 5;
const FIRST_PAUSE_MS = 100;
const LOOK_MS = 250;
const NOTHING: Footprint = { containers: [], networks: [], volumes: [] };

/**
 * Removes what has the project's label, by the label alone: the compose files may be gone or broken by now. It looks again until nothing
 * is there, since an engine may go on making what a command asked for that was killed meanwhile. `docker compose down` is no help here:
 * it looks once, stops level after level of depends_on, and takes volumes that the user had before. Never throws.
 */
export async function removeProject(
  engine: Remover,
  project: string,
  { keep, hurry, settleMs }: RemovalOptions,
  clock: Clock,
): Promise<Leftovers> {
  const until = clock.now() + MOST_MS;
  let quietSince: number | undefined;
  let last: Leftovers = { ...NOTHING, problems: [] };
  for (let vain = 0, stopped = false; ;) {
    const before = last;
    last = await look(engine, project, keep);
    if (isGone(last)) {
      quietSince ??= clock.now();
      if (clock.now() - quietSince >= settleMs) return last;
      await clock.sleep(Math.min(LOOK_MS, settleMs));
      continue;
    }
    quietSince = undefined;
    vain = areSame(before, last) ? vain + 1 : 0;
    if (vain >= MOST_VAIN_ROUNDS || clock.now() >= until) return { ...last, problems: reasons(before, last) };
    if (!stopped && last.containers.length > 0) {
      await Promise.race([engine.stop(last.containers, GRACE_SECONDS).catch(() => undefined), aborted(hurry)]);
      stopped = true;
    }
    if (vain > 0) await clock.sleep(FIRST_PAUSE_MS * 2 ** vain);
    if (last.problems.length === 0) last = { ...last, problems: await removeOnce(engine, last) };
  }
}

/** What there is of the project that is not to stay. An engine that does not answer is a problem. */
async function look(engine: Remover, project: string, keep: Footprint): Promise<Leftovers> {
  try {
    return { ...without(await engine.footprint(project), keep), problems: [] };
  } catch (error) {
    return { ...NOTHING, problems: [messageOf(error)] };
  }
}

async function removeOnce(engine: Remover, left: Footprint): Promise<readonly string[]> {
  const problems: string[] = [];
  const remove = async (kind: Kind): Promise<void> => {
    const ids = thingsOf(left, kind);
    if (ids.length === 0) return;
    try {
      problems.push(...(await engine.remove(kind, ids)));
    } catch (error) {
      problems.push(messageOf(error));
    }
  };
  await remove('containers');
  await Promise.all([remove('networks'), remove('volumes'), remove('images')]);
  return problems;
}

/** A look tells what is left, the attempt before it why. */
function reasons(before: Leftovers, last: Leftovers): readonly string[] {
  return [...new Set([...before.problems, ...last.problems])];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
