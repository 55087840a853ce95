import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EngineSocket } from '../../src/adapters/docker/engine-socket.js';

let directory: string;
let server: Server | undefined;
let socket: EngineSocket;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'engine-socket-'));
  socket = new EngineSocket(join(directory, 'docker.sock'));
});

afterEach(() => {
  socket.close();
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(directory, { recursive: true, force: true });
});

async function engine(answer: RequestListener): Promise<void> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((done) => listening.listen(socket.path, done));
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return text;
}

describe('what is asked', () => {
  test('goes out with its method and its content as JSON', async () => {
    await engine((request, response) => {
      void textOf(request).then((content) => {
        const { method, url, headers } = request;
        response.end(JSON.stringify({ method, url, type: headers['content-type'], content }));
      });
    });
    expect(await socket.json('/exec/1/start', { method: 'POST', content: { Tty: false } })).toEqual({
      method: 'POST',
      url: '/exec/1/start',
      type: 'application/json',
      content: '{"Tty":false}',
    });
    expect(await socket.json('/version')).toEqual({ method: 'GET', url: '/version', content: '' });
  });

  test('shares eight connections, which are used again', async () => {
    let connections = 0;
    await engine((_request, response) => setTimeout(() => response.end('{}'), 5));
    server?.on('connection', () => connections++);
    await Promise.all(Array.from({ length: 40 }, () => socket.json('/containers/json')));
    await socket.json('/version');
    expect(connections).toBe(8);
  });
});

describe('an answer', () => {
  test('of any length is told in whole', async () => {
    const long = JSON.stringify({ text: 'ü'.repeat(500_000) });
    await engine((_request, response) => {
      response.write(long.slice(0, 300_000));
      setTimeout(() => response.end(long.slice(300_000)), 5);
    });
    expect(await socket.json('/info')).toEqual({ text: 'ü'.repeat(500_000) });
  });

  test('that is a refusal is thrown, with its status and words, when JSON or a stream is asked for', async () => {
    await engine((_request, response) => response.writeHead(404).end('{"message":"No such container: c1"}'));
    const refusal = {
      name: 'EngineRefusal',
      status: 404,
      message: 'the Docker engine answered 404: {"message":"No such container: c1"}',
    };
    await expect(socket.json('/containers/c1/json')).rejects.toMatchObject(refusal);
    await expect(socket.stream('/containers/c1/logs')).rejects.toMatchObject(refusal);
    expect(await socket.ask('/images/x/json')).toMatchObject({ status: 404 });
  });

  test('that does not come is given up, before its headers and after them', async () => {
    await engine((request, response) => {
      if (request.url === '/begun') response.write('{');
    });
    const silenceMs = 50;
    await expect(socket.json('/never', { silenceMs })).rejects.toThrow('it says nothing for 0.05 s');
    await expect(socket.json('/begun', { silenceMs })).rejects.toThrow('it says nothing for 0.05 s');
  });

  test('cannot come where nobody listens', async () => {
    await expect(socket.json('/version')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a stream', () => {
  test('is read while the engine goes on, on a connection of its own, until it ends', async () => {
    const said: string[] = [];
    await engine((request, response) => {
      if (request.url === '/version') return response.end('{}');
      response.write('a');
      setTimeout(() => response.end('b'), 30);
      return undefined;
    });
    const streams = await Promise.all(Array.from({ length: 10 }, () => socket.stream('/events')));
    const read = Promise.all(streams.map(textOf)).then((texts) => said.push(...texts));
    await socket.json('/version');
    expect(said).toEqual([]);
    await read;
    expect(said).toEqual(Array.from({ length: 10 }, () => 'ab'));
  });

  test('ends with the signal, with nothing left open', async () => {
    await engine((_request, response) => response.write('a'));
    const closed = new Promise<void>((done) => {
      server?.on('connection', (connection) => connection.on('close', done));
    });
    const stop = new AbortController();
    const stream = await socket.stream('/events', { signal: stop.signal });
    const read = textOf(stream);
    stop.abort();
    await expect(read).rejects.toThrow();
    await closed;
  });

  test('ends when the client is closed', async () => {
    await engine((_request, response) => response.write('a'));
    const read = textOf(await socket.stream('/events'));
    socket.close();
    await expect(read).rejects.toThrow();
  });

  test('is not begun for a signal that has been given already', async () => {
    await engine((_request, response) => response.write('a'));
    await expect(socket.stream('/events', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
