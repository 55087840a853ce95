import { compare, type Comparison } from './compare.js';
import { compareCompose } from './compare-compose.js';
import * as prometheus from './prometheus.js';
import * as rules from './rules.js';

/** Compares `count` made-up files of a kind, from a seed on, with the program whose word counts. */
export type Compare = (count: number, seed: number) => Promise<Comparison>;

/** Every kind of file that has such a program. */
export const SUBJECTS: Readonly<Record<string, Compare>> = {
  prometheus: (count, seed) => compare(prometheus, count, seed),
  rules: (count, seed) => compare(rules, count, seed),
  compose: compareCompose,
};
