import { compare, type Comparison } from './compare.js';
import { compareCompose } from './compare-compose.js';
import * as alertmanager from './alertmanager.js';
import * as blackbox from './blackbox.js';
import * as prometheus from './prometheus.js';
import * as rules from './rules.js';
import * as web from './web.js';

/** Compares `count` made-up files of a kind, from a seed on, with the program whose word counts. */
export type Compare = (count: number, seed: number) => Promise<Comparison>;

/** Every kind of file that has such a program. */
export const SUBJECTS: Readonly<Record<string, Compare>> = {
  prometheus: (count, seed) => compare(prometheus, count, seed),
  rules: (count, seed) => compare(rules, count, seed),
  alertmanager: (count, seed) => compare(alertmanager, count, seed),
  web: (count, seed) => compare(web, count, seed),
  blackbox: (count, seed) => compare(blackbox, count, seed),
  compose: compareCompose,
};
