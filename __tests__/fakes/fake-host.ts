import type { HostObservation } from '../../src/model/host.js';
import type { Host, WantedPort } from '../../src/ports/host.js';

/** A machine that is as it is told to be; remembers which ports were asked for. */
export class FakeHost implements Host {
  wanted: readonly WantedPort[] = [];

  constructor(private readonly seen: HostObservation = { portsInUse: [] }) {}

  look(wanted: readonly WantedPort[]): Promise<HostObservation> {
    this.wanted = wanted;
    return Promise.resolve(this.seen);
  }
}
