import { child, items, text } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** Healthcheck lists that do not say how their words are run. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-healthcheck',
  severity: 'error',
  summary: 'the list of a healthcheck does not start with CMD, CMD-SHELL or NONE',
  why: 'Compose refuses a test list whose first word does not say how the rest is run.',
  remedy: 'put CMD before the words, or write the test as one text for the shell',
  check: ({ project }) =>
    [...project.services, ...project.inactive].flatMap(({ name, node }) => {
      const [first] = items(child(node, 'healthcheck', 'test'));
      const word = text(first);
      if (!first || word === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(word)) return [];
      const message = `the healthcheck of service "${name}" starts with "${word}", expected CMD, CMD-SHELL or NONE`;
      return [{ message, at: first.at, subject: { service: name } }];
    }),
};
