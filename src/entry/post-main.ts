import * as core from '@actions/core';
import { findEngine } from '../adapters/docker/find-engine.js';
import { endOrphans } from '../adapters/docker/orphans.js';
import { SETTLE_MS, removeProject } from '../adapters/docker/remove-project.js';
import { RunDirectory } from '../adapters/run-directory.js';
import { systemClock } from '../adapters/system-clock.js';
import { leftBehind, type Footprint } from '../model/footprint.js';
import { listenForInterrupts } from './interrupts.js';

/** Name of the state by which main tells post which project to remove; empty for none. */
export const STATE_PROJECT = 'project';
/** Name of the state with what was there before the run, as JSON. */
export const STATE_KEEP = 'keep';
/** Name of the state that is "true" after a run that passed, in which no command was cut short. */
export const STATE_PASSED = 'passed';

/** A builder whose client was killed may still be writing its image: one came more than a second later on a busy machine. */
const ORPHANS_SETTLE_MS = 4000;
const NOTHING: Footprint = { containers: [], networks: [], volumes: [] };

/**
 * Removes what main left up, also after a cancelled or killed main: it knows the project by its name alone.
 * Resolves to the exit code; never rejects.
 */
export async function main(): Promise<number> {
  const project = core.getState(STATE_PROJECT);
  if (project === '') {
    core.info('nothing to remove');
    return 0;
  }
  // A workflow that is cancelled once more still wants everything removed, only sooner.
  const { cancel: hurry } = listenForInterrupts();
  try {
    const left = await remove(project, hurry);
    if (left === undefined) {
      core.info(`removed project ${project}: nothing of it is left`);
      return 0;
    }
    core.warning(left);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    core.warning(`project ${project} could not be removed: ${why}`);
  }
  return 1;
}

/** Resolves to one line about what is left, if anything is. */
async function remove(project: string, hurry: AbortSignal): Promise<string | undefined> {
  const keep = JSON.parse(core.getState(STATE_KEEP) || JSON.stringify(NOTHING)) as Footprint;
  const orphans = await endOrphans(project, systemClock);
  const settleMs = orphans ? ORPHANS_SETTLE_MS : core.getState(STATE_PASSED) === 'true' ? 0 : SETTLE_MS;
  const engine = await findEngine(process.env);
  try {
    const left = leftBehind(await removeProject(engine, project, { keep, hurry, settleMs }, systemClock), project);
    const directory = new RunDirectory(project);
    // The containers that are left may have its files mounted.
    if (left !== undefined || directory.remove()) return left;
    return `the temporary directory ${directory.path} of project ${project} could not be removed`;
  } finally {
    await engine.close();
  }
}
