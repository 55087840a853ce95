/** How a case shows on real Docker that it fails. The list is closed: each has one predicate in `judge.ts`. */
export type Symptom =
  /** `docker compose config` or `up` refuses, and says something that matches. */
  | { readonly symptom: 'compose-refuses'; readonly message?: string }
  /** A container ends with a failure, or is restarted because of one; any container when no service is named. */
  | { readonly symptom: 'service-exits'; readonly service?: string; readonly log?: string; readonly code?: number }
  /** A healthcheck fails, and its probe says something that matches. */
  | { readonly symptom: 'service-unhealthy'; readonly service: string; readonly output?: string }
  /** A container is created and never started, since what it waits for does not come. */
  | { readonly symptom: 'service-never-starts'; readonly service: string }
  /** Prometheus has the target and cannot scrape it. */
  | { readonly symptom: 'target-down'; readonly job: string; readonly error?: string; readonly address?: string }
  /** Prometheus has no target of the job; of any job when none is named. */
  | { readonly symptom: 'target-missing'; readonly job?: string; readonly address?: string }
  /** No container of the stack answers as a Prometheus does. */
  | { readonly symptom: 'no-prometheus' }
  /** Prometheus has no Alertmanager that it can reach. */
  | { readonly symptom: 'alertmanager-unreachable'; readonly address?: string }
  /** Samples sent to a remote store fail or are tried again. */
  | { readonly symptom: 'remote-write-fails'; readonly log?: string }
  /** Prometheus runs without the group of rules. */
  | { readonly symptom: 'rules-not-loaded'; readonly group?: string }
  /** A request from inside the container fails, or is answered with an error. */
  | {
      readonly symptom: 'url-unreachable-from';
      readonly service: string;
      readonly url: string;
      readonly error?: string;
    }
  /** Docker made a directory where a file was to be mounted. */
  | { readonly symptom: 'mount-is-directory'; readonly path: string }
  /** The user of the container may not write the path. */
  | { readonly symptom: 'not-writable'; readonly service: string; readonly path: string }
  /** The user of the container may not read the path, or nothing is there. */
  | { readonly symptom: 'not-readable'; readonly service: string; readonly path: string };

/** Names a symptom. */
export type SymptomName = Symptom['symptom'];

interface Bounds {
  /** Keys that a `proof.json` may give, besides `symptom`; those with a `!` must be there. */
  readonly keys: readonly string[];
  /** Seconds that the symptom has to last before it counts: a start has moments of its own. */
  readonly shownForSeconds: number;
  /** Seconds that its absence has to last. */
  readonly absentForSeconds: number;
}

/** What each symptom needs to be told, and how long one looks. */
export const SYMPTOMS: Readonly<Record<SymptomName, Bounds>> = {
  'compose-refuses': { keys: ['message'], shownForSeconds: 0, absentForSeconds: 0 },
  'service-exits': { keys: ['service', 'log', 'code'], shownForSeconds: 0, absentForSeconds: 5 },
  'service-unhealthy': { keys: ['service!', 'output'], shownForSeconds: 0, absentForSeconds: 0 },
  'service-never-starts': { keys: ['service!'], shownForSeconds: 12, absentForSeconds: 0 },
  'target-down': { keys: ['job!', 'error', 'address'], shownForSeconds: 4, absentForSeconds: 0 },
  'target-missing': { keys: ['job', 'address'], shownForSeconds: 12, absentForSeconds: 0 },
  'no-prometheus': { keys: [], shownForSeconds: 6, absentForSeconds: 0 },
  'alertmanager-unreachable': { keys: ['address'], shownForSeconds: 8, absentForSeconds: 0 },
  'remote-write-fails': { keys: ['log'], shownForSeconds: 2, absentForSeconds: 2 },
  'rules-not-loaded': { keys: ['group'], shownForSeconds: 6, absentForSeconds: 0 },
  'url-unreachable-from': { keys: ['service!', 'url!', 'error'], shownForSeconds: 4, absentForSeconds: 0 },
  'mount-is-directory': { keys: ['path!'], shownForSeconds: 0, absentForSeconds: 0 },
  'not-writable': { keys: ['service!', 'path!'], shownForSeconds: 0, absentForSeconds: 0 },
  'not-readable': { keys: ['service!', 'path!'], shownForSeconds: 0, absentForSeconds: 0 },
};
