import { expect, test } from '@jest/globals';
import { routePrefix } from '../../src/model/route-prefix.js';
import { stackOf } from '../fakes/load.js';

/** The prefix of a server that is started with these words. */
function prefixOf(...words: string[]): string | undefined {
  const text = `services:\n  server:\n    image: prom/prometheus\n    command: ${JSON.stringify(words)}\n`;
  const [service] = stackOf({ 'compose.yml': text }).project.services;
  return service && routePrefix(service)?.value;
}

// Seen with the real servers.
test.each<[words: string[], prefix: string | undefined]>([
  [[], ''],
  [['--web.external-url=https://example.com'], ''],
  [['--web.external-url=https://example.com/'], ''],
  [['--web.external-url', 'https://example.com:8080/a/b/?x#y'], '/a/b'],
  [['--web.external-url=//example.com/a'], '/a'],
  [['--web.external-url=/a'], '/a'],
  [['--web.external-url=example.com/a'], '/example.com/a'],
  [['--web.external-url=localhost:9090/a'], ''],
  [['--web.external-url=127.0.0.1:9090/a'], undefined],
  [['--web.external-url=${NOT_SET}'], undefined],
  [['--web.external-url=$$URL'], undefined],
  [['--web.external-url=http://$$HOST/a'], '/a'],
  [['--web.route-prefix=a/', '--web.external-url=https://example.com/b'], '/a'],
  [['--web.external-url=https://example.com/b', '--web.route-prefix=/'], ''],
  [['--web.route-prefix=', '--web.external-url=https://example.com/b'], undefined],
])('%j gives %j', (words, prefix) => {
  expect(prefixOf(...words)).toBe(prefix);
});
