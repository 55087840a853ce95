import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toContainerEvent } from '../../src/adapters/docker/engine-event.js';
import type { EngineEvent, InspectedContainer } from '../../src/adapters/docker/engine.js';
import { toSnapshot } from '../../src/adapters/docker/snapshot.js';
import type { ContainerEvent, ContainerSummary } from '../../src/model/container-event.js';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Runtime } from '../../src/ports/runtime.js';

const EVENTS = join(import.meta.dirname, '../fixtures/events');

/** What an engine told of one small stack; made by scripts/record-events.ts. */
export interface Recording {
  readonly engine: string;
  readonly compose: string;
  readonly scenario: string;
  readonly entries: readonly {
    readonly receivedAtMs: number;
    readonly event: EngineEvent;
    /** How the container was right after it; absent when it was gone. */
    readonly inspected?: InspectedContainer;
  }[];
}

/** The pairs of engine and Compose that were recorded. */
export const RECORDED_PAIRS = readdirSync(EVENTS);

/** The recording of one scenario on one pair. */
export function recording(pair: string, scenario: string): Recording {
  return JSON.parse(readFileSync(join(EVENTS, pair, `${scenario}.json`), 'utf8')) as Recording;
}

/** Plays a recording at the times at which the engine told it; counts what it is asked. */
export class RecordedRuntime implements Pick<Runtime, 'list' | 'inspect' | 'events'> {
  readonly #now = new Map<string, InspectedContainer>();
  readonly inspected: (readonly string[])[] = [];
  lists = 0;

  constructor(
    private readonly recorded: Recording,
    private readonly clock: Clock,
  ) {}

  async *events(signal: AbortSignal): AsyncIterable<ContainerEvent> {
    for (const { receivedAtMs, event, inspected } of this.recorded.entries) {
      await this.clock.sleep(receivedAtMs - this.clock.now(), signal);
      if (signal.aborted) return;
      if (inspected) this.#now.set(inspected.Id, inspected);
      else this.#now.delete(event.Actor.ID);
      const told = toContainerEvent(event);
      if (told) yield told;
    }
    await this.clock.sleep(3_600_000, signal);
  }

  list(): Promise<readonly ContainerSummary[]> {
    this.lists++;
    const all = [...this.#now.values()].map(toSnapshot);
    return Promise.resolve(all.map(({ id, state, health }) => ({ id, state, health })));
  }

  inspect(ids: readonly string[]): Promise<readonly ContainerSnapshot[]> {
    this.inspected.push(ids);
    return Promise.resolve(ids.flatMap((id) => this.#now.get(id) ?? []).map(toSnapshot));
  }
}
