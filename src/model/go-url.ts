/**
 * What Go's url.Parse refuses in a URL, as a few words; undefined when it accepts it. It accepts relative references too.
 * Source: https://pkg.go.dev/net/url#Parse and RFC 3986 as it relaxes it.
 */
export function goUrlProblem(written: string): string | undefined {
  if (/[\x00-\x1f\x7f]/.test(written)) return 'it has a control character';
  const [beforeFragment = '', ...fragment] = written.split('#');
  if (!escapesAreValid(fragment.join('#'))) return 'it has a "%" that no two hexadecimal digits follow';
  if (beforeFragment.startsWith(':')) return 'the scheme before ":" is missing';
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(beforeFragment)?.[1];
  const afterScheme = scheme === undefined ? beforeFragment : beforeFragment.slice(scheme.length + 1);
  const rest = afterScheme.split('?', 1)[0] ?? '';
  if (!rest.startsWith('/')) {
    if (scheme !== undefined) return undefined;
    const [segment = ''] = rest.split('/');
    return segment.includes(':') ? 'a scheme such as "http://" is missing before the colon' : pathProblem(rest);
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== undefined || !rest.startsWith('///'));
  if (!hasAuthority) return pathProblem(rest);
  const slash = rest.indexOf('/', 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  return authorityProblem(authority) ?? pathProblem(slash < 0 ? '' : rest.slice(slash));
}

function pathProblem(path: string): string | undefined {
  return escapesAreValid(path) ? undefined : 'it has a "%" that no two hexadecimal digits follow';
}

function escapesAreValid(text: string): boolean {
  return !/%(?![0-9a-fA-F]{2})/.test(text);
}

function authorityProblem(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(0, at));
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user))
    return 'its user name or password has a character that must be escaped';
  if (!escapesAreValid(user)) return 'its user name has a "%" that no two hexadecimal digits follow';
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    if (end < 0) return 'the "[" of its address is not closed';
    return portProblem(host.slice(end + 1));
  }
  const colon = host.lastIndexOf(':');
  const port = colon < 0 ? undefined : portProblem(host.slice(colon));
  if (port !== undefined) return port;
  const name = colon < 0 ? host : host.slice(0, colon);

  if (/[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\x80-\u{10ffff}]/u.test(name))
    return 'its host has a character that no host name has';
  // In a host name only bytes above ASCII may be escaped.
  return /%(?![89a-fA-F][0-9a-fA-F])/.test(name) ? 'its host has a "%" escape that no host name has' : undefined;
}

function portProblem(written: string): string | undefined {
  return /^(?::\d*)?$/.test(written) ? undefined : `its port "${written.replace(/^:/, '')}" is no number`;
}
