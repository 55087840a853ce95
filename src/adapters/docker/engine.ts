import type { Remover } from './remove-project.js';

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
    readonly FinishedAt: string;
    readonly Health?: {
      readonly Status: string;
      readonly Log?: readonly { readonly Start: string; readonly ExitCode: number; readonly Output: string }[] | null;
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
export interface Engine extends Remover {
  /** How it is reached, for people. */
  readonly address: string;
  /** The engine's version; throws when it does not answer. */
  version(signal: AbortSignal): Promise<string>;
  containers(project: string): Promise<readonly InspectedContainer[]>;
  events(project: string, signal: AbortSignal): AsyncIterable<void>;
  logs(id: string, lines: number): Promise<string>;
  close(): Promise<void>;
}

/** The label by which Compose knows its own. */
export const PROJECT_LABEL = 'com.docker.compose.project';

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
