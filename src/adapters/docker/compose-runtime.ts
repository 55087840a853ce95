import { EnvironmentError } from '../../model/errors.js';
import type { ContainerSnapshot } from '../../model/observation.js';
import type { CommandResult, Consultation, Footprint, Runtime } from '../../ports/runtime.js';
import { runCommand } from './command.js';
import type { Engine } from './engine.js';
import { toSnapshot } from './snapshot.js';

/** Which compose project is run, and how. */
export interface ComposeOptions {
  readonly projectName: string;
  readonly directory: string;
  readonly composeFiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
}

const OLDEST_MINOR = 20;
/** Seconds a container has to stop by itself; after it Docker kills it. */
const STOP_SECONDS = 5;
const DOWN_MS = 60_000;

/** Docker Compose by its command line, and the engine beside it for what has to be fast. */
export class ComposeRuntime implements Runtime {
  #versions = { engine: '', compose: '' };
  #override: string | undefined;

  constructor(
    private readonly options: ComposeOptions,
    private readonly engine: Engine,
  ) {}

  async require(signal: AbortSignal): Promise<string> {
    const compose = await this.#requireCompose();
    try {
      const engine = await this.engine.version(signal);
      this.#versions = { engine, compose };
      return `Docker Engine ${engine}, Docker Compose ${compose}`;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(
        `the Docker engine at ${this.engine.address} does not answer (${why}): start it, or point DOCKER_HOST or the docker context at one that runs`,
        { cause: error },
      );
    }
  }

  /** Empty before `require`. */
  get versions(): { readonly engine: string; readonly compose: string } {
    return this.#versions;
  }

  /** A compose file of ours, read after the user's from now on. */
  useOverride(path: string): void {
    this.#override = path;
  }

  footprint(): Promise<Footprint> {
    return this.engine.footprint(this.options.projectName);
  }

  build(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    return this.#compose(['build', ...services], { signal });
  }

  up(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    return this.#compose(['up', '--detach', '--no-deps', ...services], { signal });
  }

  async containers(): Promise<readonly ContainerSnapshot[]> {
    try {
      return (await this.engine.containers(this.options.projectName)).map(toSnapshot);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(`the Docker engine at ${this.engine.address} stopped answering (${why})`, {
        cause: error,
      });
    }
  }

  events(signal: AbortSignal): AsyncIterable<void> {
    return this.engine.events(this.options.projectName, signal);
  }

  async logs(containerId: string, lines: number): Promise<readonly string[]> {
    const text = await this.engine.logs(containerId, lines);
    return text
      .replace(/\n$/, '')
      .split('\n')
      .filter((line, _, all) => all.length > 1 || line !== '')
      .slice(-lines);
  }

  exec(service: string, argv: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    return this.#compose(['exec', '--no-TTY', service, ...argv], { signal });
  }

  async consult(question: Consultation, signal: AbortSignal): Promise<CommandResult | undefined> {
    const { program, image, mounts = [], args = [] } = question;
    if (image === undefined) return this.#compose(['config', '--quiet'], { signal }, []);
    const volumes = mounts.flatMap(({ source, target }) => ['--volume', `${source}:${target}:ro`]);
    const flags = ['--rm', '--pull', 'never', '--network', 'none', '--entrypoint', program, ...volumes];
    const result = await runCommand('docker', ['run', ...flags, image, ...args], { signal });
    // Docker's own failures: no such image, no such program in it.
    return result.exitCode >= 125 ? undefined : result;
  }

  async down({ keepVolumes }: { readonly keepVolumes: readonly string[] }): Promise<Footprint> {
    // By the label alone, without the files: they may be gone or broken by now. Bounded, whatever a container does.
    const signal = AbortSignal.timeout(DOWN_MS);
    const flags = ['--remove-orphans', '--timeout', String(STOP_SECONDS)];
    await runCommand('docker', ['compose', '--project-name', this.options.projectName, 'down', ...flags], {
      signal,
      env: { COMPOSE_FILE: '', COMPOSE_PROFILES: '*' },
      cwd: '/',
    });
    // Volumes go by name, so that those which were there before stay.
    await this.engine.removeAll(this.options.projectName, { keepVolumes });
    return this.footprint();
  }

  /** Global flags of docker compose for this project; also what a user types to look at it. */
  get projectArguments(): readonly string[] {
    const { projectName, composeFiles, envFiles, profiles } = this.options;
    return [
      ...['--project-name', projectName],
      ...composeFiles.flatMap((file) => ['--file', file]),
      ...envFiles.flatMap((file) => ['--env-file', file]),
      ...profiles.flatMap((profile) => ['--profile', profile]),
    ];
  }

  #compose(
    args: readonly string[],
    { signal }: { signal: AbortSignal },
    override = this.#override === undefined ? [] : ['--file', this.#override],
  ): Promise<CommandResult> {
    const own = ['--ansi', 'never', '--progress', 'plain'];
    return runCommand('docker', ['compose', ...own, ...this.projectArguments, ...override, ...args], {
      cwd: this.options.directory,
      signal,
    });
  }

  async #requireCompose(): Promise<string> {
    const { exitCode, stdout } = await runCommand('docker', ['compose', 'version', '--short']);
    if (exitCode !== 0) {
      throw new EnvironmentError(
        'docker has no "compose" command: install the Compose plugin, see https://docs.docker.com/compose/install/linux/',
      );
    }
    const version = stdout.trim().replace(/^v/, '');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < 2 || (major === 2 && minor < OLDEST_MINOR)) {
      throw new EnvironmentError(
        `Docker Compose is ${version}, 2.${String(OLDEST_MINOR)} or newer is needed: update the Compose plugin`,
      );
    }
    return version;
  }
}
