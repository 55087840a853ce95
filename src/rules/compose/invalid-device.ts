import { pathTable } from '../../model/path-table.js';
import { child, type YamlNode } from '../../model/yaml-node.js';
import { placesOf } from '../compose-places.js';
import type { StackRule } from '../rule.js';

const DEVICES = pathTable<'mapping' | 'request'>({
  'services.*.devices.[]': 'mapping',
  'services.*.gpus.[]': 'request',
  'services.*.deploy.resources.reservations.devices.[]': 'request',
});

/** Device mappings that cannot be split, and device requests whose number is none. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-device',
  severity: 'error',
  summary: 'a device mapping has too many colons, or the count of a device request is no number',
  why: 'Compose refuses a device that is not SOURCE[:TARGET[:PERMISSIONS]], and a count that is neither a number nor "all".',
  remedy: 'write the device in the long syntax, or a number or "all" for the count',
  check: ({ project }) =>
    placesOf(project.root, DEVICES).flatMap(({ node, value, name }) =>
      value === 'mapping' ? mappingProblem(node, name) : requestProblem(node, name),
    ),
};

function mappingProblem(node: YamlNode, name: string) {
  if (node.kind !== 'scalar' || node.text.split(':').length <= 3) return [];
  return [{ message: `"${name}" is "${node.text}", expected SOURCE[:TARGET[:PERMISSIONS]]`, at: node.at }];
}

function requestProblem(node: YamlNode, name: string) {
  const count = child(node, 'count');
  if (count?.kind !== 'scalar' || typeof count.value !== 'string' || /^(?:all|[-+]?[0-9]+)$/.test(count.text))
    return [];
  return [{ message: `"${name}.count" is "${count.text}", expected a number or "all"`, at: count.at }];
}
