import { child } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** Project names of which nothing is left. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-name',
  severity: 'error',
  summary: 'the project has no name that Docker can use',
  why: 'Compose keeps of a project name the lower-case letters, digits, hyphens and underscores after the first letter or digit, and refuses a project of which nothing is left.',
  remedy: 'write a "name" that has a letter or a digit',
  check: ({ project }) =>
    project.name === ''
      ? [
          {
            message: 'the project has no name: expected one that has a lower-case letter or a digit',
            at: project.nameAt ?? child(project.root, 'name')?.at ?? project.root.at,
          },
        ]
      : [],
};
