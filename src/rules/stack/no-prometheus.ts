import { child, keyRange } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** A project without a Prometheus. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/no-prometheus',
  severity: 'error',
  summary: 'no service of the project is a Prometheus',
  why: 'The gate proves that Prometheus scrapes the services; without a Prometheus there is nothing that could be proved.',
  remedy: 'add a Prometheus service, turn its profile on with --profile, or name the service with --prometheus-service',
  check(stack) {
    const { root, services } = stack.project;
    if (stack.prometheus || services.length === 0) return [];
    // What could not be read may well have it.
    if (stack.problems.some(({ severity }) => severity === 'error')) return [];
    return [
      {
        message: `no service is a Prometheus: none of ${listed(services.map(({ name }) => name))} has its image, command or configuration mount`,
        at: keyRange(root, 'services') ?? child(root, 'services')?.at ?? root.at,
      },
    ];
  },
};

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return names.length > 5 ? `${shown.join(', ')} and ${String(names.length - 5)} more` : shown.join(', ');
}
