import { oneLine } from '../model/harmless.js';
import { lasting } from '../model/moment.js';
import type { Clock } from '../ports/clock.js';
import type { Progress, ServiceProgress } from '../ports/progress.js';
import { systemClock } from './system-clock.js';

/** After so long without a word it says what it waits for. */
const SILENCE_MS = 10_000;
/** More services than this make no line that anybody reads. */
const MOST_NAMED = 4;

/** Progress as plain lines with the time since the start. No line can begin with what others wrote. */
export class PlainProgress implements Progress {
  readonly #startedMs: number;
  #saidMs: number;

  constructor(
    private readonly write: (text: string) => void,
    private readonly clock: Clock = systemClock,
  ) {
    this.#startedMs = clock.now();
    this.#saidMs = this.#startedMs;
  }

  stageStarted(_name: string): void {
    // The notes of a stage show that it began.
  }

  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void {
    this.#line(outcomeOf(name, outcome, durationMs));
  }

  note(line: string): void {
    this.#line(`  ${oneLine(line)}`);
  }

  follow(look: () => readonly ServiceProgress[]): () => void {
    const stop = new AbortController();
    void this.#breakSilence(look, stop.signal);
    return () => {
      stop.abort();
    };
  }

  async #breakSilence(look: () => readonly ServiceProgress[], signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.clock.sleep(this.#saidMs + SILENCE_MS - this.clock.now(), signal);
      if (signal.aborted) return;
      if (this.clock.now() - this.#saidMs < SILENCE_MS) continue;
      const waiting = look().filter(({ phase }) => phase === 'waiting' || phase === 'unstarted');
      // Then it waits for Prometheus, which says so itself.
      if (waiting.length === 0) this.#saidMs = this.clock.now();
      else this.note(`waiting for ${told(waiting)}`);
    }
  }

  #line(text: string): void {
    this.#saidMs = this.clock.now();
    this.write(`${sinceStart(this.#saidMs - this.#startedMs)} ${text}\n`);
  }
}

/** `wait: passed in 3.2 s`. */
export function outcomeOf(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): string {
  return `${oneLine(name)}: ${outcome === 'skipped' ? 'skipped' : `${outcome} in ${(durationMs / 1000).toFixed(1)} s`}`;
}

/** The time since the start of the run, as every line begins with it. */
export function sinceStart(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(6)}s`;
}

function told(waiting: readonly ServiceProgress[]): string {
  const named = waiting.slice(0, MOST_NAMED).map(({ service, reason, waitedMs }) => {
    const since = waitedMs === undefined ? '' : `, ${lasting(waitedMs)}`;
    return `${service} (${reason}${since})`;
  });
  const more = waiting.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}
