import { columnsOf } from '../model/columns.js';
import { oneLine } from '../model/harmless.js';
import type { Clock } from '../ports/clock.js';
import type { Progress, ServiceProgress } from '../ports/progress.js';
import { frameOf, type FrameSize, type FrameStyle } from './live-frame.js';
import { outcomeOf, sinceStart } from './plain-progress.js';

/** A terminal that is written to. */
export interface LiveTerminal extends FrameStyle {
  write(text: string): void;
  /** As it is now: people resize their terminals. */
  size(): FrameSize;
}

/** Between two looks; what is drawn is at most as often. */
const PAUSE_MS = 200;
const ERASE_LINE = '\u001b[K';
const ERASE_BELOW = '\u001b[J';

/**
 * Progress on a terminal: what happened as plain lines, and below them a line for each service, drawn anew in its place. The cursor
 * is never hidden and no mode is set, so that a run that is ended in whatever way leaves a terminal as it should be.
 */
export class LiveProgress implements Progress {
  readonly #startedMs: number;
  #stage = '';
  #stageMs = 0;
  #look: (() => readonly ServiceProgress[]) | undefined;
  /** The lines that stand on the terminal now, without their colours. */
  #drawn: readonly string[] = [];
  #drawnText = '';
  #drawnMs = -Infinity;

  constructor(
    private readonly terminal: LiveTerminal,
    private readonly clock: Clock,
  ) {
    this.#startedMs = clock.now();
  }

  stageStarted(name: string): void {
    this.#stage = oneLine(name);
    this.#stageMs = this.clock.now();
  }

  stageEnded(name: string, outcome: 'passed' | 'failed' | 'skipped', durationMs: number): void {
    this.#say(outcomeOf(name, outcome, durationMs));
  }

  note(line: string): void {
    this.#say(`  ${oneLine(line)}`);
  }

  follow(look: () => readonly ServiceProgress[]): () => void {
    this.#look = look;
    const stop = new AbortController();
    void this.#keepDrawing(stop.signal);
    return () => {
      stop.abort();
      this.#look = undefined;
      this.terminal.write(this.#erase());
    };
  }

  async #keepDrawing(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const text = this.#draw();
      if (text !== '') this.terminal.write(text);
      await this.clock.sleep(PAUSE_MS, signal);
    }
  }

  /** A line that stays, above the services. In a burst of them the services are drawn once, a little later. */
  #say(line: string): void {
    const nowMs = this.clock.now();
    const erased = this.#erase();
    const soon = nowMs - this.#drawnMs < PAUSE_MS;
    const said = `${sinceStart(nowMs - this.#startedMs)} ${line}\n`;
    this.terminal.write(erased + said + (soon ? '' : this.#draw()));
  }

  /** What takes the cursor to the first line of the services and removes them. */
  #erase(): string {
    if (this.#drawn.length === 0) return '';
    const up = this.#up();
    this.#drawn = [];
    this.#drawnText = '';
    return `${up}${ERASE_BELOW}`;
  }

  /** A terminal that became narrower has wrapped the lines that stand there. */
  #up(): string {
    const { columns } = this.terminal.size();
    const rows = this.#drawn.map((line) => Math.max(1, Math.ceil(columnsOf(line) / Math.max(1, columns))));
    return `\r\u001b[${String(rows.reduce((sum, one) => sum + one, 0))}A`;
  }

  /** The services as they are now, in the place of those that stand there; nothing when nothing has changed. */
  #draw(): string {
    if (!this.#look) return '';
    const nowMs = this.clock.now();
    const title = `${this.#stage}, ${String(Math.floor((nowMs - this.#stageMs) / 1000))} s`;
    const { plain, painted } = frameOf(title, this.#look(), this.terminal.size(), this.terminal);
    const text = painted.map((line) => `${line}${ERASE_LINE}\n`).join('');
    if (text === this.#drawnText) return '';
    const up = this.#drawn.length === 0 ? '' : this.#up();
    this.#drawn = plain;
    this.#drawnText = text;
    this.#drawnMs = nowMs;
    return `${up}${text}${ERASE_BELOW}`;
  }
}
