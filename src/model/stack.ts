import type { Document, PrometheusVersion } from './document.js';
import type { Finding } from './finding.js';
import type { HostEntry } from './host-entry.js';
import type { Mount } from './mount.js';
import type { Located, SourceFile, SourceRange } from './source.js';
import type { MappingNode, YamlNode } from './yaml-node.js';

/** Everything `check` looks at: the compose project and what it mounts, each value with its file and range. */
export interface Stack {
  /** Absolute directory of the project: relative bind sources start here. */
  readonly directory: string;
  readonly files: readonly SourceFile[];
  readonly project: ComposeProject;
  /** Undefined when no service is a Prometheus. */
  readonly prometheus?: PrometheusInstance | undefined;
  /** Every configuration file of the project's services, parsed. */
  readonly documents: readonly Document[];
  /** What is on this machine where mounts start and configurations lead, by absolute path. */
  readonly hostEntries: ReadonlyMap<string, HostEntry>;
  /** Configuration files of proxies and servers that are not parsed: whether they ask for a password is looked for in them. */
  readonly texts?: readonly ServiceText[] | undefined;
  /** What could not be read or parsed. */
  readonly problems: readonly Finding[];
}

/** A configuration file of a service, as plain text. */
export interface ServiceText {
  readonly service: string;
  readonly containerPath: string;
  readonly file: SourceFile;
}

/** The configurations of a stack that are written inside its compose files. */
export function inlineOf({ files, documents }: Pick<Stack, 'files' | 'documents'>): SourceFile[] {
  return documents.flatMap(({ file }) => (files.includes(file) ? [] : [file]));
}

/** The merged compose project. */
export interface ComposeProject {
  /** What networks, volumes and containers are called by; empty when nothing gives a name that Docker takes. */
  readonly name: string;
  /** The file's place that gives the name, when one does. */
  readonly nameAt?: SourceRange | undefined;
  /** Absolute paths, in the order Compose merges them. */
  readonly composeFiles: readonly string[];
  readonly root: MappingNode;
  /** The project after each file and document, the last being `root`: Compose judges each, so that none mends an earlier one. */
  readonly stages: readonly MappingNode[];
  /** Profiles that are on. */
  readonly profiles: readonly string[];
  /** Active services first to last as written; services of a profile that is off are in `inactive`. */
  readonly services: readonly ComposeService[];
  readonly inactive: readonly ComposeService[];
}

/** One service after merge and interpolation. */
export interface ComposeService {
  readonly name: string;
  /** The key that names it. */
  readonly at: SourceRange;
  readonly node: MappingNode;
  readonly image?: Located<string> | undefined;
  readonly hasBuild: boolean;
  /** The image that its Dockerfile starts from. */
  readonly builtFrom?: Located<string> | undefined;
  /** What its Dockerfile does to that image; undefined when there is none to read. */
  readonly built?: BuildSteps | undefined;
  readonly pullPolicy?: string | undefined;
  readonly containerName?: Located<string> | undefined;
  readonly hostname?: Located<string> | undefined;
  /** `USER[:GROUP]`, names or numbers. */
  readonly user?: Located<string> | undefined;
  readonly entrypoint: readonly Located<string>[];
  readonly command: readonly Located<string>[];
  /** `host`, `none`, `service:NAME`, …; undefined for ordinary networks. */
  readonly networkMode?: Located<string> | undefined;
  /** Network name → extra names the service has there. `default` when none is written. */
  readonly networks: ReadonlyMap<string, readonly string[]>;
  /** Published TCP ports. */
  readonly ports: readonly PortMapping[];
  /** Published UDP ports. */
  readonly udpPorts: readonly PortMapping[];
  readonly expose: readonly Located<number>[];
  readonly dependsOn: readonly Dependency[];
  readonly healthcheck?: Healthcheck | undefined;
  readonly mounts: readonly Mount[];
  /** What its Dockerfile copies to where a mount hides it. */
  readonly hidden?: readonly Mount[] | undefined;
  /** `links` as alias → service. */
  readonly links: ReadonlyMap<string, string>;
  readonly extraHosts: readonly string[];
  readonly restart: string;
  /** Variables of its env files and its own, as the container sees them; undefined for a name that nothing gives a value. */
  readonly environment: ReadonlyMap<string, Located<string> | undefined>;
  /** Labels of its label files and its own. */
  readonly labels: ReadonlyMap<string, Located<string> | undefined>;
}

/** What a Dockerfile does to the image that it starts from, besides files, command and ports. */
export interface BuildSteps {
  /** Whether it starts from nothing. */
  readonly fromScratch: boolean;
  /** The last USER of the final stage. */
  readonly user?: Located<string> | undefined;
  /** The last HEALTHCHECK; undefined when the one of the base image stays. */
  readonly healthcheck?: { readonly disabled: boolean; readonly at: SourceRange } | undefined;
  /** Packages that it installs, by the names that it gives them. */
  readonly packages: readonly string[];
  /** Programs that it copies by name to where programs are found. */
  readonly programs: readonly string[];
  /** Whether a step may bring programs that nobody can tell from here. */
  readonly bringsUnknown: boolean;
}

/** One published port; a range of ports is one mapping each. */
export interface PortMapping {
  readonly containerPort: number;
  /** Undefined when Docker picks one. */
  readonly hostPort?: number | undefined;
  /** The address of the host that it is published on; empty for all of them. */
  readonly hostAddress: string;
  readonly at: SourceRange;
}

/** One entry of depends_on. */
export interface Dependency {
  readonly service: string;
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  readonly required: boolean;
  readonly at: SourceRange;
}

/** The healthcheck as written. */
export interface Healthcheck {
  readonly disabled: boolean;
  readonly test: readonly string[];
  readonly at: SourceRange;
}

/** The Prometheus of the stack and its configuration. */
export interface PrometheusInstance {
  readonly service: ComposeService;
  /** By the image's tag. */
  readonly version: PrometheusVersion;
  /** Port of the HTTP API inside the container. */
  readonly port: number;
  /** Path prefix of the HTTP API, without a slash at the end; empty for none. */
  readonly routePrefix: string;
  /** Path of the configuration in the container, and what names it. */
  readonly configPath: Located<string>;
  /** Undefined when no file of the project is mounted there, or when it could not be parsed. */
  readonly config?: PrometheusConfig | undefined;
  /** Files of rules and targets that it could load and does not. */
  readonly idle: readonly IdleFile[];
}

/** A file that is mounted into the container of Prometheus, and to which its configuration does not lead. */
export interface IdleFile {
  readonly kind: 'rules' | 'target-groups';
  readonly file: SourceFile;
  readonly containerPath: string;
}

/** prometheus.yml, read. */
export interface PrometheusConfig {
  readonly file: SourceFile;
  readonly root: YamlNode;
  readonly scrapeIntervalMs: number;
  readonly jobs: readonly ScrapeJob[];
}

/** One entry of scrape_configs. */
export interface ScrapeJob {
  readonly name: Located<string>;
  readonly node: MappingNode;
  readonly metricsPath: Located<string>;
  readonly scheme: string;
  readonly scrapeIntervalMs: number;
  readonly scrapeTimeoutMs: number;
  readonly staticTargets: readonly Located<string>[];
  /** Keys of the service discoveries besides static_configs. */
  readonly discoveries: readonly string[];
  readonly relabels: boolean;
}
