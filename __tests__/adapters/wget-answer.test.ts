import { describe, expect, test } from '@jest/globals';
import type { ReadBody } from '../../src/ports/inspection.js';
import { wgetAnswer } from '../../src/adapters/docker/wget-answer.js';

const URL = 'http://agent:8000/metrics';
const result = (exitCode: number, stdout: string, output: string) => ({
  command: 'docker compose exec',
  exitCode,
  stdout,
  output: output === '' ? stdout : output,
});
const HEAD = '  HTTP/1.1 200 OK\n  content-type: text/plain\n  Connection: close\n  Content-Length: 6\n  \n';

test('a body is read to its end by whoever wants to know where it is wrong', () => {
  const fault = { line: 1, column: 5, text: 'b', message: 'wrong' };
  const read: ReadBody = (body, type) =>
    Buffer.from(body).toString() === 'a 1 b\n' ? { ...fault, text: type ?? '' } : undefined;
  expect(wgetAnswer(URL, result(0, 'a 1 b\n', HEAD), 1, read)).toMatchObject({
    fault: { ...fault, text: 'text/plain' },
  });
  expect(wgetAnswer(URL, result(0, 'a 1\n', HEAD), 1, read)).not.toHaveProperty('fault');
});

describe('what wget of BusyBox 1.38 printed', () => {
  test.each([
    [
      'metrics',
      result(0, 'a 1 b\n', HEAD),
      {
        step: 'done',
        status: 200,
        bodyStart: 'a 1 b\n',
        bodyBytes: 6,
        headers: { 'content-type': 'text/plain', 'content-length': '6' },
      },
    ],
    [
      'an error',
      result(1, '', '  HTTP/1.1 404 Not Found\nwget: server returned error: HTTP/1.1 404 Not Found\n'),
      { step: 'done', status: 404 },
    ],
    [
      'a redirect, which it followed',
      result(0, 'a 1 b\n', `  HTTP/1.1 302 Found\n  Location: /login\n${HEAD}`),
      { step: 'done', status: 302, headers: { location: '/login' } },
    ],
    [
      'a refused connection',
      result(1, '', "wget: can't connect to remote host (172.17.0.2): Connection refused\n"),
      { step: 'connect', errorCode: 'ECONNREFUSED' },
    ],
    [
      'a name of nobody',
      result(1, '', "wget: bad address 'nobody.invalid'\n"),
      { step: 'resolve', errorCode: 'ENOTFOUND' },
    ],
    ['nothing in time', result(1, '', 'wget: download timed out\n'), { step: 'request', errorCode: 'TIMEOUT' }],
    [
      'TLS against plain HTTP',
      result(1, '', 'wget: error getting response: Connection reset by peer\n'),
      { step: 'request', errorCode: 'ECONNRESET' },
    ],
  ])('%s', (_, said, expected) => {
    expect(wgetAnswer(URL, said, 12)).toMatchObject({ url: URL, totalMs: 12, ...expected });
  });

  test('a redirect and an error have no body', () => {
    const followed = wgetAnswer(URL, result(0, 'x', `  HTTP/1.1 302 Found\n  Location: /login\n${HEAD}`), 1);
    expect(followed).not.toHaveProperty('bodyStart');
  });
});

test.each([
  [
    'an image without wget',
    result(127, '', 'OCI runtime exec failed: exec: "wget": executable file not found in $PATH: unknown'),
  ],
  ['one whose words nobody knows', result(1, '', 'wget: something else')],
])('%s gives no answer', (_, said) => {
  expect(wgetAnswer(URL, said, 1)).toBeUndefined();
});
