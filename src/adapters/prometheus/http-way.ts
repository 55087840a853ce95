import { authorization, type Credentials, type Get } from './transport.js';

/** No byte for so long, and nothing will come. A list of a hundred thousand targets takes Prometheus a second to begin. */
const ANSWER_MS = 10_000;
const CONNECT_MS = 1000;
const TLS_WANTED = 'HTTP request to an HTTPS server';

/** A way to ask. */
export interface Way {
  readonly url: string;
  readonly get: Get;
  readonly close?: () => Promise<void>;
}

/**
 * Over the network. Where the server speaks TLS its certificate is for the name that others use, not for a loopback address, so it is
 * not judged here: that it is the Prometheus of this run is told by when it started.
 */
export function httpWay(url: string, credentials: Credentials | undefined): Way {
  // Loaded only when there is something to ask: it is a third of the start-up time.
  const client = import('undici').then(({ Agent, request }) => ({
    request,
    agent: new Agent({
      connect: { timeout: CONNECT_MS, rejectUnauthorized: false },
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
    }),
  }));
  const headers = credentials ? { authorization: authorization(credentials) } : {};
  return {
    url,
    get: async (path, signal) => {
      const { request, agent } = await client;
      const {
        statusCode,
        headers: told,
        body,
      } = await request(`${url}${path}`, { dispatcher: agent, signal, headers });
      const date = typeof told['date'] === 'string' ? Date.parse(told['date']) : NaN;
      return { status: statusCode, chunks: body, ...(Number.isNaN(date) ? {} : { dateMs: date }) };
    },
    close: async () => (await client).agent.destroy(),
  };
}

/** What Go's server says to plain HTTP on a port with TLS. https://pkg.go.dev/net/http */
export function wantsTls(status: number, body: string): boolean {
  return status === 400 && body.includes(TLS_WANTED);
}
