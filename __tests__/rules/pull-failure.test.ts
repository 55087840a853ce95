import { describe, expect, test } from '@jest/globals';
import { classifyPull } from '../../src/rules/pull-failure.js';

const daemon = (said: string): string => `Error response from daemon: ${said}`;

// Words of real engines: 20.10, 26 and 28 with the image store of the engine, 28 and 29 with that of containerd.
describe('tries again', () => {
  test.each([
    ['a server error', 'received unexpected HTTP status: 503 Service Unavailable'],
    ['a server error', 'received unexpected HTTP status: 500 Internal Server Error'],
    ['a server error', 'received unexpected HTTP status: 502 Bad Gateway'],
    [
      'a server error',
      'unknown: unexpected status from HEAD request to https://r.test/v2/a/manifests/1: 503 Service Unavailable',
    ],
    ['closed the connection', 'Head "http://127.0.0.1:5000/v2/agent/manifests/1": EOF'],
    ['closed the connection', 'Get https://registry-1.docker.io/v2/: unexpected EOF'],
    ['cannot be reached', 'Get "http://localhost:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused'],
    [
      'cannot be reached',
      'Get "https://r.test/v2/": read tcp 10.0.0.2:4444->10.0.0.9:443: read: connection reset by peer',
    ],
    ['TLS handshake', 'Get "https://registry-1.docker.io/v2/": net/http: TLS handshake timeout'],
    [
      'did not answer in time',
      'Get "https://registry-1.docker.io/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    ],
    ['did not answer in time', 'Get "https://r.test/v2/": context deadline exceeded'],
    ['did not answer in time', 'Get "https://r.test/v2/": dial tcp 10.0.0.9:443: i/o timeout'],
    [
      'cannot be reached',
      'Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 127.0.0.53:53: server misbehaving',
    ],
  ])('%s: %s', (why, said) => {
    expect(classifyPull(daemon(said))).toMatchObject({ kind: 'transient', cause: 'registry-unavailable' });
    expect(classifyPull(daemon(said))?.why).toContain(why);
  });
});

describe('does not try again', () => {
  test.each([
    ['image-denied', 'unauthorized'],
    ['image-denied', 'denied'],
    ['image-denied', 'unauthorized: authentication required'],
    ['image-denied', 'Head "https://ghcr.io/v2/o/i/manifests/1": denied'],
    ['image-denied', 'Head "https://r.test/v2/private/i/manifests/1": no basic auth credentials'],
    [
      'image-denied',
      'failed to resolve reference "r.test/a:1": pull access denied, insufficient_scope: authorization failed',
    ],
    ['image-unavailable', 'manifest unknown'],
    ['image-unavailable', 'manifest unknown: manifest unknown'],
    ['image-unavailable', 'manifest for redis:none not found: manifest unknown: manifest unknown'],
    [
      'image-unavailable',
      'failed to resolve reference "docker.io/library/redis:none": docker.io/library/redis:none: not found',
    ],
    [
      'image-unavailable',
      "pull access denied for example/agent, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    ],
    ['image-unavailable', 'name unknown: Repository o/i not found'],
    ['image-rate-limited', 'toomanyrequests: you have reached your pull rate limit'],
    [
      'image-rate-limited',
      'error from registry: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    ],
    [
      'image-rate-limited',
      'failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/debian/manifests/sha256:ffeb: 429 Too Many Requests - Server message: toomanyrequests',
    ],
    ['wrong-architecture', 'no matching manifest for linux/arm64/v8 in the manifest list entries'],
    [
      'wrong-architecture',
      'no matching manifest for linux/arm64/v8 in the manifest list entries: no match for platform in manifest: not found',
    ],
    ['disk-full', 'failed to register layer: write /usr/lib/x.so: no space left on device'],
    ['registry-unavailable', 'Get "https://r.test/v2/": http: server gave HTTP response to HTTPS client'],
    [
      'registry-unavailable',
      'Get "https://r.test/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    ],
    ['registry-unavailable', 'Get "https://no.test/v2/": dial tcp: lookup no.test on 127.0.0.53:53: no such host'],
  ])('%s: %s', (cause, said) => {
    expect(classifyPull(daemon(said))).toMatchObject({ kind: 'permanent', cause });
  });

  test('what it does not know', () => {
    expect(classifyPull(daemon('a word of a future engine'))).toBeUndefined();
  });
});

test('takes no line of progress for an error', () => {
  const output =
    ' 503denied429a Pulling fs layer \n agent Error manifest unknown\nError response from daemon: manifest unknown\n';
  expect(classifyPull(output)).toMatchObject({ cause: 'image-unavailable' });
  expect(classifyPull(' eofx Pulling \n agent Error denied\nError response from daemon: denied\n')?.cause).toBe(
    'image-denied',
  );
});
