import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { load } from 'js-yaml';
import { staticRules } from '../../src/generated/rules.js';
import { schemaOf } from '../../src/schema/compiled-schemas.js';
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

describe('promtool and the schema agree on the keys of every service discovery', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-promtool-'));
  const schema = JSON.parse(readFileSync('schemas/prometheus.schema.json', 'utf8')) as Schema;
  const discoveries = Object.keys(schema.definitions).filter((name) => name.endsWith('_sd'));
  // Not in Debian's promtool, by choice or for their age; the documentation decides on them.
  const notInDebian = [
    'aws_sd',
    'azure_sd',
    'consul_sd',
    'kuma_sd',
    'nomad_sd',
    'oci_sd',
    'openstack_sd',
    'outscale_sd',
    'stackit_sd',
  ];
  let verdicts: ReadonlyMap<string, boolean>;

  beforeAll(() => {
    // The image's user is nobody.
    chmodSync(workspace, 0o755);
    for (const name of discoveries) {
      writeFileSync(join(workspace, `${name}.good.yml`), config(name, MINIMAL[name] ?? ''));
      writeFileSync(
        join(workspace, `${name}.bad.yml`),
        config(name, [MINIMAL[name], 'no_such_key: 1'].filter(Boolean).join(', ')),
      );
    }
    const loop =
      'for f in /fixture/*.yml; do promtool check config --syntax-only $f >/dev/null 2>&1 && echo $f yes || echo $f no; done';
    const args = ['run', '--rm', '--network', 'none', '--volume', `${workspace}:/fixture:ro`, '--entrypoint', 'sh'];
    const { stdout } = spawnSync('docker', [...args, process.env['PROMETHEUS_IMAGE'] ?? '', '-c', loop], {
      encoding: 'utf8',
    });
    const lines = stdout.split('\n').filter((line) => line !== '');
    verdicts = new Map(lines.map((line) => [line.replace(/^.*\/| .*$/g, ''), line.endsWith('yes')]));
  });
  afterAll(() => {
    rmSync(workspace, { recursive: true, force: true });
  });

  test.each(discoveries)('%s', (name) => {
    const judge = (file: string): boolean =>
      schemaOf('prometheus').validate(load(readFileSync(join(workspace, file), 'utf8')));
    expect([judge(`${name}.good.yml`), judge(`${name}.bad.yml`)]).toEqual([true, false]);
    if (notInDebian.includes(name) && verdicts.get(`${name}.good.yml`) === false) return;
    expect([verdicts.get(`${name}.good.yml`), verdicts.get(`${name}.bad.yml`)]).toEqual([true, false]);
  });
});

interface Schema {
  readonly definitions: Readonly<Record<string, unknown>>;
}

/** The keys that a discovery cannot do without. */
const MINIMAL: Readonly<Record<string, string>> = {
  aws_sd: 'role: ec2, region: r',
  azure_sd: 'subscription_id: s, tenant_id: t, client_id: c, client_secret: none',
  dns_sd: 'names: [a], type: A, port: 1',
  docker_sd: 'host: "unix:///x"',
  dockerswarm_sd: 'host: "unix:///x", role: tasks',
  ec2_sd: 'region: r',
  eureka_sd: 'server: "http://e"',
  file_sd: 'files: [a.json]',
  gce_sd: 'project: p, zone: z',
  hetzner_sd: 'role: hcloud',
  http_sd: 'url: "http://h"',
  ionos_sd: 'datacenter_id: d, authorization: {credentials: none}',
  kubernetes_sd: 'role: pod',
  kuma_sd: 'server: "http://k"',
  lightsail_sd: 'region: r',
  marathon_sd: 'servers: ["http://m"]',
  nerve_sd: 'servers: [a], paths: [/a]',
  oci_sd: 'region: r, tenancy: t, user: u, fingerprint: f, key_file: k',
  openstack_sd: 'role: instance, region: r',
  outscale_sd: 'region: r, access_key: a, secret_key: none',
  ovhcloud_sd: 'application_key: a, application_secret: none, consumer_key: c, endpoint: ovh-eu, service: vps',
  puppetdb_sd: 'url: "http://p", query: q',
  scaleway_sd:
    'project_id: 11111111-1111-1111-1111-111111111111, role: instance, access_key: SCWXXXXXXXXXXXXXXXXX, secret_key: 11111111-1111-1111-1111-111111111111',
  serverset_sd: 'servers: [a], paths: [/a]',
  triton_sd: 'account: a, dns_suffix: d, endpoint: e',
  uyuni_sd: 'server: "https://u", username: u, password: none',
};

function config(discovery: string, body: string): string {
  return `scrape_configs:\n  - job_name: a\n    ${discovery}_configs:\n      - {${body}}\n`;
}
