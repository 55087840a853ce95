import { CONNECTIVITY } from './faults/connectivity.js';
import { FILES } from './faults/files.js';
import { SECURITY } from './faults/security.js';
import { SENSE } from './faults/sense.js';
import { STARTUP } from './faults/startup.js';
import type { Fault } from './fault.js';

/** Every kind of fault that is injected into healthy stacks. */
export const FAULTS: readonly Fault[] = [...CONNECTIVITY, ...FILES, ...STARTUP, ...SENSE, ...SECURITY];
