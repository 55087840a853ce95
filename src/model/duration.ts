const PROMETHEUS = /^(?:(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?|0)$/;
const UNIT_MS = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1000, 1];

/**
 * Milliseconds of a Prometheus duration such as `1m30s`; undefined when it is none. Units go from large to small, each
 * once, integers only. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ (`<duration>`).
 */
export function prometheusDurationMs(written: string): number | undefined {
  const match = PROMETHEUS.exec(written);
  if (!match || written === '') return undefined;
  return UNIT_MS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
}
