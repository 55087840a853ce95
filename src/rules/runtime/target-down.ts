import { CAUSES, type Cause } from '../../model/cause.js';
import type { TargetResult } from '../../model/target.js';
import { explainedServices } from '../failed-services.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';
import { diagnoseTarget, type TargetDiagnosis } from '../target-diagnosis.js';

/** Causes that lie in the service as a whole: one explains all of its targets. */
const OF_THE_SERVICE: ReadonlySet<Cause> = new Set<Cause>([
  'no-shared-network',
  'nothing-listens',
  'listens-on-loopback',
  'listens-on-other-address',
]);

const OUTSIDE =
  'the target is outside of the stack: have it up during the run, or let such targets be down with external-targets: ignore';
/** As many as a person reads; the report lists all targets anyway. */
const MOST_FOLDED = 20;

/** Targets that Prometheus tries to scrape in vain. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/target-down',
  severity: 'error',
  stage: 'verify',
  summary: 'Prometheus fails to scrape a target',
  why: 'Prometheus knows the target and tries, but every scrape fails, so there are no metrics and no alert can fire.',
  remedy: 'mend what the cause names',
  judge(run) {
    const explained = explainedServices(run);
    const down = run.targets
      .filter(({ health, expected, flaps }) => health === 'down' && !flaps && !explained.has(expected.service ?? ''))
      .map((target) => ({ target, diagnosis: diagnoseTarget(run, target) }));
    return rootsFirst(down).map((one) => problem(run, one));
  },
};

interface Down {
  readonly target: TargetResult;
  readonly diagnosis: TargetDiagnosis;
  /** Targets that are down for the same reason. */
  readonly folded?: readonly TargetResult[];
}

/**
 * What keeps all of a service from being scraped comes first. Targets that one line has to change for are one finding, be they two or a
 * thousand; those that are to be mended at their own lines stay apart.
 */
function rootsFirst(down: readonly Down[]): Down[] {
  const found = new Map<string, Down>();
  for (const one of down) {
    const { cause, at } = one.diagnosis;
    const key = `${cause} ${at?.file.path ?? ''} ${String(at?.start)}`;
    const first = found.get(key);
    found.set(key, first ? { ...first, folded: [...(first.folded ?? []), one.target] } : one);
  }
  const all = [...found.values()];
  const isRoot = ({ diagnosis }: Down): boolean => OF_THE_SERVICE.has(diagnosis.cause);
  return [...all.filter(isRoot), ...all.filter((one) => !isRoot(one))];
}

function problem(run: Run, { target: { expected, scrapeUrl }, diagnosis, folded = [] }: Down): Problem {
  const { cause, says, at, help, related = [], evidence, service } = diagnosis;
  const target = expected.address ?? scrapeUrl ?? 'discovered';
  const own = service ?? expected.service;
  return {
    message: `target "${target}" of scrape job "${expected.job}" is down: ${says ?? CAUSES[cause].title}${others(folded)}`,
    cause,
    at,
    help: expected.external ? OUTSIDE : (help ?? CAUSES[cause].remedy),
    subject: { job: expected.job, target, ...(own === undefined ? {} : { service: own }) },
    related: [
      ...related.filter((one) => one.at.start !== at?.start || one.at.file !== at.file),
      ...folded.slice(0, MOST_FOLDED).map((other) => ({
        message: `target "${other.expected.address ?? ''}" of scrape job "${other.expected.job}" is down because of it`,
        at: other.expected.at,
      })),
    ],
    evidence: [
      ...evidence,
      ...(isConfirmed(run, expected.job, target) ? ['it was down again at the configured tempo'] : []),
    ],
  };
}

function isConfirmed({ observation }: Run, job: string, target: string): boolean {
  return (observation.confirmations ?? []).some((one) => one.confirmed && one.job === job && one.target === target);
}

function others({ length }: readonly TargetResult[]): string {
  if (length === 0) return '';
  return ` (and so ${length === 1 ? 'is another target' : `are ${String(length)} other targets`})`;
}
