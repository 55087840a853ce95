import { pathTable } from '../../model/path-table.js';
import type { ScalarNode } from '../../model/yaml-node.js';
import { placesOf, quoted } from '../compose-places.js';
import type { StackRule } from '../rule.js';

const service = (...keys: readonly string[]): string[] => keys.map((key) => `services.*.${key}.[]`);
const PAIRS = pathTable<'pair' | 'host'>({
  ...Object.fromEntries(
    [
      ...service('environment', 'labels', 'annotations', 'sysctls', 'deploy.labels', 'build.args', 'build.labels'),
      ...service('build.additional_contexts'),
      ...['networks.*.labels.[]', 'volumes.*.labels.[]', 'configs.*.labels.[]', 'secrets.*.labels.[]'],
    ].map((path) => [path, 'pair' as const]),
  ),
  ...Object.fromEntries(service('extra_hosts', 'build.extra_hosts').map((path) => [path, 'host' as const])),
});

/** Items of lists of `KEY=VALUE` that are none. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-pair',
  severity: 'error',
  summary: 'an item of a list of KEY=VALUE is a number, or an extra host has no address',
  why: 'Compose refuses list items of environment, labels and their like that are no texts, and hosts without an address.',
  remedy: 'write the item as KEY=VALUE, a host as NAME:ADDRESS',
  check: ({ project }) =>
    placesOf(project.root, PAIRS).flatMap(({ node, value, name }) => {
      if (node.kind !== 'scalar') return [];
      const expected = value === 'host' ? 'NAME:ADDRESS' : 'KEY=VALUE';
      const wrong = typeof node.value !== 'string' || (value === 'host' && !hasSeparator(node));
      return wrong ? { message: `"${name}" is ${quoted(node)}, expected ${expected}`, at: node.at } : [];
    }),
};

function hasSeparator({ text }: ScalarNode): boolean {
  return /[:=]/.test(text);
}
