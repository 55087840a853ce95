import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { createGunzip } from 'node:zlib';
import type { ProbeAnswer, ProbeStep } from '../model/target-probe.js';
import type { ProbeRequest } from '../ports/inspection.js';
import { optionsOf } from './http-probe-options.js';

/** What is shown of a body, what is kept of one that is to be read, and up to where bytes are counted at all. */
const SHOWN_BYTES = 4096;
const READ_BYTES = 8 * 1024 * 1024;
const MOST_BYTES = 32 * 1024 * 1024;
/** Headers that say something about a scrape; cookies and the like are nobody's business. */
const TELLING = [
  'content-type',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'location',
  'server',
  'www-authenticate',
  'retry-after',
];

/** Makes one GET to an address that is known, and says how far it came. Follows no redirect. Never rejects. */
export function httpProbe(asked: ProbeRequest, signal: AbortSignal): Promise<ProbeAnswer> {
  return new Promise((resolve) => {
    new Attempt(asked, signal, resolve).start();
  });
}

/** One attempt, from the first packet to the end of the body. */
class Attempt {
  readonly #startedMs = performance.now();
  readonly #seen: { -readonly [K in keyof ProbeAnswer]?: ProbeAnswer[K] } = {};
  #step: ProbeStep = 'connect';
  #bytes = 0;
  readonly #kept: Buffer[] = [];
  #request: ClientRequest | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private readonly asked: ProbeRequest,
    private readonly signal: AbortSignal,
    private readonly done: (answer: ProbeAnswer) => void,
  ) {}

  start(): void {
    try {
      const url = new URL(this.asked.url);
      const isTls = url.protocol === 'https:';
      const options = optionsOf(url, this.asked);
      this.#timer = setTimeout(this.#giveUp, this.asked.timeoutMs);
      this.signal.addEventListener('abort', this.#giveUp, { once: true });
      this.#request = (isTls ? httpsRequest : httpRequest)(options, (response) => {
        this.#read(response);
      });
      this.#request.once('socket', (socket) => {
        this.#watch(socket, isTls);
      });
      this.#request.once('error', (error) => {
        this.#end(error);
      });
      this.#request.end();
    } catch (error) {
      this.#end(error);
    }
  }

  readonly #giveUp = (): void => {
    const waited = Math.round(performance.now() - this.#startedMs);
    this.#end(Object.assign(new Error(`no end within ${String(waited)} ms`), { code: 'TIMEOUT' }));
    this.#request?.destroy();
  };

  #watch(socket: Socket, isTls: boolean): void {
    socket.once('connect', () => {
      this.#seen.connectMs = this.#elapsed();
      this.#step = isTls ? 'tls' : 'request';
    });
    socket.once('secureConnect', () => {
      this.#step = 'request';
    });
  }

  #read(response: IncomingMessage): void {
    this.#step = 'body';
    this.#seen.firstByteMs = this.#elapsed();
    this.#seen.status = response.statusCode ?? 0;
    this.#seen.headers = Object.fromEntries(
      TELLING.flatMap((name) => {
        const value = response.headers[name];
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
    const body = decoded(response);
    body.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    body.once('end', () => {
      this.#step = 'done';
      this.#end();
    });
    for (const stream of new Set([body, response]))
      stream.once('error', (error: Error) => {
        this.#end(error);
      });
  }

  #take(chunk: Buffer): void {
    if (this.#bytes < (this.asked.read ? READ_BYTES : SHOWN_BYTES)) this.#kept.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes <= MOST_BYTES) return;
    // Enough to know that it is large.
    this.#step = 'done';
    this.#end();
    this.#request?.destroy();
  }

  #end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.signal.removeEventListener('abort', this.#giveUp);
    const totalMs = this.#elapsed();
    const { code = '', message = '' } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
    this.done({
      url: this.asked.url,
      address: this.asked.address,
      ...this.#seen,
      step: this.#step,
      ...(error === undefined ? {} : { errorCode: code, error: message.slice(0, 300) }),
      ...(this.#seen.status === undefined ? {} : this.#body()),
      totalMs,
    });
  }

  #body(): Partial<ProbeAnswer> {
    const body = Buffer.concat(this.#kept);
    const { status, headers } = this.#seen;
    // What was cut off may be wrong where it was cut.
    const isWhole = this.#step === 'done' && body.length === this.#bytes;
    const fault = status === 200 && isWhole ? this.asked.read?.(body, headers?.['content-type']) : undefined;
    return {
      bodyStart: body.subarray(0, SHOWN_BYTES).toString('utf8'),
      bodyBytes: this.#bytes,
      ...(fault && { fault }),
    };
  }

  #elapsed(): number {
    return Math.round(performance.now() - this.#startedMs);
  }
}

function decoded(response: IncomingMessage): NodeJS.ReadableStream {
  // Prometheus asks for gzip only, and reads anything else as it is.
  return response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
}
