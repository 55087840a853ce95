/** Names of scrape pools of the stand-in. */
export const POOLS = Array.from({ length: 10 }, (_, index) => `pool-${String(index)}`);

/** Pools have a tenth of the targets each, one after the other. */
export function poolOf(index: number, count: number): string {
  return POOLS[Math.floor((index * POOLS.length) / count)] ?? '';
}

/** Loopback has sixteen million addresses, so that one process is any number of targets. */
export function address(index: number, port = 9999): string {
  return `127.${String(1 + (index >> 16))}.${String((index >> 8) & 255)}.${String(index & 255)}:${String(port)}`;
}
