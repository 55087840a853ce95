import { child, items, text } from '../../model/yaml-node.js';
import { undefinedReferences } from '../compose-references.js';
import type { StackRule } from '../rule.js';

/** Secrets of services and of their builds that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-secret',
  severity: 'error',
  summary: 'a service or its build uses a secret that the compose file does not define',
  why: 'Compose refuses a project in which a service is given a secret without a top-level entry.',
  remedy: 'define the secret below the top-level "secrets", or mend the name',
  check({ project }) {
    const references = project.services.flatMap(({ name: service, node }) =>
      [...items(child(node, 'secrets')), ...items(child(node, 'build', 'secrets'))].map((item) => {
        const source = child(item, 'source');
        return { service, name: text(source ?? item) ?? '', at: source?.at ?? item.at };
      }),
    );
    return undefinedReferences(project.root, 'secrets', 'secret', references);
  },
};
