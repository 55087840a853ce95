import { EnvironmentError } from '../../model/errors.js';
import type { ContainerEvent, ContainerSummary } from '../../model/container-event.js';
import { isGone, type Footprint, type Leftovers } from '../../model/footprint.js';
import type { ContainerSnapshot } from '../../model/observation.js';
import type { CommandResult, Consultation, DownOptions, Runtime } from '../../ports/runtime.js';
import type { RunDirectory } from '../run-directory.js';
import { systemClock } from '../system-clock.js';
import { Children } from './children.js';
import type { CommandOptions } from './command.js';
import { composeVersion } from './compose-version.js';
import { HELPER_LABEL, type Engine } from './engine.js';
import { toContainerEvent } from './engine-event.js';
import { SETTLE_MS, removeProject } from './remove-project.js';
import { toSnapshot, toSummary } from './snapshot.js';

/** Which compose project is run, and how. */
export interface ComposeOptions {
  readonly projectName: string;
  readonly directory: string;
  readonly composeFiles: readonly string[];
  readonly envFiles: readonly string[];
  readonly profiles: readonly string[];
}

/** A registry that accepts a connection and then says nothing holds a pull for ever; a slow one shows some progress. */
const PULL_IDLE_MS = 60_000;

/** Docker Compose by its command line, and the engine beside it for what has to be fast. */
export class ComposeRuntime implements Runtime {
  readonly #children = new Children();
  #versions = { engine: '', compose: '' };
  #override: string | undefined;

  constructor(
    private readonly options: ComposeOptions,
    private readonly engine: Engine,
    /** Temporary files that containers may have mounted; removed with them. */
    private readonly directory?: RunDirectory,
  ) {}

  async require(signal: AbortSignal): Promise<string> {
    const asked = this.engine.version(signal);
    // That there is no docker command is said before that its engine does not answer.
    asked.catch(() => undefined);
    const compose = await composeVersion();
    try {
      const engine = await asked;
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

  /** The engine itself, for what is asked of containers rather than of the project. */
  get docker(): Pick<Engine, 'inspect' | 'exec'> {
    return this.engine;
  }

  /** A compose file of ours, read after the user's from now on. */
  useOverride(path: string): void {
    this.#override = path;
  }

  footprint(): Promise<Footprint> {
    return this.engine.footprint(this.options.projectName);
  }

  async absentImages<Image extends { readonly image: string }>(images: readonly Image[]): Promise<readonly Image[]> {
    const here = await Promise.all(images.map(({ image }) => this.engine.hasImage(image)));
    return images.filter((_, index) => here[index] === false);
  }

  pull(service: string, signal: AbortSignal): Promise<CommandResult> {
    // Not `docker pull`: that asks for a password when the registry refuses, and waits for one that nobody types.
    return this.#compose(['pull', service], { signal, idleMs: PULL_IDLE_MS });
  }

  build(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    // A build that is cut short leaves temporary files of buildx. Not for other commands: a compose file may have ${TMPDIR} in it.
    return this.#compose(['build', ...services], { signal, env: this.directory?.environment ?? {} });
  }

  up(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    return this.#compose(['up', '--detach', '--no-deps', ...services], { signal });
  }

  create(services: readonly string[], signal: AbortSignal): Promise<CommandResult> {
    // What is to be pulled was, so that no policy asks a registry again, and so was built what is to be built.
    return this.#compose(['up', '--no-start', '--no-deps', '--pull', 'missing', ...services], { signal });
  }

  async start(containerId: string, signal: AbortSignal): Promise<CommandResult> {
    const command = `docker start ${containerId.slice(0, 12)}`;
    try {
      const output = (await this.engine.start(containerId, signal)) ?? '';
      return { command, exitCode: output === '' ? 0 : 1, stdout: '', output };
    } catch (error) {
      const output = error instanceof Error ? error.message : String(error);
      return { command, exitCode: 1, stdout: '', output };
    }
  }

  async containers(): Promise<readonly ContainerSnapshot[]> {
    return this.inspect((await this.list()).map(({ id }) => id));
  }

  list(): Promise<readonly ContainerSummary[]> {
    return this.#ask(async () => (await this.engine.list(this.options.projectName)).map(toSummary));
  }

  inspect(ids: readonly string[]): Promise<readonly ContainerSnapshot[]> {
    return this.#ask(async () => (await this.engine.inspect(ids)).map(toSnapshot));
  }

  async *events(signal: AbortSignal): AsyncIterable<ContainerEvent> {
    for await (const event of this.engine.events(this.options.projectName, signal)) {
      const told = toContainerEvent(event);
      if (told) yield told;
    }
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
    const label = `${HELPER_LABEL}=${this.options.projectName}`;
    const flags = ['--rm', '--pull', 'never', '--network', 'none', '--label', label, '--entrypoint', program];
    const result = await this.#children.run('docker', ['run', ...flags, ...volumes, image, ...args], { signal });
    // Docker's own failures: no such image, no such program in it.
    return result.exitCode >= 125 ? undefined : result;
  }

  async down(options: DownOptions): Promise<Leftovers> {
    const settleMs = (await this.#children.end()) ? SETTLE_MS : 0;
    const left = await removeProject(this.engine, this.options.projectName, { ...options, settleMs }, systemClock);
    if (this.directory === undefined || !isGone(left) || this.directory.remove()) return left;
    return { ...left, problems: [`the temporary directory ${this.directory.path} cannot be removed`] };
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

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EnvironmentError(
        `the Docker engine at ${this.engine.address} stopped answering (${why}): look at its log, start it and run the gate again`,
        { cause: error },
      );
    }
  }

  #compose(
    args: readonly string[],
    options: Omit<CommandOptions, 'cwd'>,
    override = this.#override === undefined ? [] : ['--file', this.#override],
  ): Promise<CommandResult> {
    const own = ['--ansi', 'never', '--progress', 'plain'];
    return this.#children.run('docker', ['compose', ...own, ...this.projectArguments, ...override, ...args], {
      ...options,
      cwd: this.options.directory,
    });
  }
}
