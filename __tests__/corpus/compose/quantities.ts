const SIZES: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** A size such as `1.5gb` in bytes; anything else as it is. */
export function bytes(value: unknown): unknown {
  const [, number, unit] = /^([0-9.]+) ?([bkmgtp]?)(?:i?b)?$/i.exec(String(value)) ?? [];
  const factor = SIZES[unit?.toLowerCase() ?? ''];
  return number === undefined || factor === undefined ? value : Math.floor(Number(number) * factor);
}

const DURATIONS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
  d: 8.64e13,
  w: 6.048e14,
};

/** A duration such as `1m30s` in nanoseconds; anything else as it is. */
export function nanoseconds(value: unknown): unknown {
  const parts = [...String(value).matchAll(/([0-9.]+)(ns|us|µs|ms|s|m|h|d|w)/g)];
  if (parts.length === 0) return value;
  return parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (DURATIONS[unit] ?? NaN), 0);
}
