import type { ServerFacts } from '../../model/server-facts.js';
import { ask, type Get } from './transport.js';

/** One number, however many targets there are. */
const NEWEST = `/api/v1/query?query=${encodeURIComponent('max(timestamp(up))')}`;

/** When the newest sample of `up` is of. Undefined when queries are not served, as in agent mode. */
export async function storedUp(get: Get, signal: AbortSignal): Promise<ServerFacts['storedUp']> {
  const answered = await ask(get, NEWEST, signal);
  const { data } = (answered?.json ?? {}) as { data?: { result?: { value?: [number, string] }[] } };
  if (answered?.status !== 200 || !data?.result) return undefined;
  const seconds = data.result[0]?.value?.[1];
  return seconds === undefined ? {} : { newestMs: Math.round(Number(seconds) * 1000) };
}
