import type { Settings } from '../../src/settings/settings.js';

/** What `scrapegate check` is told when it is told nothing. */
export const CHECK_SETTINGS: Settings = {
  command: 'check',
  paths: ['.'],
  composeFiles: [],
  envFiles: [],
  profiles: [],
  timeoutMs: 1,
  externalTargets: 'require',
  stableScrapes: 1,
  tempo: 'fast',
  failOn: 'degraded',
  failOnSeverity: 'error',
  format: 'text',
  keep: false,
  reportDir: '',
  quiet: false,
  color: false,
  ignores: [],
  writeBaseline: false,
  notices: false,
};
