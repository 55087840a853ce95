import type { ContainerEvent, ContainerSummary } from '../model/container-event.js';
import type { Footprint, Leftovers } from '../model/footprint.js';
import type { ContainerSnapshot } from '../model/observation.js';

/** How a command ended. `output` is its standard error, or its standard output where that is empty. */
export interface CommandResult {
  readonly command: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly output: string;
}

export type { Footprint };

/** How a project is removed. */
export interface DownOptions {
  /** What was there before the run: it is the user's and stays. */
  readonly keep: Footprint;
  /** Aborted by who does not want to wait until containers stop by themselves. */
  readonly hurry?: AbortSignal | undefined;
}

/** A question to a program about files: `docker compose config` about the project's own, others out of an image. */
export interface Consultation {
  readonly program: string;
  readonly image?: string;
  /** Directories and files of this machine, and where the program sees them. */
  readonly mounts?: readonly { readonly source: string; readonly target: string }[];
  readonly args?: readonly string[];
}

/** What the stages need of whatever runs the containers. Docker Compose is the first driver. */
export interface Runtime {
  /** Versions in one line. Throws EnvironmentError, with what to do, when the runtime is missing or does not answer. */
  require(signal: AbortSignal): Promise<string>;
  footprint(): Promise<Footprint>;
  /** Those of the images that are not on the machine of the engine. */
  absentImages<Image extends { readonly image: string }>(images: readonly Image[]): Promise<readonly Image[]>;
  /** Asks the registry for the image of a service, once. */
  pull(service: string, signal: AbortSignal): Promise<CommandResult>;
  build(services: readonly string[], signal: AbortSignal): Promise<CommandResult>;
  /** Creates and starts exactly these services, not what they depend on; does not wait for health. */
  up(services: readonly string[], signal: AbortSignal): Promise<CommandResult>;
  /** Creates the containers of exactly these services, with networks and volumes, and starts none. Nothing is pulled or built. */
  create(services: readonly string[], signal: AbortSignal): Promise<CommandResult>;
  /** Starts a container that was created; does nothing to one that runs. */
  start(containerId: string, signal: AbortSignal): Promise<CommandResult>;
  /** All containers of the project, stopped ones too. Throws EnvironmentError when the engine is gone. */
  containers(): Promise<readonly ContainerSnapshot[]>;
  /** All containers of the project, stopped ones too, in one call. Throws EnvironmentError when the engine is gone. */
  list(): Promise<readonly ContainerSummary[]>;
  /** These containers, by id; those that are gone are left out. Throws EnvironmentError when the engine is gone. */
  inspect(ids: readonly string[]): Promise<readonly ContainerSnapshot[]>;
  /** What happens to containers of the project, as it happens; ends with the signal or the connection. */
  events(signal: AbortSignal): AsyncIterable<ContainerEvent>;
  /** The last lines of a container's output, oldest first. */
  logs(containerId: string, lines: number): Promise<readonly string[]>;
  exec(service: string, argv: readonly string[], signal: AbortSignal): Promise<CommandResult>;
  /** Undefined when the program or its image is not there; nothing is pulled. */
  consult(question: Consultation, signal: AbortSignal): Promise<CommandResult | undefined>;
  /** Ends its own commands, then removes everything the project has but what is to stay. Idempotent, bounded in time; never rejects. */
  down(options: DownOptions): Promise<Leftovers>;
}
