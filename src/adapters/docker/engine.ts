import type { Footprint } from '../../ports/runtime.js';

/** A container as the Engine API's inspect gives it: only what is read of it. */
export interface InspectedContainer {
  readonly Id: string;
  readonly Name: string;
  readonly RestartCount: number;
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
      readonly Log?: readonly { readonly Start: string; readonly ExitCode: number; readonly Output: string }[] | null;
    };
  };
  readonly Config: {
    readonly Image: string;
    readonly Labels: Readonly<Record<string, string>> | null;
    readonly User?: string;
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

/** What is asked of a Docker Engine beside what `docker compose` does. Two drivers: its API, and the docker command. */
export interface Engine {
  /** How it is reached, for people. */
  readonly address: string;
  /** The engine's version; throws when it does not answer. */
  version(signal: AbortSignal): Promise<string>;
  containers(project: string): Promise<readonly InspectedContainer[]>;
  events(project: string, signal: AbortSignal): AsyncIterable<void>;
  logs(id: string, lines: number): Promise<string>;
  /** One GET of the Engine API, where that is at hand; throws when it is not answered well. */
  ask?(path: string, signal: AbortSignal): Promise<unknown>;
  footprint(project: string): Promise<Footprint>;
  /** Removes by force what still has the project's label. */
  removeAll(project: string, options: { readonly keepVolumes: readonly string[] }): Promise<void>;
  close(): Promise<void>;
}

/** The label by which Compose knows its own. */
export const PROJECT_LABEL = 'com.docker.compose.project';

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
