/** A URL as Go's net/url takes it apart, as far as rules ask. */
export interface GoUrl {
  readonly scheme: string;
  readonly host: string;
}

/** What is wrong with a URL by the grammar of Go's net/url, or its parts. Source: https://pkg.go.dev/net/url#Parse. */
export function parseGoUrl(written: string): GoUrl | { readonly fault: string } {
  if (/[\x00-\x1f\x7f]/.test(written)) return { fault: 'it has a control character' };
  const [beforeFragment, fragment] = splitAt(written, '#');
  if (beforeFragment.startsWith(':')) return { fault: 'the scheme before ":" is missing' };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(beforeFragment)?.[1] ?? '';
  const [rest] = splitAt(scheme === '' ? beforeFragment : beforeFragment.slice(scheme.length + 1), '?');
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { scheme: scheme.toLowerCase(), host: '' };
    if ((rest.split('/')[0] ?? '').includes(':')) return { fault: 'what is before the first ":" is no scheme' };
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  const [authority, path] = hasAuthority ? splitBefore(rest.slice(2), '/') : ['', rest];
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const fault =
    (at >= 0 ? userFault(authority.slice(0, at)) : undefined) ??
    hostFault(host) ??
    escapeFault(path) ??
    escapeFault(fragment);
  return fault === undefined ? { scheme: scheme.toLowerCase(), host } : { fault };
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function splitBefore(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function userFault(user: string): string | undefined {
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) return 'user and password have a character that must be escaped';
  return escapeFault(user);
}

function hostFault(host: string): string | undefined {
  if (host.startsWith('[')) return bracketFault(host);
  if (host.includes('[')) return '"[" is not at the beginning of the host';
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^:[0-9]*$/.test(host.slice(colon))) return `"${host.slice(colon)}" is no port`;
  const wrong = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host);
  if (wrong) return `"${wrong[0]}" cannot be in a host name`;
  // In a host only bytes beyond ASCII and the percent sign may be escaped.
  const escape = /%(?!25|[89A-Fa-f][0-9A-Fa-f]).{0,2}/.exec(host);
  return escape ? `"${escape[0]}" cannot be in a host name` : undefined;
}

function bracketFault(host: string): string | undefined {
  const end = host.lastIndexOf(']');
  if (end < 0) return 'the "]" after the IPv6 address is missing';
  if (!/^(?::[0-9]*)?$/.test(host.slice(end + 1))) return `"${host.slice(end + 1)}" is no port`;
  return /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%25.+)?$/.test(host.slice(1, end))
    ? undefined
    : 'there is no IPv6 address in "[]"';
}

function escapeFault(text: string): string | undefined {
  const wrong = /%(?![0-9A-Fa-f]{2}).{0,2}/s.exec(text);
  return wrong ? `"${wrong[0]}" is no escape such as %20` : undefined;
}

/** What is wrong with a URL by that grammar, as a few words; undefined when Go parses it. Relative references are fine too. */
export function goUrlProblem(written: string): string | undefined {
  const parsed = parseGoUrl(written);
  return 'fault' in parsed ? parsed.fault : undefined;
}
