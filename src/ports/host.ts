import type { HostObservation } from '../model/host.js';

/** A port of the machine that a service is to publish; an empty address is all of them. */
export interface WantedPort {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
}

/** The machine on which the engine runs containers. */
export interface Host {
  /**
   * Looks who has the wanted ports, and at disk and memory. What cannot be known from here, such as processes of the machine of a
   * distant engine, is left out; never throws.
   */
  look(wanted: readonly WantedPort[], signal: AbortSignal): Promise<HostObservation>;
}
