import * as core from '@actions/core';
import { ComposeRuntime } from '../adapters/docker/compose-runtime.js';
import { findEngine } from '../adapters/docker/find-engine.js';

/** Name of the state by which main tells post which project to remove; empty for none. */
export const STATE_PROJECT = 'project';
/** Name of the state with the volumes that were there before, a JSON array of names. */
export const STATE_KEEP_VOLUMES = 'keep-volumes';

/**
 * Removes what main left up, also after a cancelled or killed main: it knows the project by its name alone.
 * Resolves to the exit code; never rejects.
 */
export async function main(): Promise<number> {
  const projectName = core.getState(STATE_PROJECT);
  if (projectName === '') {
    core.info('nothing to remove');
    return 0;
  }
  const keepVolumes = JSON.parse(core.getState(STATE_KEEP_VOLUMES) || '[]') as string[];
  const engine = await findEngine(process.env);
  const place = { directory: process.cwd(), composeFiles: [], envFiles: [], profiles: [] };
  try {
    const left = await new ComposeRuntime({ projectName, ...place }, engine).down({ keepVolumes });
    const volumes = left.volumes.filter((name) => !keepVolumes.includes(name));
    const remains = [...left.containers, ...left.networks, ...volumes];
    if (remains.length === 0) {
      core.info(`removed project ${projectName}: no container, network or volume of it is left`);
      return 0;
    }
    core.warning(
      `project ${projectName} could not be removed whole; left are ${remains.join(', ')}: remove them with \`docker compose -p ${projectName} down -v\``,
    );
    return 1;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    core.warning(`project ${projectName} could not be removed: ${why}`);
    return 1;
  } finally {
    await engine.close();
  }
}
