import { normalisedPath, routePrefix } from '../../model/route-prefix.js';
import type { Stack } from '../../model/stack.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import { knownOf } from '../known-service.js';
import { alertmanagersOf } from '../prometheus-endpoints.js';
import type { Problem, StackRule } from '../rule.js';

/** Alertmanagers below a path that Prometheus does not know of. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/alertmanager-path',
  severity: 'error',
  summary: 'Prometheus sends alerts to another path than the one at which Alertmanager answers',
  why: 'With --web.route-prefix, or a path in --web.external-url, Alertmanager answers below that path alone. Alerts that go elsewhere are answered with 404 and lost.',
  remedy: 'write the same path as path_prefix of the Alertmanager in prometheus.yml',
  check: (stack) =>
    items(child(stack.prometheus?.config?.root, 'alerting', 'alertmanagers')).flatMap((entry) =>
      problemsOf(stack, entry),
    ),
};

function problemsOf(stack: Stack, entry: YamlNode): Problem[] {
  // Relabelling may set the path as well.
  if (items(child(entry, 'relabel_configs')).length > 0) return [];
  const node = child(entry, 'path_prefix');
  const asked = normalisedPath(text(node) ?? '');
  return alertmanagersOf(stack, entry).flatMap(({ meaning, at, host, written }) => {
    if (meaning.kind !== 'service' || knownOf(meaning.service)?.role !== 'alertmanager') return [];
    const { service } = meaning;
    const set = routePrefix(service);
    if (!set || service.entrypoint.length > 0 || set.value === asked) return [];
    const { value: prefix, at: flagAt } = set;
    const name = `alertmanager "${written?.authority ?? host}"`;
    return {
      message: `${name} answers below "${prefix || '/'}", but alerts go to "${asked || '/'}"`,
      at: node?.at ?? at,
      help: prefix === '' ? 'take path_prefix away' : `write "path_prefix: ${prefix}" beside its static_configs`,
      subject: { service: service.name },
      related: [{ message: prefix === '' ? 'no path is set here' : 'the path is set here', at: flagAt }],
    };
  });
}
