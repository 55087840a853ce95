/**
 * Whether two addresses of a machine, to which ports are bound, exclude each other; an empty one is every address. All addresses of
 * IPv4 are none of IPv6.
 */
export function addressesOverlap(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const family = (address: string): 4 | 6 => (address.includes(':') ? 6 : 4);
  if (family(a) !== family(b)) return false;
  const all = (address: string): boolean => address === '0.0.0.0' || /^[0:]+$/.test(address);
  return all(a) || all(b);
}
