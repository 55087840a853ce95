const UNITS_NS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};
const PART = /([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)/y;

/**
 * Nanoseconds of a Go duration such as `1m30s` or `1.5h`, undefined when it is none. Days and longer units do not exist
 * here. Source: https://pkg.go.dev/time#ParseDuration.
 */
export function goDurationNs(written: string): number | undefined {
  const sign = written.startsWith('-') ? -1 : 1;
  const digits = written.replace(/^[-+]/, '');
  if (digits === '0') return 0;
  if (digits === '') return undefined;
  let total = 0;
  PART.lastIndex = 0;
  while (PART.lastIndex < digits.length) {
    const part = PART.exec(digits);
    if (!part) return undefined;
    total += Number(part[1]) * (UNITS_NS[part[2] ?? ''] ?? 0);
  }
  return total < 2 ** 63 ? sign * total : undefined;
}
