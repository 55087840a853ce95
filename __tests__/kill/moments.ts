/** How a run of the gate is ended before its time. */
export interface Kill {
  readonly entry: 'action' | 'cli';
  readonly signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT' | 'SIGHUP';
  /** After how long, as a share of the time that an undisturbed run takes. */
  readonly share: number;
}

// After SIGKILL only the Action has somebody who cleans up: its post step.
const TURNS: readonly Pick<Kill, 'entry' | 'signal'>[] = [
  { entry: 'action', signal: 'SIGTERM' },
  { entry: 'action', signal: 'SIGKILL' },
  { entry: 'cli', signal: 'SIGTERM' },
  { entry: 'action', signal: 'SIGKILL' },
  { entry: 'cli', signal: 'SIGINT' },
  { entry: 'action', signal: 'SIGKILL' },
  { entry: 'action', signal: 'SIGINT' },
  { entry: 'action', signal: 'SIGKILL' },
  { entry: 'cli', signal: 'SIGHUP' },
  { entry: 'action', signal: 'SIGKILL' },
];

/** `count` kills whose moments are spread over a whole run; the same seed gives the same ones. */
export function planKills(count: number, seed: number): Kill[] {
  const random = seeded(seed);
  const shares = Array.from({ length: count }, (_, index) => (index + random()) / count);
  for (let at = shares.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [shares[at], shares[other]] = [shares[other] ?? 0, shares[at] ?? 0];
  }
  return shares.map((share, index) => ({ ...(TURNS[index % TURNS.length] as (typeof TURNS)[number]), share }));
}

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
