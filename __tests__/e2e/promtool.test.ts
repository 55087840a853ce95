import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { staticRules } from '../../src/generated/rules.js';
import { FIXTURES } from '../fakes/rule-fixtures.js';

jest.setTimeout(60_000);

/** Rules about what Prometheus itself refuses; the others are about what only the whole stack can tell. */
const REFUSED = staticRules.filter(
  ({ code, severity }) => /^(?:prometheus|alerting)\//.test(code) && severity === 'error',
);

/** promtool of the stack's own image, over a fixture as it would be mounted. */
function promtool(
  directory: string,
  config: string,
  image = process.env['PROMETHEUS_IMAGE'] ?? '',
): { ok: boolean; said: string } {
  const args = [
    'run',
    '--rm',
    '--network',
    'none',
    '--volume',
    `${resolve(directory)}:/fixture:ro`,
    '--entrypoint',
    'promtool',
  ];
  const { status, stdout, stderr } = spawnSync('docker', [...args, image, 'check', 'config', `/fixture/${config}`], {
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new Error(`promtool could not run in image "${image}": ${stderr}`);
  return { ok: status === 0, said: `${stdout}${stderr}` };
}

describe.each(REFUSED.map(({ code }) => code))('promtool agrees with %s', (code) => {
  test.each(readdirSync(join(FIXTURES, code)))('on %s', (name) => {
    const directory = join(FIXTURES, code, name);
    const config = readdirSync(directory).includes('monitoring') ? 'monitoring/prometheus.yml' : 'prometheus.yml';
    const { ok, said } = promtool(directory, config);
    expect(`${said}\n${ok ? 'accepted' : 'refused'}`).toContain(name.startsWith('bad') ? '\nrefused' : '\naccepted');
  });
});

describe('promtool accepts the examples', () => {
  test.each(['PROMETHEUS_IMAGE', 'PROMETHEUS_V2_IMAGE'])('with %s', (image) => {
    for (const [directory, config] of [
      ['examples/voice-ai-agent/prometheus', 'prometheus.yml'],
      ['examples/voice-ai-agent-broken', 'prometheus.yml'],
    ] as const) {
      const { ok, said } = promtool(directory, config, process.env[image]);
      expect(ok ? '' : said).toBe('');
    }
  });
});
