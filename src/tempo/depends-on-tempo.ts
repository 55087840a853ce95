import type { Cause } from '../model/cause.js';
import { causeOfScrapeError } from '../model/scrape-error.js';
import type { TargetResult } from '../model/target.js';

/** Causes that are the same at any tempo: the answer, or the lack of a name, shows a set-up that no later scrape finds otherwise. */
const AT_ANY_TEMPO: ReadonlySet<Cause> = new Set<Cause>([
  'not-exposition-json',
  'not-exposition',
  'malformed-exposition',
  'unauthorized',
  'tls-mismatch',
  'certificate',
  'limit-exceeded',
  'name-does-not-resolve',
]);

/**
 * Whether a target might be up at the configured tempo: a tightened timeout cuts a slow answer off, and two scrapes in two seconds may both
 * fall into the start of a service that is up well before two scrapes at the configured interval are over. A target that Prometheus does not
 * list is missing at any tempo, since discovery has intervals of its own. Nor do states of services depend on it: exits, crash loops and
 * missing images do by nature not, and a tightened healthcheck is never unhealthy sooner (health-tempo.ts).
 */
export function dependsOnTempo({ health, lastError = '' }: Pick<TargetResult, 'health' | 'lastError'>): boolean {
  return health === 'down' && !AT_ANY_TEMPO.has(causeOfScrapeError(lastError));
}
