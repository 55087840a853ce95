import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkPaths, type CheckedPaths } from '../../src/check-paths.js';
import type { Files } from '../../src/ports/files.js';
import { CHECK_SETTINGS } from './check-settings.js';
import { FixtureFiles } from './fixture-files.js';

/** Stacks that run as they are, each a directory as a user would have it. */
export const STACKS = join(import.meta.dirname, '..', 'stacks');

/** Their names. */
export function healthyStacks(): string[] {
  return readdirSync(STACKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** What `scrapegate check` finds in the directory of a stack, with nothing in its environment. */
export function checkStack(name: string, files: Files = new FixtureFiles(join(STACKS, name))): Promise<CheckedPaths> {
  const directory = join(STACKS, name);
  return checkPaths(CHECK_SETTINGS, {
    files,
    workingDirectory: directory,
    environment: {},
    displayPath: (absolute) => relative(directory, absolute),
  });
}
