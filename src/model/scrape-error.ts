import type { Cause } from './cause.js';

/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
  [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
  [/HTTP status 40[13]/i, 'unauthorized'],
  [/HTTP status 404/i, 'not-found'],
  [/HTTP status 5\d\d/i, 'server-error'],
  [/HTTP status \d+/i, 'http-status'],
  [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
  [/connection refused/i, 'connection-refused'],
  [/no route to host|network is unreachable/i, 'no-route'],
  [/x509|certificate/i, 'certificate'],
  [
    /server gave HTTP response to HTTPS client|tls:|first record does not look like a TLS|malformed HTTP response/i,
    'tls-mismatch',
  ],
  [/deadline exceeded|timeout|timed out/i, 'timeout'],
  [/limit exceeded|exceeds? (?:the )?limit|body size limit/i, 'limit-exceeded'],
  [
    /expected|invalid|unexpected|duplicate|while parsing|label name|metric name|data does not end/i,
    'malformed-exposition',
  ],
];

/** The cause behind a scrape's `lastError`. */
export function causeOfScrapeError(lastError: string): Cause {
  return CAUSES.find(([words]) => words.test(lastError))?.[1] ?? 'unexplained';
}

/** Causes that another scrape cannot cure, since the answer shows a server that is up and set up otherwise. */
const PERMANENT: ReadonlySet<Cause> = new Set<Cause>([
  'not-exposition-json',
  'not-exposition',
  'malformed-exposition',
  'unauthorized',
  'tls-mismatch',
  'certificate',
  'limit-exceeded',
]);

/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
export function isPermanent(cause: Cause): boolean {
  return PERMANENT.has(cause);
}
