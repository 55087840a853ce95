/** A healthcheck as an image has it. Durations in milliseconds, 0 where the image leaves them to Docker's defaults. */
export interface ImageHealthcheck {
  readonly test: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly startPeriodMs: number;
  readonly startIntervalMs: number;
}

/** What of an image bears on the tempo. */
export interface TempoImage {
  /** Undefined for an image without one. */
  readonly healthcheck?: ImageHealthcheck | undefined;
}

/** The healthcheck of a container, its own or its image's, as Docker runs it. */
export interface ContainerProbe {
  readonly argv: readonly string[];
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

/** `hung`: it did not end within its timeout. */
export type ProbeOutcome = 'passed' | 'failed' | 'hung';

/** What a runtime can do to make a run quicker, and the directory in which all of it is written. */
export interface TempoDriver {
  /** Whether `start_interval` is obeyed: below Engine 25 it does not exist. Known once the runtime has been asked for. */
  readonly obeysStartInterval: boolean;
  /** Whether a file of this machine can be mounted into a container; not on an engine elsewhere. */
  readonly mountsFiles: boolean;
  /** The images of services, without those that are not on the engine. */
  images(
    services: readonly { readonly name: string; readonly image?: string | undefined }[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, TempoImage>>;
  /** The text of a file in a service's image; undefined when it cannot be had. */
  fileInImage(
    service: string,
    image: string | undefined,
    path: string,
    signal: AbortSignal,
  ): Promise<string | undefined>;
  /** Writes a file of the run, readable by any container, and returns its absolute path. An existing one keeps its inode. */
  write(name: string, text: string): string;
  /** Compose reads this file after the user's from now on. */
  useOverride(path: string): void;
  /** Makes a program read its configuration again; true when it was told. */
  hangUp(containerId: string, signal: AbortSignal): Promise<boolean>;
  restart(containerId: string, signal: AbortSignal): Promise<boolean>;
  /** Undefined for a container without one. Throws when the engine does not answer. */
  healthcheck(containerId: string): Promise<ContainerProbe | undefined>;
  /** Runs it once, beside Docker's own runs, of which Docker's verdict knows nothing. Throws when the container does not run. */
  runHealthcheck(containerId: string, probe: ContainerProbe, signal: AbortSignal): Promise<ProbeOutcome>;
}
