import type { TempoImage } from '../../ports/tempo.js';

/** An image as `docker image inspect` gives it: only what is read of it. Durations in nanoseconds. */
export interface InspectedImage {
  readonly Config?: {
    readonly Healthcheck?: {
      readonly Test?: readonly string[] | null;
      readonly Interval?: number;
      readonly Timeout?: number;
      readonly StartPeriod?: number;
      readonly StartInterval?: number;
    } | null;
  } | null;
}

/** What of an inspected image bears on the tempo. */
export function toTempoImage({ Config: config }: InspectedImage): TempoImage {
  const check = config?.Healthcheck;
  if (!check) return {};
  const ms = (ns: number | undefined): number => (ns ?? 0) / 1e6;
  return {
    healthcheck: {
      test: check.Test ?? [],
      intervalMs: ms(check.Interval),
      timeoutMs: ms(check.Timeout),
      startPeriodMs: ms(check.StartPeriod),
      startIntervalMs: ms(check.StartInterval),
    },
  };
}
