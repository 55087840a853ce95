import { relative, resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { NodeFiles } from '../adapters/node-files.js';
import { systemClock } from '../adapters/system-clock.js';
import type { Progress } from '../ports/progress.js';
import type { RunPorts, RuntimeHandle } from '../run.js';
import type { Settings } from '../settings/settings.js';
import type { Stack } from '../model/stack.js';

/** The version of this tool. */
export const VERSION: string = packageJson.version;

/** What differs between the command line and the Action. */
type Own = Pick<RunPorts, 'announceProject' | 'tearDown' | 'hurry'> & {
  /** The process after whose end nobody removes the stack any more. */
  readonly owner: number;
};

/** The real world for one command. */
export function realPorts(settings: Settings, progress: Progress, { owner, ...rest }: Own): RunPorts {
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
    openRuntime: (stack, projectName) => openRuntime(stack, projectName, { settings, progress, owner }),
    newProjectName,
    ...rest,
  };
}

/** What opening a runtime needs to know of the command. */
interface Opening {
  readonly settings: Settings;
  readonly progress: Progress;
  readonly owner: number;
}

/** Docker is loaded only when something is to be started, which keeps `check` quick. */
async function openRuntime(
  stack: Stack,
  project: string,
  { settings, progress, owner }: Opening,
): Promise<RuntimeHandle> {
  const [docker, { ComposeTempo }, { findEngine }, { PrometheusWays }, { DockerInspection }, { EngineHost }] =
    await Promise.all([
      import('../adapters/docker/compose-runtime.js'),
      import('../adapters/docker/compose-tempo.js'),
      import('../adapters/docker/find-engine.js'),
      import('../adapters/prometheus/door.js'),
      import('../adapters/docker/inspection.js'),
      import('../adapters/host/engine-host.js'),
    ]);
  const [{ RunDirectory }, marker, { tellAbandoned }] = await Promise.all([
    import('../adapters/run-directory.js'),
    import('../adapters/run-marker.js'),
    import('./abandoned.js'),
  ]);
  const engine = await findEngine(process.env);
  await tellAbandoned(engine, progress);
  const { composeFiles, profiles } = stack.project;
  // Relative to where the user is, while compose runs where the project is.
  const envFiles = settings.envFiles.map((file) => resolve(file));
  const directory = new RunDirectory(project);
  const options = { projectName: project, directory: stack.directory, composeFiles, envFiles, profiles };
  const runtime = new docker.ComposeRuntime(options, engine, directory);
  // Files of this machine can only be mounted by an engine that is on it.
  const mountsFiles = engine.address.startsWith('unix://');
  return {
    runtime,
    tempo: new ComposeTempo(runtime, project, directory, mountsFiles),
    door: new PrometheusWays(runtime, credentials(process.env)),
    host: new EngineHost(engine),
    inspection: new DockerInspection(engine, runtime),
    runDirectory: directory.path,
    claim: (keep) => {
      marker.leaveMarker(directory, { project, owner, engine: engine.address, keep, kept: settings.keep });
    },
    close: () => engine.close(),
  };
}

/** For a Prometheus behind basic_auth_users. Only from the environment: a command line is seen by others, a file is kept. */
function credentials(environment: NodeJS.ProcessEnv): { username: string; password: string } | undefined {
  const username = environment['SCRAPEGATE_PROMETHEUS_USERNAME'];
  return username ? { username, password: environment['SCRAPEGATE_PROMETHEUS_PASSWORD'] ?? '' } : undefined;
}

/**
 * Compose allows lower-case letters, digits, dashes and underscores; the random part keeps runs apart. It is no secret, and to load what
 * makes secrets takes 8 ms.
 */
function newProjectName(directory: string): string {
  const plain = directory
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  const random = Math.floor(Math.random() * 2 ** 32);
  return `scrapegate-${plain.slice(0, 30) || 'stack'}-${random.toString(16).padStart(8, '0')}`;
}
