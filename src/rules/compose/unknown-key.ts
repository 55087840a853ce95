import type { StackRule } from '../rule.js';
import { problemsOfStages } from '../compose-places.js';
import { schemaProblems } from '../schema-problems.js';

/** Keys that the compose file does not have. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/unknown-key',
  severity: 'error',
  summary: 'a key that the compose file does not have',
  why: 'Compose refuses a file that has a key which the Compose specification does not know.',
  remedy: 'mend the spelling, or move the key to the section it belongs to',
  check: ({ project }) =>
    problemsOfStages(project.stages, (root) => schemaProblems(root, 'compose', 'the compose file').unknownKeys),
};
