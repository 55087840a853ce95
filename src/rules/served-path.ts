/** Servers whose paths all start with `--web.route-prefix`, or else with the path of `--web.external-url`. */
export const PREFIXED: ReadonlySet<string> = new Set([
  'prometheus',
  'alertmanager',
  'pushgateway',
  'blackbox-exporter',
]);

/** A path as Prometheus asks for it: it starts with a slash, also when none is written. */
export function askedPath(written: string): string {
  return written.startsWith('/') ? written : `/${written}`;
}
