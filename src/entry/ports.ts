import { relative, resolve } from 'node:path';
import { builtin } from '../model/builtin.js';
import packageJson from '../../package.json' with { type: 'json' };
import { NodeFiles } from '../adapters/node-files.js';
import { systemClock } from '../adapters/system-clock.js';
import type { Progress } from '../ports/progress.js';
import type { RunPorts, RuntimeHandle } from '../run.js';
import type { Settings } from '../settings/settings.js';
import type { Stack } from '../model/stack.js';

/** The version of this tool. */
export const VERSION: string = packageJson.version;

/** The real world for one command. */
export function realPorts(
  settings: Settings,
  progress: Progress,
  rest: Pick<RunPorts, 'announceProject' | 'tearDown'>,
): RunPorts {
  const workingDirectory = process.cwd();
  return {
    files: new NodeFiles(),
    clock: systemClock,
    progress,
    workingDirectory,
    environment: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    version: VERSION,
    displayPath: (absolute) => relative(workingDirectory, absolute) || absolute,
    openRuntime: (stack, projectName) => openRuntime(stack, projectName, settings),
    newProjectName,
    ...rest,
  };
}

/** Docker is loaded only when something is to be started, which keeps `check` quick. */
async function openRuntime(stack: Stack, projectName: string, settings: Settings): Promise<RuntimeHandle> {
  const [{ ComposeRuntime }, { findEngine }, { PrometheusWays }, { ComposeTempo }, { RunDirectory }] =
    await Promise.all([
      import('../adapters/docker/compose-runtime.js'),
      import('../adapters/docker/find-engine.js'),
      import('../adapters/prometheus/door.js'),
      import('../adapters/docker/compose-tempo.js'),
      import('../adapters/run-directory.js'),
    ]);
  const engine = await findEngine(process.env);
  const { composeFiles, profiles } = stack.project;
  // Relative to where the user is, while compose runs where the project is.
  const envFiles = settings.envFiles.map((file) => resolve(file));
  const runtime = new ComposeRuntime(
    { projectName, directory: stack.directory, composeFiles, envFiles, profiles },
    engine,
  );
  const mountsFiles = engine.address.startsWith('unix://');
  const tempo = new ComposeTempo(runtime, projectName, new RunDirectory(projectName), mountsFiles);
  return { runtime, tempo, door: new PrometheusWays(runtime), close: () => engine.close() };
}

/** Compose allows lower-case letters, digits, dashes and underscores; the random part keeps runs apart. */
function newProjectName(directory: string): string {
  const plain = directory
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  return `scrapegate-${plain.slice(0, 30) || 'stack'}-${builtin.crypto().randomBytes(4).toString('hex')}`;
}

/** Aborts with the first SIGINT or SIGTERM. */
export function cancelOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}
