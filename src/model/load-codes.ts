import type { CodeFacts } from './code-facts.js';

/** Findings that come up while options and files are read, before any rule can look at them. */
export const LOAD_CODES = {
  'settings/invalid': {
    severity: 'error',
    summary: 'an option, input or settings file is wrong; nothing was started',
    remedy: 'write the option as scrapegate --help or the inputs in README.md say',
  },
  'yaml/syntax': {
    severity: 'error',
    summary: 'the YAML of a file cannot be read',
    remedy: 'mend the YAML at the place that is marked, often a tab, an indentation or a missing quote',
  },
  'file/unreadable': {
    severity: 'error',
    summary: 'a file that the stack needs is missing, is no file, or cannot be read',
    remedy: 'create the file, or write the path of one that is there and can be read',
  },
  'file/no-dockerfile': {
    severity: 'error',
    summary: 'the Dockerfile of a service cannot be read, so its image cannot be built',
    remedy: 'write the Dockerfile, or name it under build.dockerfile',
  },
  'file/unknown-kind': {
    severity: 'notice',
    summary: 'a file that was named is none that Scrapegate knows, so it was not checked',
    remedy: 'name its kind with --as, or leave it out',
  },
  'compose/interpolation': {
    severity: 'error',
    summary: 'a `${…}` of a compose file is malformed, or the variable that it requires is not set',
    remedy: 'write `${NAME:-default}`, or set the variable in the environment or in .env',
  },
  'compose/extends': {
    severity: 'error',
    summary: '`extends` or `include` of a compose file leads nowhere or back to itself',
    remedy: 'name a file and a service that are there, and break the circle',
  },
  'compose/merge': {
    severity: 'error',
    summary: 'two compose files give the same key values of kinds that cannot be merged',
    remedy: 'write the key as the same kind of value in both files',
  },
  'compose/env-file': {
    severity: 'error',
    summary: 'a line of an env file is no variable, or its value cannot be filled in',
    remedy: 'write each line as NAME=value',
  },
  'compose/env-file-ignored': {
    severity: 'notice',
    summary: 'an env file is missing that `.gitignore` keeps out of the repository',
    remedy: 'create the file where the stack runs, or list the variables in an example file that is in the repository',
  },
  'compose/unset-variable': {
    severity: 'warning',
    summary: 'a variable of a compose file is not set and reads as empty',
    remedy: 'set the variable in the environment or in .env, or give a default: `${NAME:-default}`',
  },
} as const satisfies Record<string, Required<Omit<CodeFacts, 'why'>>>;

/** One of them. */
export type LoadCode = keyof typeof LOAD_CODES;
