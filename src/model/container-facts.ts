/** A TCP socket that waits for connections, as the kernel lists it in one network namespace. */
export interface ListeningSocket {
  readonly family: 4 | 6;
  /** `0.0.0.0`, `::` or one address; an IPv4 address mapped into IPv6 is written as IPv4. */
  readonly address: string;
  readonly port: number;
}

/** One network that a container is on. */
export interface ContainerNetwork {
  /** The real name, as `docker network ls` prints it. */
  readonly name: string;
  /** Empty while the container does not run. */
  readonly address: string;
  readonly address6: string;
  /** All names that the embedded DNS server gives to others on this network. */
  readonly names: readonly string[];
}

/** One mount of a container. */
export interface ContainerMount {
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly writable: boolean;
}

/** What is used of CPU and memory, at one moment. */
export interface ContainerStats {
  readonly memoryBytes: number;
  /** 0 when there is none. */
  readonly memoryLimitBytes: number;
  /** Of all CPUs together since the start, milliseconds. */
  readonly cpuMs: number;
  readonly processes: number;
}

/** What else Docker and the kernel tell of a container. A record of an older version has none of it. */
export interface ContainerFacts {
  /** Of its main process on the machine of the engine; 0 while it does not run. */
  readonly pid?: number;
  /** `USER[:GROUP]` as the container was made with; empty for the default. */
  readonly user?: string;
  /** Entry point and command, one argument each. */
  readonly command?: readonly string[];
  /** `amd64`, `arm64`, …: what the image was built for. */
  readonly architecture?: string;
  /** `bridge`, `host`, `none`, `container:ID` or the name of a network. */
  readonly networkMode?: string;
  readonly networks?: readonly ContainerNetwork[];
  readonly mounts?: readonly ContainerMount[];
  /** Sockets in its network namespace; absent when they could not be read. */
  readonly listening?: readonly ListeningSocket[];
  readonly stats?: ContainerStats;
}
