import type { Severity } from './finding.js';

/** Findings that come up while options and files are read, before any rule can look at them. */
export const LOAD_CODES = {
  'settings/invalid': { severity: 'error', summary: 'an option, input or settings file is wrong; nothing was started' },
  'yaml/syntax': { severity: 'error', summary: 'the YAML of a file cannot be read' },
  'file/unreadable': {
    severity: 'error',
    summary: 'a file that the stack needs is missing, is no file, or cannot be read',
  },
  'file/no-dockerfile': {
    severity: 'error',
    summary: 'the Dockerfile of a service cannot be read, so its image cannot be built',
  },
  'file/unknown-kind': {
    severity: 'notice',
    summary: 'a file that was named is none that Scrapegate knows, so it was not checked',
  },
  'compose/interpolation': {
    severity: 'error',
    summary: 'a `${…}` of a compose file is malformed, or the variable that it requires is not set',
  },
  'compose/extends': {
    severity: 'error',
    summary: '`extends` or `include` of a compose file leads nowhere or back to itself',
  },
  'compose/merge': {
    severity: 'error',
    summary: 'two compose files give the same key values of kinds that cannot be merged',
  },
  'compose/env-file': {
    severity: 'error',
    summary: 'a line of an env file is no variable, or its value cannot be filled in',
  },
  'compose/env-file-ignored': {
    severity: 'notice',
    summary: 'an env file is missing that `.gitignore` keeps out of the repository',
  },
  'compose/unset-variable': {
    severity: 'warning',
    summary: 'a variable of a compose file is not set and reads as empty',
  },
} as const satisfies Record<string, { severity: Severity; summary: string }>;

/** One of them. */
export type LoadCode = keyof typeof LOAD_CODES;
