import type { Remover } from './remove-project.js';

/** A container as the Engine API's inspect gives it: only what is read of it. */
export interface InspectedContainer {
  readonly Id: string;
  readonly Name: string;
  readonly RestartCount: number;
  readonly Created?: string;
  readonly State: {
    readonly Status: string;
    readonly ExitCode: number;
    readonly OOMKilled: boolean;
    readonly Error: string;
    readonly StartedAt: string;
    readonly Pid?: number;
    readonly FinishedAt: string;
    readonly Health?: {
      readonly Status: string;
      readonly FailingStreak?: number;
      readonly Log?:
        | readonly {
            readonly Start: string;
            readonly End?: string;
            readonly ExitCode: number;
            readonly Output: string;
          }[]
        | null;
    };
  };
  readonly Config: {
    readonly Image: string;
    readonly Labels: Readonly<Record<string, string>> | null;
    readonly User?: string;
    /** What `CMD-SHELL` means; absent without a SHELL in the image. */
    readonly Shell?: readonly string[] | null;
    /** Durations in nanoseconds. */
    readonly Healthcheck?: {
      readonly Test?: readonly string[] | null;
      readonly Interval?: number;
      readonly Timeout?: number;
    } | null;
  };
  readonly Path?: string;
  readonly Args?: readonly string[] | null;
  readonly HostConfig: {
    readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
    readonly NetworkMode?: string;
  };
  readonly Mounts?:
    | readonly {
        readonly Type: string;
        readonly Name?: string;
        readonly Source?: string;
        readonly Destination: string;
        readonly RW: boolean;
      }[]
    | null;
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, InspectedNetwork>> | null;
    readonly Ports: Readonly<
      Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>
    > | null;
  };
}

/** A network as a container's inspect gives it. */
export interface InspectedNetwork {
  readonly IPAddress: string;
  readonly GlobalIPv6Address?: string;
  readonly Aliases?: readonly string[] | null;
  /** Since Engine 25: every name that its DNS server answers. */
  readonly DNSNames?: readonly string[] | null;
}

/** Of what `docker info` tells: only what is read of it. */
export interface EngineInfo {
  /** Host name of the machine that the engine is on. */
  readonly Name: string;
  readonly DockerRootDir: string;
  readonly MemTotal: number;
}

/** A running container and the ports of the host that lead to it. */
export interface PublishingContainer {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly protocol: string; readonly address: string; readonly port: number }[];
}

/** A container as a list gives it: what `docker ps` prints and `/containers/json` answers have in common. */
export interface ListedContainer {
  readonly Id: string;
  readonly State: string;
  /** For people: `Up 3 seconds (health: starting)`. The only place of a list that tells the health on every version. */
  readonly Status: string;
}

/** An event as both `/events` and `docker events --format json` write it. https://docs.docker.com/reference/cli/docker/system/events/ */
export interface EngineEvent {
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes?: Readonly<Record<string, string>> | null };
  /** Nanoseconds since the epoch: more digits than a number keeps, which milliseconds can spare. */
  readonly timeNano: number;
}

/** What is asked of a Docker Engine beside what `docker compose` does. Two drivers: its API, and the docker command. */
export interface Engine extends Remover {
  /** How it is reached, for people. */
  readonly address: string;
  /** The engine's version; throws when it does not answer. */
  version(signal: AbortSignal): Promise<string>;
  /** One line a container, stopped ones too, in one call. */
  list(project: string): Promise<readonly ListedContainer[]>;
  /** These containers; those that are gone are left out. */
  inspect(ids: readonly string[]): Promise<readonly InspectedContainer[]>;
  events(project: string, signal: AbortSignal): AsyncIterable<EngineEvent>;
  logs(id: string, lines: number): Promise<string>;
  info(signal: AbortSignal): Promise<EngineInfo>;
  /** All running containers that publish ports, of every project. */
  publishing(signal: AbortSignal): Promise<readonly PublishingContainer[]>;
  hasImage(image: string): Promise<boolean>;
  /** The engine's own words when the container could not be started, else undefined. */
  start(id: string, signal: AbortSignal): Promise<string | undefined>;
  /** Runs a program in a container as its user, in its directory, with its environment; its exit code. Throws when the container does not run. */
  exec(id: string, argv: readonly string[], signal: AbortSignal): Promise<number>;
  /** One GET of the Engine API, where that is at hand; throws when it is not answered well. */
  ask?(path: string, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** The label by which Compose knows its own. */
export const PROJECT_LABEL = 'com.docker.compose.project';

/**
 * Only containers of services have it. Those in which the classic builder runs the steps of a Dockerfile have the other labels of the
 * image that they make.
 */
export const NUMBER_LABEL = 'com.docker.compose.container-number';

/** The label of containers that are not the project's services but were started for its run. */
export const HELPER_LABEL = 'io.scrapegate.project';

/**
 * Whether Compose made up the name of a service's image, so that nobody else means it: PROJECT-SERVICE, with an underscore in
 * compatibility mode. https://docs.docker.com/reference/compose-file/build/#using-build-and-image
 */
export function isNameOfProject(reference: string, project: string, service: string): boolean {
  const name = reference.replace(/:[^:/]*$/, '');
  return service !== '' && (name === `${project}-${service}` || name === `${project}_${service}`);
}

/** Events that change what the gate thinks; `exec_*`, which every probe causes, is not among them. */
export const EVENTS = [
  'create',
  'start',
  'die',
  'oom',
  'kill',
  'stop',
  'restart',
  'destroy',
  'pause',
  'unpause',
  'health_status',
];
