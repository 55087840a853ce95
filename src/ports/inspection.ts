import type { ContainerFacts } from '../model/container-facts.js';
import type { ContainerSnapshot } from '../model/observation.js';
import type { BodyFault, ProbeAnswer } from '../model/target-probe.js';

/** Reads the whole body of an answer as Prometheus does; undefined when nothing is wrong with it. Never throws. */
export type ReadBody = (body: Uint8Array, contentType: string | undefined) => BodyFault | undefined;

/** One GET as Prometheus makes it, to an address that is known already. */
export interface ProbeRequest {
  /** As it is scraped, with the name of the host. */
  readonly url: string;
  /** The IP address to connect to. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** The service whose container asks where this machine cannot. */
  readonly from: string;
  readonly tls?: ProbeTls | undefined;
  /** Given when the body of a 200 is to be read to its end. */
  readonly read?: ReadBody | undefined;
}

/** The `tls_config` of a scrape job; keys and certificates are paths on this machine. */
export interface ProbeTls {
  readonly caFile?: string | undefined;
  readonly ca?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly serverName?: string | undefined;
  readonly insecure: boolean;
}

/** Looks closer at containers that run than `Runtime` does, for a diagnosis only. Nothing here throws; what cannot be seen is left out. */
export interface Inspection {
  /** Listening sockets, the image's architecture, what it uses. */
  facts(container: ContainerSnapshot, signal: AbortSignal): Promise<ContainerFacts>;
  /** Whether addresses of containers can be connected to from here; otherwise a program in a container has to ask. */
  readonly reachesContainers: boolean;
  /** The text of a file of credentials on this machine, without the white space around it. */
  credential(path: string): string | undefined;
  /** Undefined when nobody can ask. */
  get(request: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer | undefined>;
}
