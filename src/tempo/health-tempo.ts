import { goDurationNs } from '../model/go-duration.js';
import type { ComposeService } from '../model/stack.js';
import type { TempoChange } from '../model/tempo.js';
import { child, text } from '../model/yaml-node.js';
import type { ImageHealthcheck, TempoImage } from '../ports/tempo.js';

/** How often a healthcheck runs under the fast tempo while its service starts. Each run costs a process in the container. */
export const START_INTERVAL_MS = 500;

/** Docker's defaults, container/health.go: https://docs.docker.com/reference/dockerfile/#healthcheck. */
const DEFAULTS = { intervalMs: 30_000, timeoutMs: 30_000, startPeriodMs: 0, startIntervalMs: 5000 } as const;

/** What the override file says of one service's healthcheck. */
export interface HealthTempo {
  readonly start_interval: string;
  readonly start_period: string;
}

/** A healthcheck that is tightened, and how the report tells it. */
export interface TightenedHealth {
  readonly healthcheck: HealthTempo;
  readonly changes: readonly TempoChange[];
}

/**
 * How a service's healthcheck runs sooner without failing it sooner; undefined when there is nothing to gain or not enough known.
 *
 * Docker counts failures of probes that begin after the start period, and until a probe passes it waits for `start_interval` within the
 * period and for `interval` after it (monitor and handleProbeResult in daemon/health.go). So the period is made long enough that the first
 * probe that counts begins no sooner than it would have: without a period that is one interval after the start. With one, probes at the
 * start interval may have ended just before its end or, when they take their whole timeout, just after it, and then a whole interval follows.
 * From there on interval and retries are the user's own. What never becomes healthy is known to be unhealthy at most one interval and one
 * probe later than under a configuration without a start period.
 *
 * @param image what the engine has of the image; undefined when it does not have it (yet)
 */
export function tightenHealth(service: ComposeService, image: TempoImage | undefined): TightenedHealth | undefined {
  const effective = effectiveHealth(service, image);
  if (!effective) return undefined;
  const { intervalMs, timeoutMs, startPeriodMs, startIntervalMs } = effective;
  const isQuick = startPeriodMs > 0 ? startIntervalMs <= START_INTERVAL_MS : intervalMs <= START_INTERVAL_MS;
  if (isQuick) return undefined;
  const periodMs = startPeriodMs > 0 ? startPeriodMs + Math.max(startIntervalMs, intervalMs + timeoutMs) : intervalMs;
  const healthcheck = { start_interval: goDuration(START_INTERVAL_MS), start_period: goDuration(periodMs) };
  const change = (key: keyof HealthTempo): TempoChange => ({
    service: service.name,
    what: `healthcheck.${key}`,
    from: writtenFrom(effective, key),
    to: healthcheck[key],
  });
  return { healthcheck, changes: [change('start_interval'), change('start_period')] };
}

interface EffectiveHealth extends Omit<ImageHealthcheck, 'test'> {
  readonly written: Readonly<Record<keyof HealthTempo, boolean>>;
}

function writtenFrom({ written, startIntervalMs, startPeriodMs }: EffectiveHealth, key: keyof HealthTempo): string {
  if (!written[key]) return 'not set';
  return goDuration(key === 'start_interval' ? startIntervalMs : startPeriodMs);
}

/** The compose file's values, else the image's, else Docker's defaults; a zero means not set to Docker. */
function effectiveHealth(service: ComposeService, image: TempoImage | undefined): EffectiveHealth | undefined {
  if (service.healthcheck?.disabled === true) return undefined;
  const baked = image?.healthcheck;
  const hasTest = (service.healthcheck?.test.length ?? 0) > 0;
  if (!hasTest && (baked === undefined || baked.test[0] === 'NONE' || baked.test.length === 0)) return undefined;
  const node = child(service.node, 'healthcheck');
  const keys = {
    intervalMs: 'interval',
    timeoutMs: 'timeout',
    startPeriodMs: 'start_period',
    startIntervalMs: 'start_interval',
  };
  const given = Object.entries(keys).map(([name, key]) => [name, milliseconds(text(child(node, key)))] as const);
  const written = Object.fromEntries(given) as Record<keyof typeof keys, number | undefined>;
  // What the file leaves open is the image's, which nobody knows before it is here.
  if (image === undefined && Object.values(written).some((value) => value === undefined)) return undefined;
  if (Object.values(written).some(Number.isNaN)) return undefined;
  const value = (name: keyof typeof keys): number => written[name] || baked?.[name] || DEFAULTS[name];
  return {
    intervalMs: value('intervalMs'),
    timeoutMs: value('timeoutMs'),
    startPeriodMs: value('startPeriodMs'),
    startIntervalMs: value('startIntervalMs'),
    written: {
      start_interval: Boolean(written.startIntervalMs || baked?.startIntervalMs),
      start_period: Boolean(written.startPeriodMs || baked?.startPeriodMs),
    },
  };
}

/** Undefined for what is not written, NaN for what Compose refuses. */
function milliseconds(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return (goDurationNs(written) ?? NaN) / 1e6;
}

/** As Compose reads it: whole milliseconds. */
export function goDuration(ms: number): string {
  const whole = Math.ceil(ms);
  return whole % 1000 === 0 ? `${String(whole / 1000)}s` : `${String(whole)}ms`;
}
