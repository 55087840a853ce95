import { staticRules } from './generated/rules.js';
import { RUNTIME_CODES } from './generated/runtime-codes.js';
import type { CodeFacts, CodeTable } from './model/code-facts.js';
import { LOAD_CODES } from './model/load-codes.js';
import { SUPPRESSION_CODES } from './model/suppression-codes.js';

/** Every code that a finding can have, with what is true of all its findings. */
export const KNOWN_CODES: CodeTable = new Map<string, CodeFacts>([
  ...staticRules.map((rule) => [rule.code, rule] as const),
  ...Object.entries({ ...RUNTIME_CODES, ...LOAD_CODES, ...SUPPRESSION_CODES }),
]);
