import { child, items, text } from '../../model/yaml-node.js';
import { undefinedReferences } from '../compose-references.js';
import type { StackRule } from '../rule.js';

/** Configs of services that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-config',
  severity: 'error',
  summary: 'a service uses a config that the compose file does not define',
  why: 'Compose refuses a project in which a service is given a config without a top-level entry.',
  remedy: 'define the config below the top-level "configs", or mend the name',
  check({ project }) {
    const references = project.services.flatMap(({ name: service, node }) =>
      items(child(node, 'configs')).map((item) => {
        const source = child(item, 'source');
        return { service, name: text(source ?? item) ?? '', at: source?.at ?? item.at };
      }),
    );
    return undefinedReferences(project.root, 'configs', 'config', references);
  },
};
