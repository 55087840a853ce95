import type { Engine } from '../adapters/docker/engine.js';
import { RunDirectory } from '../adapters/run-directory.js';
import { abandonedRuns } from '../adapters/run-marker.js';
import { describe, isEmpty, removalCommand, without } from '../model/footprint.js';
import type { Progress } from '../ports/progress.js';

/**
 * Says what earlier runs left that were killed, and how to remove it. Only what a run of this user has left word of is named, so nothing
 * foreign is; and only a directory of which nothing else is left is removed here.
 */
export async function tellAbandoned(engine: Engine, progress: Progress): Promise<void> {
  try {
    for (const { project, keep } of abandonedRuns(engine.address)) {
      const remains = await engine.footprint(project);
      const made = without(remains, keep);
      const directory = new RunDirectory(project);
      if (isEmpty(made)) directory.remove();
      else
        progress.note(
          `an earlier run was killed and left project ${project} (${describe(made)}): remove it with \`${removalCommand(project, remains, keep)} && rm -r ${directory.path}\``,
        );
    }
  } catch {
    // An engine that does not answer is said by the check of requirements.
  }
}
