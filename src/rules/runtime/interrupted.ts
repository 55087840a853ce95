import type { RuntimeRule } from '../rule.js';

/** A run that a signal ended. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/interrupted',
  severity: 'error',
  stage: 'wait',
  summary: 'the run was cancelled before it had a verdict',
  why: 'The workflow or a person ended the run; the report has what was known until then.',
  remedy: 'run it again',
  judge: ({ observation }) =>
    observation.interrupted === 'cancelled'
      ? [{ message: 'the run was cancelled before the stack was proved', cause: 'cancelled' }]
      : [],
};
