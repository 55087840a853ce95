import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { HttpPrometheus } from '../../src/adapters/prometheus/api.js';
import { ObjectSplitter } from '../../src/adapters/prometheus/object-splitter.js';
import { authorization, type Answer } from '../../src/adapters/prometheus/transport.js';
import type { ActiveTarget, DroppedTarget } from '../../src/model/observation.js';

const signal = new AbortController().signal;
const DATE = Date.UTC(2026, 10, 25, 18, 20, 1);
const answer = (status: number, body: string): Answer => ({ status, dateMs: DATE, chunks: [Buffer.from(body)] });
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'prometheus-api', `${name}.json`), 'utf8');
/** An API that gives one answer, and remembers what it was asked. */
const api = (status: number, body: string): { api: HttpPrometheus; asked: string[] } => {
  const asked: string[] = [];
  const get = (path: string): Promise<Answer> => {
    asked.push(path);
    return Promise.resolve(answer(status, body));
  };
  return { api: new HttpPrometheus('http://p', get), asked };
};

describe.each(['v2', 'v3'])('recorded answers of Prometheus %s', (version) => {
  test('name each active target by what the configuration named, with its pool and timing', async () => {
    const active: ActiveTarget[] = [];
    const { api: prometheus } = api(200, recorded(`${version}-targets-active`));
    const look = await prometheus.active(undefined, (target) => active.push(target), signal);
    expect(look).toEqual({ bytes: recorded(`${version}-targets-active`).length, serverMs: DATE });
    expect(active.map(({ scrapePool, health, dnsName }) => [scrapePool, health, dnsName])).toEqual([
      ['agent', 'up', 'agent'],
      ['agent', 'up', 'agent'],
      ['down', 'down', undefined],
      ['down', 'down', undefined],
      ['files', 'up', undefined],
      ['self', 'up', undefined],
    ]);
    expect(active[2]).toMatchObject({
      address: 'localhost:9090',
      scrapeUrl: 'http://localhost:9090/nope?a=b',
      lastError: 'server returned HTTP status 404 Not Found',
      intervalMs: 2000,
      timeoutMs: 2000,
    });
    expect(active[2]?.lastScrapeMs).toBeGreaterThan(DATE - 10_000);
  });

  test('name the pool of a dropped target', async () => {
    const dropped: DroppedTarget[] = [];
    const { api: prometheus } = api(200, recorded(`${version}-targets-dropped`));
    await prometheus.dropped('files', (target) => dropped.push(target), signal);
    expect(dropped).toMatchObject([{ scrapePool: 'files', address: 'localhost:9091', labels: { env: 'test' } }]);
  });

  test('count what is up, and tell when the process started', async () => {
    expect(await api(200, recorded(`${version}-up-counts`)).api.upCounts(signal)).toEqual({ up: 4, all: 6 });
    const started = await api(200, recorded(`${version}-runtimeinfo`)).api.startedMs(signal);
    expect(new Date(started ?? 0).toISOString()).toMatch(/^2026-11-25T18:19:4/);
  });
});

describe('an answer', () => {
  test('of an older Prometheus has a pool as well, and a target that was not scraped yet', async () => {
    const active: ActiveTarget[] = [];
    const data = {
      activeTargets: [
        { discoveredLabels: { __address__: 'a:1', job: 'old' }, lastScrape: '0001-01-01T00:00:00Z', health: 'unknown' },
      ],
    };
    await api(200, JSON.stringify({ data })).api.active('old', (target) => active.push(target), signal);
    expect(active).toMatchObject([{ scrapePool: 'old', address: 'a:1', health: 'unknown', lastScrapeMs: 0 }]);
  });

  test('about one pool is asked for by its name', async () => {
    const { api: prometheus, asked } = api(200, '{"data":{}}');
    await prometheus.active('a b&c', () => undefined, signal);
    expect(asked).toEqual(['/api/v1/targets?state=active&scrapePool=a%20b%26c']);
  });

  test('with another status is an error that quotes it', async () => {
    const { api: prometheus } = api(503, 'not now');
    await expect(prometheus.targets(signal)).rejects.toThrow('http://p/api/v1/targets answered 503: not now');
    await expect(prometheus.upCounts(signal)).rejects.toThrow('http://p answered 503: not now');
    expect(await prometheus.ready(signal)).toBe(false);
  });

  test('to a query that an agent does not serve is no count', async () => {
    expect(await api(422, '{"status":"error"}').api.upCounts(signal)).toBeUndefined();
    expect(await api(404, 'not found').api.startedMs(signal)).toBeUndefined();
  });

  test('that is no JSON is quoted', async () => {
    await expect(api(200, '<html>').api.upCounts(signal)).rejects.toThrow('the answer is not JSON: <html>');
  });

  test.each([401, 403])('with %d wants credentials', async (status) => {
    await expect(api(status, 'Unauthorized').api.ready(signal)).rejects.toMatchObject({ name: 'CredentialsNeeded' });
  });

  test('with 404 to /-/ready says what it means', async () => {
    await expect(api(404, '').api.ready(signal)).rejects.toThrow('--web.external-url may have a path');
  });

  test('that ends within a target is an error', async () => {
    const cut = recorded('v3-targets-active').slice(0, 1500);
    await expect(api(200, cut).api.active(undefined, () => undefined, signal)).rejects.toThrow('ends too early');
  });
});

describe('objects of a list', () => {
  const split = (body: string, size: number): [string, unknown][] => {
    const found: [string, unknown][] = [];
    const splitter = new ObjectSplitter((list, json) => found.push([list, JSON.parse(json)]));
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += size) splitter.feed(bytes.subarray(at, at + size));
    splitter.end();
    return found;
  };
  const tricky = { a: 'braces }{][ and "quotes\\" ü', b: { c: [{ d: 1 }] } };
  const body = JSON.stringify({ status: 'success', data: { first: [tricky, {}], counts: { x: 1 }, second: [tricky] } });

  test.each([1, 2, 3, 7, 64, 10_000])('are the same in chunks of %d bytes', (size) => {
    expect(split(body, size)).toEqual([
      ['first', tricky],
      ['first', {}],
      ['second', tricky],
    ]);
  });
});

test('credentials are sent as HTTP Basic authentication', () => {
  expect(authorization({ username: 'Aladdin', password: 'open sesame' })).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
});
