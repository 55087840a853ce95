/** Somebody who has a port of the machine. */
export interface PortHolder {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** Where a service is to publish it, as the file says; empty for all addresses. */
  readonly wantedAddress: string;
  /** Where the holder listens; empty when that is not known. */
  readonly address: string;
  /** A container that publishes it. */
  readonly container?: HoldingContainer;
  /** A process of this machine, where its owner may be seen. */
  readonly process?: { readonly pid: number; readonly name: string };
}

/** A running container of another project, or of none. */
export interface HoldingContainer {
  readonly name: string;
  readonly project?: string | undefined;
  readonly service?: string | undefined;
  /** Absolute paths of the compose files it was made from, as its label has them. */
  readonly composeFiles: readonly string[];
}

/** What the machine that runs the containers had before anything was started. What is not known is absent. */
export interface HostObservation {
  /** Wanted ports that are taken. */
  readonly portsInUse: readonly PortHolder[];
  /** Where Docker keeps images, containers and volumes. */
  readonly disk?: { readonly path: string; readonly freeBytes: number; readonly totalBytes: number };
  readonly memory?: { readonly availableBytes?: number; readonly totalBytes: number };
}
