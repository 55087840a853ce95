import { flag } from './service-flags.js';
import type { Located } from './source.js';
import type { ComposeService } from './stack.js';

/**
 * The path below which Prometheus or one of its companions answers, and the flag that sets it: `--web.route-prefix`, or else the path
 * of `--web.external-url`. Empty for the root; undefined when it is not known, since a variable has no value here or the server
 * refuses the URL.
 */
export function routePrefix(service: ComposeService): Located<string> | undefined {
  const prefix = flag(service, 'web.route-prefix');
  if (prefix) return at(prefix.value === '' ? undefined : prefix.value, prefix);
  const url = flag(service, 'web.external-url');
  if (!url) return { value: '', at: service.at };
  return at(url.value === '' ? undefined : pathOfUrl(url.value), url);
}

/** A variable that a shell of the container replaces tells nothing. */
function at(path: string | undefined, written: Located<string>): Located<string> | undefined {
  return path === undefined || path.includes('$') ? undefined : { value: normalisedPath(path), at: written.at };
}

/** With a slash before it and none after it; empty for the root. */
export function normalisedPath(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}

/** The path of a URL as Go reads it; undefined when Go does not. In `localhost:9090/path` the host is a scheme, and there is no path. */
function pathOfUrl(url: string): string | undefined {
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):)?([^?#]*)/i.exec(url) ?? [];
  if (scheme !== undefined && !rest.startsWith('/')) return '';
  if (rest.startsWith('//')) return rest.replace(/^\/\/[^/]*/, '');
  return /^[^/]*:/.test(rest) ? undefined : rest;
}
