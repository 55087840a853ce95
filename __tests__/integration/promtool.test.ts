import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { staticRules } from '../../src/generated/rules.js';
import { compiledSchemaOf } from '../../src/schema/compiled-schemas.js';
import { oracles } from '../differential/oracles.js';
import { FIXTURES } from '../fakes/rule-fixtures.js';

/** What promtool says of a file; it is in the order of the paths when there are several. */
function promtool(command: 'config' | 'rules', path: string): { ok: boolean; said: string } {
  const flags = command === 'rules' ? ['--lint=none'] : [];
  const { status, stdout, stderr } = spawnSync(oracles().PROMTOOL, ['check', command, ...flags, path], {
    encoding: 'utf8',
  });
  if (status === null || status > 1) throw new Error(`promtool could not judge ${path}: ${stderr}`);
  return { ok: status === 0, said: `${stdout}${stderr}` };
}

/** Rules about what Prometheus itself refuses; the others are about what only the whole stack can tell. */
const REFUSED = staticRules.filter(
  ({ code, severity }) => /^(?:prometheus|alerting)\//.test(code) && severity === 'error',
);

const MAIN_FILES = ['prometheus.yml', 'monitoring/prometheus.yml', 'rules.yml'];

/** Cases of a rule that this promtool can judge: Prometheus 3, with no path that only a container has. */
function casesOf(code: string): { name: string; file: string }[] {
  return readdirSync(join(FIXTURES, code)).flatMap((name) => {
    const directory = join(FIXTURES, code, name);
    const compose = existsSync(join(directory, 'compose.yml'))
      ? readFileSync(join(directory, 'compose.yml'), 'utf8')
      : '';
    const file = MAIN_FILES.find((one) => existsSync(join(directory, one)));
    if (file === undefined || /prometheus:v2\./.test(compose) || (code === 'prometheus/file-missing' && compose !== ''))
      return [];
    // What came after its version it cannot know.
    if (code === 'prometheus/not-in-version' && name === 'good-unknown-tag') return [];
    return [{ name, file: join(directory, file) }];
  });
}

describe.each(REFUSED.map(({ code }) => ({ code, cases: casesOf(code) })))(
  'promtool agrees with $code',
  ({ cases }) => {
    test('has cases to judge', () => {
      expect(cases.length).toBeGreaterThan(0);
    });

    test.each(cases)('on $name', ({ name, file }) => {
      const { ok, said } = promtool(file.endsWith('rules.yml') ? 'rules' : 'config', file);
      expect(`${said}\n${ok ? 'accepted' : 'refused'}`).toContain(name.startsWith('bad') ? '\nrefused' : '\naccepted');
    });
  },
);

test.each(['examples/voice-ai-agent/prometheus/prometheus.yml', 'examples/voice-ai-agent-broken/prometheus.yml'])(
  'promtool accepts %s',
  (file) => {
    const { ok, said } = promtool('config', file);
    expect(ok ? '' : said).toBe('');
  },
);

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

  beforeAll(() => {
    for (const name of discoveries) {
      writeFileSync(join(workspace, `${name}.good.yml`), config(name, MINIMAL[name] ?? ''));
      const bad = [MINIMAL[name], 'no_such_key: 1'].filter(Boolean).join(', ');
      writeFileSync(join(workspace, `${name}.bad.yml`), config(name, bad));
    }
  });
  afterAll(() => {
    rmSync(workspace, { recursive: true, force: true });
  });

  test.each(discoveries)('%s', (name) => {
    const ours = (file: string): boolean =>
      compiledSchemaOf('prometheus').validate(load(readFileSync(join(workspace, file), 'utf8')));
    const theirs = (file: string): boolean => {
      const args = ['check', 'config', '--syntax-only', join(workspace, file)];
      return spawnSync(oracles().PROMTOOL, args).status === 0;
    };
    expect([ours(`${name}.good.yml`), ours(`${name}.bad.yml`)]).toEqual([true, false]);
    if (notInDebian.includes(name) && !theirs(`${name}.good.yml`)) return;
    expect([theirs(`${name}.good.yml`), theirs(`${name}.bad.yml`)]).toEqual([true, false]);
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
