import type { Cause } from './cause.js';

/** Prometheus' words in `lastError`, most telling first. Seen on 2.53 and 3.5; sources: scrape/scrape.go, net/http, net. */
const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/blank Content-Type|unsupported Content-Type ""/i, 'content-type-missing'],
  [/unsupported Content-Type "[^"]*json|while parsing: "\s*[{[]|valid start token, got "[{[]/i, 'not-exposition-json'],
  [/unsupported Content-Type|while parsing: "\s*<|valid start token, got "</i, 'not-exposition'],
  [/HTTP status 401/i, 'unauthorized'],
  [/HTTP status 403/i, 'forbidden'],
  [/HTTP status 404/i, 'not-found'],
  [/HTTP status 5\d\d/i, 'server-error'],
  [/HTTP status 3\d\d|stopped after \d+ redirects/i, 'redirected'],
  [/HTTP status \d+/i, 'http-status'],
  [/no such host|server misbehaving|Temporary failure in name resolution/i, 'name-does-not-resolve'],
  [/connection refused/i, 'connection-refused'],
  [/no route to host|network is unreachable/i, 'no-route'],
  [/x509: .*unknown authority/i, 'certificate-authority'],
  [/x509: certificate has expired or is not yet valid/i, 'certificate-expired'],
  [/x509: .*(?:certificate is valid for|IP SANs|not valid for any names|Common Name)/i, 'certificate-name'],
  [/x509|certificate/i, 'certificate'],
  [/server gave HTTP response to HTTPS client/i, 'server-speaks-plain-http'],
  [/tls:|first record does not look like a TLS|malformed HTTP response/i, 'tls-mismatch'],
  [/deadline exceeded|timeout|timed out/i, 'timeout'],
  [/gzip: |flate: /i, 'bad-encoding'],
  [/unexpected EOF/i, 'truncated-body'],
  [/\bEOF$|connection reset|broken pipe/i, 'connection-closed'],
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
  'content-type-missing',
  'unauthorized',
  'forbidden',
  'redirected',
  'bad-encoding',
  'tls-mismatch',
  'server-speaks-plain-http',
  'certificate',
  'certificate-authority',
  'certificate-name',
  'certificate-expired',
  'limit-exceeded',
]);

/** Whether one failed scrape is enough to know; other causes may be a service that has only just started. */
export function isPermanent(cause: Cause): boolean {
  return PERMANENT.has(cause);
}
