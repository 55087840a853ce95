import type { StackRule } from '../rule.js';
import { problemsOfStages } from '../compose-places.js';
import { schemaProblems } from '../schema-problems.js';

/** Values of the wrong type, out of a closed list, or missing. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type, out of its list, or a required key that is missing',
  why: 'Compose refuses a file whose values do not fit the Compose specification.',
  remedy: 'write a value of the expected kind',
  check: ({ project }) =>
    problemsOfStages(project.stages, (root) => schemaProblems(root, 'compose', 'the compose file').invalidValues),
};
