/** What an image is for. */
export type ImageRole =
  | 'prometheus'
  | 'alertmanager'
  | 'grafana'
  | 'pushgateway'
  | 'exporter'
  | 'database'
  | 'cache'
  | 'queue'
  | 'proxy'
  | 'tracing'
  | 'logs'
  | 'tool'
  | 'app'
  | 'base';

/** A port that the program listens on when nothing says otherwise. */
export interface KnownPort {
  readonly port: number;
  readonly protocol?: string;
  /** The flag that moves it, without dashes. */
  readonly flag?: string;
  /** The variable that moves it. */
  readonly env?: string;
  /** By default no other container reaches it. `flag` or `env` moves it; with neither, its configuration file may. */
  readonly loopback?: boolean;
  /** The path at which it serves Prometheus metrics by default. */
  readonly metrics?: string;
  /** Paths that answer 200 when it is well. */
  readonly health?: readonly string[];
  /** Every path is answered 200, so a wrong one cannot be told. */
  readonly all_paths?: boolean;
}

/** Metrics that exist, but are off by default. */
export interface KnownMetricsOff {
  readonly port?: number;
  readonly path: string;
  readonly flag?: string;
  readonly env?: string;
  /** What to write to turn them on. */
  readonly how: string;
}

/** The configuration file that the program reads. */
export interface KnownConfig {
  readonly path: string;
  readonly flag?: string;
  /** Without the file it does not start. */
  readonly required: boolean;
  /** `command:` replaces the words of the image that name the file, and the program then looks elsewhere. */
  readonly lost_with_command: boolean;
}

/** What an exporter asks in turn. */
export interface KnownUpstream {
  readonly env?: readonly string[];
  readonly flag?: readonly string[];
  readonly default?: string;
}

/** Whether the program asks clients for a password or a certificate, and what changes that. */
export interface KnownAuthentication {
  /** When nothing says otherwise. */
  readonly by_default: boolean;
  /** Variables that change it, each `NAME` or `NAME=VALUE`. */
  readonly env?: readonly string[];
  /** Flags that change it, without dashes, each `NAME` or `NAME=VALUE`. */
  readonly flag?: readonly string[];
  /** What to write to have it asked. */
  readonly how: string;
}

/** Programs of those that healthchecks use; one that is in neither list is unknown. */
export interface KnownPrograms {
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** What tags of one repository may differ in. A fact that is absent is unknown. */
export interface ImageFacts {
  /** Numeric, 0 for root. */
  readonly user?: number;
  readonly group?: number;
  readonly workdir?: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  /** The entry point is a script, which may change user and configuration at start. */
  readonly entrypoint_script?: boolean;
  /** The image brings a HEALTHCHECK. */
  readonly healthcheck?: boolean;
  readonly programs?: KnownPrograms;
  readonly ports?: readonly KnownPort[];
  readonly metrics_off?: KnownMetricsOff;
  readonly config?: KnownConfig;
  /** Directories that it must be able to write. */
  readonly data?: readonly string[];
  /** VOLUME of its Dockerfile. */
  readonly volumes?: readonly string[];
  readonly upstream?: KnownUpstream;
  readonly authentication?: KnownAuthentication;
}

/** What is known about one image, for the tag that was asked for. */
export interface KnownImage extends ImageFacts {
  /** Its file in knowledge/images, which `metrics_of` refers to. */
  readonly name: string;
  readonly title: string;
  readonly role: ImageRole;
  readonly repositories: readonly string[];
  /** What the names of its own metrics start with. */
  readonly metric_prefixes?: readonly string[];
  /** Certain: it serves no metrics for Prometheus, whatever it is told. */
  readonly no_metrics?: boolean;
  /** The name of what an exporter exports. */
  readonly metrics_of?: string;
}

/** Facts of the tags that a regular expression matches. */
export interface ImageVariant extends ImageFacts {
  readonly tag: string;
}

/** What an image is found by. */
export type ImageIndexEntry = Pick<ImageEntry, 'repositories' | 'metric_prefixes' | 'metrics_of'>;

/** One file of knowledge/images, as compiled. */
export interface ImageEntry extends Omit<KnownImage, 'name'> {
  readonly variants?: readonly ImageVariant[];
}
