import { entries } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** Source: `reservedHeaders` in prometheus/common `config/headers.go`. */
const OF_EVERY_CLIENT = [
  'authorization',
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
  'x-prometheus-scrape-timeout-seconds',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
];

/** Source: `reservedHeaders` in prometheus `config/config.go`; it has no host and no scrape time-out. */
const OF_REMOTE_STORAGE = OF_EVERY_CLIENT.filter(
  (name) => name !== 'host' && name !== 'x-prometheus-scrape-timeout-seconds',
);

/** HTTP headers that Prometheus sets itself. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/reserved-header',
  severity: 'error',
  summary: 'an HTTP header that Prometheus sets itself',
  why: 'Some headers belong to Prometheus, such as Authorization and Content-Type. It refuses a configuration that sets one of them.',
  remedy: 'remove the header; credentials go into basic_auth, authorization or oauth2',
  check: (document) => [
    ...found(document, 'http_headers', OF_EVERY_CLIENT),
    ...found(document, 'headers', OF_REMOTE_STORAGE),
  ],
};

function found(document: Parameters<DocumentRule['check']>[0], kind: string, reserved: readonly string[]) {
  return mappingsOf(document, kind).flatMap((value) =>
    entries(value.node)
      .filter(([name]) => reserved.includes(name.toLowerCase()))
      .map(([name, { key }]) => ({
        message: `header "${name}"${ownerOf(value) === '' ? '' : ` of ${ownerOf(value)}`} may not be set: Prometheus sets it itself`,
        at: key.at,
      })),
  );
}
