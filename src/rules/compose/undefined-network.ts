import { child, entries, items, text } from '../../model/yaml-node.js';
import { undefinedReferences } from '../compose-references.js';
import type { StackRule } from '../rule.js';

/** Networks of services that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-network',
  severity: 'error',
  summary: 'a service uses a network that the compose file does not define',
  why: 'Compose refuses a project in which a service joins a network without a top-level entry; only "default" needs none.',
  remedy: 'define the network below the top-level "networks", or mend the name',
  check({ project }) {
    const references = project.services.flatMap(({ name: service, node }) => {
      const networks = child(node, 'networks');
      const listed = items(networks).flatMap((item) => ({ service, name: text(item) ?? '', at: item.at }));
      return [...listed, ...entries(networks).map(([name, { key }]) => ({ service, name, at: key.at }))];
    });
    const used = references.filter(({ name }) => name !== 'default');
    return undefinedReferences(project.root, 'networks', 'network', used);
  },
};
