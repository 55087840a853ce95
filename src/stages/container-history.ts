import type { ContainerEvent } from '../model/container-event.js';
import type { EndedRun, Watched } from '../model/observation.js';

interface Past {
  startedAtMs?: number | undefined;
  /** Somebody asked for the end that comes next. */
  asked: boolean;
  outOfMemory: boolean;
  readonly endedRuns: EndedRun[];
  pausedAtMs?: number | undefined;
  stoppedAtMs?: number | undefined;
  removedAtMs?: number | undefined;
}

/** What events told of each container: an inspect shows only how it is now. */
export class ContainerHistory {
  readonly #pasts = new Map<string, Past>();

  /** Takes one event; they come in order. */
  take(event: ContainerEvent): void {
    const past = this.#pasts.get(event.containerId) ?? { asked: false, outOfMemory: false, endedRuns: [] };
    this.#pasts.set(event.containerId, past);
    switch (event.action) {
      case 'start':
        Object.assign(past, { startedAtMs: event.atMs, asked: false, outOfMemory: false, stoppedAtMs: undefined });
        break;
      case 'kill':
        past.asked = true;
        break;
      case 'oom':
        past.outOfMemory = true;
        break;
      case 'die':
        end(past, event);
        break;
      case 'pause':
        past.pausedAtMs = event.atMs;
        break;
      case 'unpause':
        past.pausedAtMs = undefined;
        break;
      case 'destroy':
        past.removedAtMs = event.atMs;
        break;
      case 'create':
      case 'stop':
      case 'restart':
      case 'health_status':
        break;
    }
  }

  /** One that the engine does not list any more, though no event told of it. */
  missed(containerId: string, atMs: number): void {
    const past = this.#pasts.get(containerId) ?? { asked: false, outOfMemory: false, endedRuns: [] };
    past.removedAtMs ??= atMs;
    this.#pasts.set(containerId, past);
  }

  /** Undefined when nothing happened to it since somebody watches. */
  of(containerId: string): Watched | undefined {
    const past = this.#pasts.get(containerId);
    if (!past) return undefined;
    const { endedRuns, pausedAtMs, stoppedAtMs, removedAtMs } = past;
    return {
      endedRuns: [...endedRuns],
      ...(pausedAtMs === undefined ? {} : { pausedAtMs }),
      ...(stoppedAtMs === undefined ? {} : { stoppedAtMs }),
      ...(removedAtMs === undefined ? {} : { removedAtMs }),
    };
  }
}

function end(past: Past, { atMs, exitCode = 0 }: ContainerEvent): void {
  if (past.asked) past.stoppedAtMs = atMs;
  else {
    const startedAtMs = past.startedAtMs ?? atMs;
    past.endedRuns.push({ startedAtMs, endedAtMs: atMs, exitCode, oomKilled: past.outOfMemory });
  }
  Object.assign(past, { asked: false, outOfMemory: false, pausedAtMs: undefined });
}
