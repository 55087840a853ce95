import type { ContainerEvent, ContainerSummary } from '../model/container-event.js';
import type { ContainerSnapshot } from '../model/observation.js';
import { ContainerHistory } from './container-history.js';

/** What is known of each container of the project: how it was when it was last inspected, and what events told of it. */
export class ContainerTable {
  readonly #snapshots = new Map<string, ContainerSnapshot>();
  readonly #history = new ContainerHistory();
  /** Containers that something happened to since they were last inspected. */
  readonly #changed = new Set<string>();

  /** All of them in the order in which they were first seen, also those that were removed. */
  containers(): ContainerSnapshot[] {
    return [...this.#snapshots.values()].map((snapshot) => {
      const watched = this.#history.of(snapshot.id);
      return watched ? { ...snapshot, watched } : snapshot;
    });
  }

  get changed(): boolean {
    return this.#changed.size > 0;
  }

  event(event: ContainerEvent): void {
    this.#history.take(event);
    if (event.action === 'destroy') this.#changed.delete(event.containerId);
    else this.#changed.add(event.containerId);
  }

  /** A list of all of them shows which ones changed; whether any did of which no event told. */
  listed(list: readonly ContainerSummary[], nowMs: number): boolean {
    const there = new Set(list.map(({ id }) => id));
    const gone = [...this.#snapshots.keys()].filter((id) => !there.has(id) && !this.#isRemoved(id));
    for (const id of gone) this.#history.missed(id, nowMs);
    const changed = list.filter((one) => differs(one, this.#snapshots.get(one.id)) && !this.#changed.has(one.id));
    for (const { id } of changed) this.#changed.add(id);
    return gone.length + changed.length > 0;
  }

  /** Every container has to be looked at again: events may have been lost. */
  doubtAll(): void {
    for (const id of this.#snapshots.keys()) if (!this.#isRemoved(id)) this.#changed.add(id);
  }

  /** The ids to inspect now; what changes from here on is for the next time. */
  takeChanged(): string[] {
    const ids = [...this.#changed];
    this.#changed.clear();
    return ids;
  }

  inspected(snapshots: readonly ContainerSnapshot[]): void {
    for (const snapshot of snapshots) this.#snapshots.set(snapshot.id, snapshot);
  }

  /** What was taken could not be inspected. */
  putBack(ids: readonly string[]): void {
    for (const id of ids) if (!this.#isRemoved(id)) this.#changed.add(id);
  }

  #isRemoved(id: string): boolean {
    return this.#history.of(id)?.removedAtMs !== undefined;
  }
}

function differs({ state, health }: ContainerSummary, known: ContainerSnapshot | undefined): boolean {
  if (!known) return true;
  // A list tells the health of running containers alone.
  return state !== known.state || (state === 'running' && health !== known.health);
}
