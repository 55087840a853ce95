import { flag } from '../model/service-flags.js';
import type { Located } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';

/** Servers whose paths all start with `--web.route-prefix`, or else with the path of `--web.external-url`. */
export const PREFIXED: ReadonlySet<string> = new Set([
  'prometheus',
  'alertmanager',
  'pushgateway',
  'blackbox-exporter',
]);

/** The route prefix of a service without a slash at its end, and the word that gives it; undefined when there is none. */
export function routePrefix(service: ComposeService): Located<string> | undefined {
  const prefix = flag(service, 'web.route-prefix');
  const url = prefix ? undefined : flag(service, 'web.external-url');
  const given = prefix ?? url;
  if (!given) return undefined;
  const path = url ? url.value.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '') : given.value;
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? undefined : { value: `/${trimmed}`, at: given.at };
}

/** A path as Prometheus asks for it: it starts with a slash, also when none is written. */
export function askedPath(written: string): string {
  return written.startsWith('/') ? written : `/${written}`;
}
