import type { Subject } from './compare.js';
import * as prometheus from './prometheus.js';
import * as rules from './rules.js';

/** Every kind of file that is compared with its oracle. */
export const SUBJECTS: Readonly<Record<string, Subject>> = { prometheus, rules };
