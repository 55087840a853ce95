import { child, entries, items, text } from '../../model/yaml-node.js';
import { undefinedReferences } from '../compose-references.js';
import type { StackRule } from '../rule.js';

/** Language models of services that no top-level entry defines. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-model',
  severity: 'error',
  summary: 'a service uses a language model that the compose file does not define',
  why: 'Compose refuses a project in which a service uses an entry of "models" that is not there.',
  remedy: 'define the model below the top-level "models", or mend the name',
  check({ project }) {
    const references = project.services.flatMap(({ name: service, node }) => {
      const models = child(node, 'models');
      const listed = items(models).map((item) => ({ service, name: text(item) ?? '', at: item.at }));
      return [...listed, ...entries(models).map(([name, { key }]) => ({ service, name, at: key.at }))];
    });
    return undefinedReferences(project.root, 'models', 'model', references);
  },
};
