import { basename } from 'node:path';
import { gate } from './gate.js';
import { UsageError } from './model/errors.js';
import type { Finding } from './model/finding.js';
import type { Footprint } from './model/footprint.js';
import type { RunRecord } from './model/run-record.js';
import { inlineOf, type Stack } from './model/stack.js';
import { keptStackLines } from './report/kept-stack.js';
import type { RunPorts, RuntimeHandle } from './run.js';
import type { Settings } from './settings/settings.js';
import { namedStages } from './settings/stage-list.js';
import type { Sieve } from './sieve.js';
import { ProjectInUse } from './stages/prepare.js';

/** A gate in the world that it was given, told by the settings. It is loaded only when something is to be started. Throws UsageError. */
export async function gateIt(
  stack: Stack,
  settings: Settings,
  ports: RunPorts & { readonly onKept: (lines: readonly string[]) => void },
  cancel: AbortSignal,
  sieve: Sieve,
): Promise<RunRecord> {
  const named = namedStages(settings.stages, stack);
  const projectName = settings.projectName ?? ports.newProjectName(basename(stack.directory));
  const handle = await ports.openRuntime(stack, projectName);
  let before: Footprint | undefined;
  try {
    const read = { stack, files: stack.files, inline: inlineOf(stack) };
    const remaining = (findings: readonly Finding[]): readonly Finding[] => sieve.remaining(findings, read);
    const tearDown = settings.keep ? 'later' : ports.tearDown;
    const { timeoutMs, externalTargets, stableScrapes } = settings;
    const demand = { externalTargets, stableScrapes };
    const options = { projectName, timeoutMs, tearDown, remaining, stages: named, demand };
    const announce = (keep: Footprint): void => {
      handle.claim?.(keep);
      ports.announceProject(projectName, keep);
      before = keep;
    };
    const tempo = settings.tempo === 'fast' ? handle.tempo : undefined;
    return await gate(stack, options, { ...ports, ...handle, tempo, announce }, cancel);
  } catch (error) {
    if (!(error instanceof ProjectInUse)) throw error;
    throw new UsageError(
      `project "${projectName}" already has ${String(error.containers)} container${error.containers === 1 ? '' : 's'}: choose another --project-name, or remove them with \`docker compose -p ${projectName} down\``,
    );
  } finally {
    if (settings.keep && before !== undefined) ports.onKept(await keptLines(projectName, before, handle));
    await handle.close();
  }
}

/** A look of its own, since the run may have ended early. */
async function keptLines(
  project: string,
  keep: Footprint,
  { runtime, runDirectory: directory }: RuntimeHandle,
): Promise<string[]> {
  const [remains, containers] = await Promise.all([
    runtime.footprint().catch(() => keep),
    runtime.containers().catch(() => []),
  ]);
  return keptStackLines({ project, remains, keep, containers, directory });
}
