import { expect, test } from '@jest/globals';
import { storedUp } from '../../src/adapters/prometheus/stored-up.js';
import type { Answer } from '../../src/adapters/prometheus/transport.js';

const signal = new AbortController().signal;
const asked: string[] = [];
const answered = (status: number, body: string) =>
  storedUp((path) => {
    asked.push(path);
    return Promise.resolve<Answer>({ status, chunks: [Buffer.from(body)] });
  }, signal);
const vector = (result: string): string => `{"status":"success","data":{"resultType":"vector","result":[${result}]}}`;

test('the newest sample of up is asked for by one query, whose answer is one number', async () => {
  expect(await answered(200, vector('{"metric":{},"value":[1795645458.123,"1795645452.383"]}'))).toEqual({
    newestMs: 1_795_645_452_383,
  });
  expect(asked).toEqual(['/api/v1/query?query=max(timestamp(up))']);
});

test('a query that finds nothing is an answer too', async () => {
  expect(await answered(200, vector(''))).toEqual({});
});

test.each([
  [422, '{"status":"error","errorType":"execution","error":"unavailable with Prometheus Agent"}'],
  [503, vector('')],
  [200, '<html>'],
])('%d with %s tells nothing', async (status, body) => {
  expect(await answered(status, body)).toBeUndefined();
});
