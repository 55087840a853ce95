import validators from '../../generated/validators.cjs';
import type { StaticRule } from '../rule.js';
import { problemsOfStages } from '../compose-places.js';
import { schemaProblems } from '../schema-problems.js';

/** Values of the wrong type, out of a closed list, or missing. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'compose/invalid-value',
  severity: 'error',
  summary: 'a value of the wrong type, out of its list, or a required key that is missing',
  why: 'Compose refuses a file whose values do not fit the Compose specification.',
  remedy: 'write a value of the expected kind',
  check: ({ project }) =>
    problemsOfStages(
      project.stages,
      (root) => schemaProblems(root, validators.compose, 'the compose file').invalidValues,
    ),
};
