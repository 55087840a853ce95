import { expositionRule } from '../exposition-problems.js';

/** Samples of one family with another family between them. */
export const rule = expositionRule('split-family', {
  severity: 'notice',
  summary: 'samples of one family with another family between them',
  why: 'Both formats ask for the lines of a family in one group. Readers that rely on it lose the type of the later ones.',
  remedy: 'write all lines of a metric family together',
});
