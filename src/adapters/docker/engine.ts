import type { Footprint } from '../../ports/runtime.js';

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
  readonly Config: { readonly Image: string; readonly Labels: Readonly<Record<string, string>> | null };
  readonly HostConfig: { readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number } };
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly IPAddress: string }>> | null;
    readonly Ports: Readonly<
      Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>
    > | null;
  };
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
