/** An answer whose body is still to come. */
export interface Answer {
  readonly status: number;
  /** Its `Date`, milliseconds since the epoch. */
  readonly dateMs?: number | undefined;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** One GET; the path starts with a slash and comes after the route prefix. Throws when there is no answer. */
export type Get = (path: string, signal: AbortSignal) => Promise<Answer>;

/** What is read of an answer that is not a list of targets. */
const MOST_BYTES = 1 << 20;

/** The body of a short answer; what is over a mebibyte is cut off. */
export async function bodyText({ chunks }: Answer): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    bytes += chunk.length;
    if (bytes >= MOST_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8');
}

/** A short answer, and what its JSON is worth. */
export interface Answered {
  readonly status: number;
  readonly json: unknown;
}

/** One question; undefined when there is no answer, or none in JSON. */
export async function ask(get: Get, path: string, signal: AbortSignal): Promise<Answered | undefined> {
  try {
    const answer = await get(path, signal);
    return { status: answer.status, json: JSON.parse(await bodyText(answer)) as unknown };
  } catch {
    return undefined;
  }
}

/** Name and password for HTTP Basic authentication. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The value of the Authorization header. https://www.rfc-editor.org/rfc/rfc7617 */
export function authorization({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
