import type { TargetResult } from '../model/target.js';
import type { TempoConfirmation } from '../model/tempo.js';
import type { PrometheusApi } from '../ports/prometheus.js';
import type { TempoDriver } from '../ports/tempo.js';
import { dependsOnTempo } from '../tempo/depends-on-tempo.js';
import { verifyTargets, type Verification, type VerifyContext } from './verify.js';

/** What is needed to put the configured tempo back. */
export interface Restorer {
  readonly driver: TempoDriver;
  /** The configuration of Prometheus as it was before it was tightened. */
  readonly original: { readonly name: string; readonly text: string };
}

/** How a verification ended that was repeated at the configured tempo. */
export interface Confirmed {
  readonly verification: Verification;
  readonly confirmations: readonly TempoConfirmation[];
}

const LOOK_MS = 200;
/**
 * A reload takes some 50 ms, but targets keep the interval and timeout that they were found with until discovery is looked at again, every
 * 5 s (scrape/scrape.go, Target.intervalAndTimeout). A program before Prometheus that keeps the signal to itself is given up on after this.
 */
const RELOAD_MS = 8000;

/** The failures of a verification under the fast tempo that do not count before they are confirmed. */
export function unconfirmed({ complete, targets }: Verification): TargetResult[] {
  return complete ? targets.filter((target) => dependsOnTempo(target)) : [];
}

/** Puts the configuration of Prometheus back as it was and verifies again; only scrapes from then on count against a target. */
export async function confirm(
  context: VerifyContext,
  failures: readonly TargetResult[],
  restorer: Restorer,
): Promise<Confirmed> {
  for (const { expected, lastError = '' } of failures)
    context.progress.note(`${nameOf(expected)} fails (${lastError}): scraping it again at the configured tempo`);
  const servicesReadyMs = await restore(context, restorer);
  const verification = await verifyTargets({ ...context, servicesReadyMs });
  const confirmations = failures.map((failure): TempoConfirmation => {
    const now = verification.targets.find(({ expected }) => expected === failure.expected);
    return {
      job: failure.expected.job,
      target: failure.expected.address ?? failure.scrapeUrl ?? '(discovered)',
      failure: failure.lastError ?? '',
      confirmed: verification.complete && now?.health !== 'up',
    };
  });
  return { verification, confirmations };
}

function nameOf({ job, address }: TargetResult['expected']): string {
  return `${job}/${address ?? 'discovered'}`;
}

/** Lets a Prometheus that is left running scrape as configured, without waiting until it does. */
export async function putBack(
  { watch, signal }: Pick<VerifyContext, 'watch' | 'signal'>,
  { driver, original }: Restorer,
  service: string,
): Promise<void> {
  driver.write(original.name, original.text);
  for (const { id } of watch.of(service)) await driver.hangUp(id, signal);
}

/** Resolves to the time since which Prometheus scrapes as configured. */
async function restore(context: VerifyContext, { driver, original }: Restorer): Promise<number> {
  const { door, instance, watch, clock, signal } = context;
  driver.write(original.name, original.text);
  const container = watch.of(instance.service.name)[0];
  if (!container) return clock.now();
  const { api } = await door.open(instance, container, signal);
  try {
    const before = await api?.scrapeSettings?.(signal).catch(() => undefined);
    const told = await driver.hangUp(container.id, signal);
    if (told && api && before !== undefined && (await changes(api, before, context))) return clock.now();
  } finally {
    await api?.close();
  }
  // It reads its configuration for certain when it starts.
  if (!signal.aborted) await driver.restart(container.id, signal);
  return clock.now();
}

/** Whether targets soon have other intervals and timeouts than before, and each of them has. */
async function changes(api: PrometheusApi, before: string, { clock, signal }: VerifyContext): Promise<boolean> {
  const untilMs = clock.now() + RELOAD_MS;
  let last = before;
  while (clock.now() < untilMs && !signal.aborted) {
    await clock.sleep(LOOK_MS, signal);
    const now = await api.scrapeSettings?.(signal).catch(() => before);
    // Scrape pools follow one after the other: what is the same twice is the end of it.
    if (now !== undefined && now !== before && now === last) return true;
    last = now ?? before;
  }
  return false;
}
