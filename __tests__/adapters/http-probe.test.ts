import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { selfSigned } from '../../scripts/faults/certificate.js';
import { httpProbe } from '../../src/adapters/http-probe.js';
import type { ProbeAnswer } from '../../src/model/target-probe.js';
import type { ProbeTls, ReadBody } from '../../src/ports/inspection.js';

const never = new AbortController().signal;
let close: (() => void) | undefined;
afterEach(() => close?.());

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = () => server.close();
  return (server.address() as AddressInfo).port;
}

function get(
  url: string,
  more: { tls?: ProbeTls; timeoutMs?: number; signal?: AbortSignal; read?: ReadBody } = {},
): Promise<ProbeAnswer> {
  const { signal = never, timeoutMs = 5000, tls, read } = more;
  return httpProbe(
    { url, address: '127.0.0.1', headers: { 'X-Test': '1' }, timeoutMs, from: 'prometheus', tls, read },
    signal,
  );
}

async function ask(listener: RequestListener, path = '/metrics', read?: ReadBody): Promise<ProbeAnswer> {
  return get(`http://agent:${String(await portOf(createServer(listener)))}${path}`, read && { read });
}

describe('an answer', () => {
  test('is asked for by the name, with the headers, and told with its beginning and size', async () => {
    const seen: unknown[] = [];
    const answer = await ask((request, response) => {
      seen.push(request.headers.host, request.headers['x-test'], request.url);
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Set-Cookie': 'secret=1' });
      response.end(`${'x'.repeat(5000)}\n`);
    }, '/metrics?a=b');
    expect(seen).toEqual([expect.stringMatching(/^agent:\d+$/), '1', '/metrics?a=b']);
    expect(answer).toMatchObject({ step: 'done', status: 200, bodyBytes: 5001, address: '127.0.0.1' });
    expect(answer.bodyStart).toHaveLength(4096);
    expect(answer.headers).toMatchObject({ 'content-type': 'text/plain' });
    expect(Object.keys(answer.headers ?? {})).not.toContain('set-cookie');
  });

  test('is read to its end by whoever wants to know where it is wrong, when there is one and it is a good one', async () => {
    const fault = { line: 9, column: 1, text: 'b', message: 'wrong' };
    const read: ReadBody = (body, type) => (body.length === 20_001 && type === 'text/plain' ? fault : undefined);
    const send =
      (status: number): RequestListener =>
      (_, response) =>
        response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${'x'.repeat(20_000)}\n`);
    const good = await ask(send(200), '/metrics', read);
    expect(good).toMatchObject({ status: 200, bodyBytes: 20_001, fault });
    expect(good.bodyStart).toHaveLength(4096);
    close?.();
    expect(await ask(send(500), '/metrics', read)).not.toHaveProperty('fault');
    close?.();
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': '30000' });
      response.write(`${'x'.repeat(20_000)}\n`);
      setTimeout(() => response.destroy(), 20);
    };
    const ended = await ask(cut, '/metrics', read);
    expect(ended).toMatchObject({ step: 'body', bodyBytes: 20_001 });
    expect(ended).not.toHaveProperty('fault');
  });

  test('that is compressed is read, and one that only says so has failed in its body', async () => {
    const gzip = { 'Content-Encoding': 'gzip' };
    const good = await ask((_, response) => response.writeHead(200, gzip).end(gzipSync('a 1\n')));
    expect(good).toMatchObject({ step: 'done', bodyStart: 'a 1\n', bodyBytes: 4 });
    close?.();
    const bad = await ask((_, response) => response.writeHead(200, gzip).end('a 1\n'));
    expect(bad).toMatchObject({ step: 'body', status: 200, errorCode: 'Z_DATA_ERROR' });
  });

  test('that ends too early has failed in its body, with what came', async () => {
    const answer = await ask((_, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('a 1\n');
      setTimeout(() => response.destroy(), 20);
    });
    expect(answer).toMatchObject({ step: 'body', status: 200, bodyBytes: 4, bodyStart: 'a 1\n' });
    expect(answer.error).not.toBe('');
  });

  test('a redirect is told, not followed', async () => {
    const answer = await ask((_, response) => response.writeHead(302, { Location: '/login' }).end());
    expect(answer).toMatchObject({ status: 302, headers: { location: '/login' } });
  });
});

describe('no answer', () => {
  test('when nobody listens', async () => {
    const port = await portOf(createServer());
    close?.();
    expect(await get(`http://agent:${String(port)}/`)).toMatchObject({ step: 'connect', errorCode: 'ECONNREFUSED' });
  });

  test('when it takes too long, and when the run is over', async () => {
    const port = await portOf(createTcpServer());
    const url = `http://agent:${String(port)}/`;
    expect(await get(url, { timeoutMs: 50 })).toMatchObject({ step: 'request', errorCode: 'TIMEOUT' });
    const stop = new AbortController();
    const asked = get(url, { signal: stop.signal });
    stop.abort();
    expect(await asked).toMatchObject({ errorCode: 'TIMEOUT' });
  });

  test('when the server hangs up', async () => {
    const port = await portOf(createTcpServer((socket: Socket) => socket.destroy()));
    expect(await get(`http://agent:${String(port)}/`)).toMatchObject({ step: 'request', errorCode: 'ECONNRESET' });
  });

  test('when the URL is none', async () => {
    expect(await get('http://')).toMatchObject({ step: 'connect', errorCode: 'ERR_INVALID_URL' });
  });
});

describe('TLS', () => {
  const hour = 3_600_000;
  const now = Date.now();
  const serve = async (name: string, from: number, until: number): Promise<{ url: string; ca: string }> => {
    const { cert, key } = selfSigned({ name, from: new Date(now + from), until: new Date(now + until) });
    const port = await portOf(createTlsServer({ cert, key }, (_, response) => response.end('a 1\n')));
    return { url: `https://agent:${String(port)}/`, ca: cert };
  };

  test.each([
    ['a certificate of a known authority', 'agent', [-hour, hour], true, { step: 'done', status: 200 }],
    ['one of nobody', 'agent', [-hour, hour], false, { step: 'tls', errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['one for another name', 'other', [-hour, hour], true, { step: 'tls', errorCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    ['one that has expired', 'agent', [-2 * hour, -hour], true, { step: 'tls', errorCode: 'CERT_HAS_EXPIRED' }],
  ] as const)('%s', async (_, name, [from, until], known, expected) => {
    const { url, ca } = await serve(name, from, until);
    expect(await get(url, { tls: { insecure: false, ...(known ? { ca } : {}) } })).toMatchObject(expected);
  });

  test('server_name and insecure_skip_verify are as in Prometheus', async () => {
    const { url, ca } = await serve('other', -hour, hour);
    const named = await get(url, { tls: { insecure: false, ca, serverName: 'other' } });
    expect(named).toMatchObject({ status: 200 });
    expect(await get(url, { tls: { insecure: true } })).toMatchObject({ status: 200 });
  });

  test('a plain server is told in the handshake, and a TLS server asked in plain HTTP closes', async () => {
    const plain = await portOf(createServer((_, response) => response.end()));
    expect(await get(`https://agent:${String(plain)}/`)).toMatchObject({ step: 'tls' });
    close?.();
    const { url } = await serve('agent', -hour, hour);
    expect(await get(url.replace('https', 'http'))).toMatchObject({ step: 'request' });
  });
});
