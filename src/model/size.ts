const UNITS = ['b', 'k', 'm', 'g', 't', 'p'];

/** A size such as `1.5gb` in bytes, as Docker counts them; undefined when it is none. */
export function sizeInBytes(written: string): number | undefined {
  const [, number, unit = ''] = /^([0-9]+\.?[0-9]*|\.[0-9]+) ?(b|[kmgtp](?:i?b)?)?$/i.exec(written) ?? [];
  if (number === undefined) return undefined;
  const power = Math.max(0, UNITS.indexOf(unit.slice(0, 1).toLowerCase()));
  return Math.floor(Number(number) * 1024 ** power);
}
