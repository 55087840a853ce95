import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { silentProgress } from '../../src/adapters/silent-progress.js';
import { realPorts } from '../../src/entry/ports.js';
import type { Report } from '../../src/model/report.js';
import { run } from '../../src/run.js';
import type { RawOptions } from '../../src/settings/settings.js';
import { resolveSettings } from '../../src/settings/resolve-settings.js';
import { leftOfProject } from './stack-copy.js';

jest.setTimeout(120_000);

const AGENT = `require('http').createServer((_, r) => r.setHeader('content-type', 'text/plain; version=0.0.4').end('a 1\\n')).listen(8000)`;
const IMAGES = ['PROMETHEUS_IMAGE', 'PROMETHEUS_V2_IMAGE'];
let directory: string;
let project: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'scrapegate-targets-'));
  project = `scrapegate-targets-${String(process.pid)}-${String(Date.now() % 1e6)}`;
});
afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  rmSync(directory, { recursive: true, force: true });
});

/** A Prometheus with these jobs, and two containers of an agent. */
async function gate(
  image: string,
  jobs: string,
  {
    files = {},
    options = {},
    command = '',
  }: { files?: Record<string, string>; options?: RawOptions; command?: string } = {},
): Promise<Report> {
  const compose = `services:
  prometheus:
    image: ${process.env[image] ?? ''}
    volumes: ["./prometheus:/etc/prometheus:ro", /prometheus]
    stop_grace_period: 1s
${command}
  agent:
    image: ${process.env['NODE_IMAGE'] ?? ''}
    command: [node, -e, ${JSON.stringify(AGENT)}]
    init: true
    stop_grace_period: 1s
    scale: 2
`;
  const config = `global: {scrape_interval: 1s}\nscrape_configs:\n${jobs}`;
  for (const [path, text] of Object.entries({
    'compose.yml': compose,
    'prometheus/prometheus.yml': config,
    ...files,
  })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const all = { 'project-name': project, timeout: '90s', ...options };
  const settings = resolveSettings('gate', [directory], [{ label: (name) => name, options: all }], { color: false });
  const ports = realPorts(settings, silentProgress, {
    announceProject: () => undefined,
    tearDown: 'now',
    owner: process.pid,
  });
  return (await run(settings, ports, new AbortController().signal)).report;
}

/** `JOB TARGET: HEALTH`, and where it was dropped. */
const told = ({ targets }: Report): string[] =>
  targets.map(
    ({ job, target, health, dropped_by: by }) =>
      `${job} ${target.replace(/\d+\.\d+\.\d+\.\d+/, 'ADDRESS')}: ${health}${by ? ` by line ${String(by.line)}` : ''}`,
  );
const errors = ({ findings, error }: Report): string[] => [
  ...findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, cause, location }) => [code, cause, location?.start.line].join(' ')),
  ...(error === undefined ? [] : [error]),
];

describe.each(IMAGES)('%s', (image) => {
  test('proves targets of files and of DNS with every replica, and names the step that drops one', async () => {
    const jobs = `  - job_name: files
    file_sd_configs: [{files: [targets/*.json]}]
    relabel_configs:
      - {source_labels: [env], regex: test, action: drop}
      - {target_label: job, replacement: renamed}
  - job_name: names
    dns_sd_configs: [{names: [agent], type: A, port: 8000, refresh_interval: 2s}]
`;
    const groups = [
      { targets: ['agent:8000'], labels: { env: 'production' } },
      { targets: ['agent:8001'], labels: { env: 'test' } },
    ];
    const files = { 'prometheus/targets/agents.json': JSON.stringify(groups) };
    const report = await gate(image, jobs, { files });
    expect(errors(report)).toEqual([]);
    expect(told(report)).toEqual([
      'files agent:8000: up',
      'files agent:8001: dropped by line 6',
      'names http://ADDRESS:8000/metrics: up',
    ]);
    expect(report.verdict).toBe('pass');
  });

  test('wants a target outside of the stack up as well, unless it is told otherwise', async () => {
    const report = await gate(image, OUTSIDE + INSIDE);
    expect([report.verdict, ...errors(report)]).toEqual(['fail', 'runtime/target-down name-does-not-resolve 4']);
    expect(report.findings.find(({ code }) => code === 'runtime/target-down')?.help).toContain(
      'external-targets: ignore',
    );
  });
});

const OUTSIDE = `  - job_name: outside
    static_configs: [{targets: ["node.example.invalid:9100"]}]
`;
const INSIDE = `  - job_name: agent
    static_configs: [{targets: ["agent:8000"]}]
`;

test('a target outside of the stack may be down when it is ignored, and then not alone', async () => {
  const options = { 'external-targets': 'ignore' };
  const both = await gate('PROMETHEUS_IMAGE', OUTSIDE + INSIDE, { options });
  expect([both.verdict, ...told(both)]).toEqual([
    'pass',
    'outside node.example.invalid:9100: external',
    'agent agent:8000: up',
  ]);
  const alone = await gate('PROMETHEUS_IMAGE', OUTSIDE, { options });
  expect([alone.verdict, ...errors(alone)]).toEqual(['fail', 'runtime/no-evidence no-evidence 1']);
});

test('the step that drops all that a discovery finds is named', async () => {
  const jobs = `  - job_name: itself
    static_configs: [{targets: ["localhost:9090"]}]
  - job_name: names
    dns_sd_configs: [{names: [agent], type: A, port: 8000, refresh_interval: 1s}]
    relabel_configs:
      - {source_labels: [__address__], regex: "agent.*", action: keep}
`;
  const report = await gate('PROMETHEUS_V2_IMAGE', jobs);
  expect([report.verdict, ...errors(report)]).toEqual(['fail', 'runtime/target-dropped target-dropped 8']);
});

test('a Prometheus that asks for a password is named as that, and asked with one', async () => {
  // The password is "test"; https://prometheus.io/docs/guides/basic-auth/
  const users = {
    'prometheus/web.yml': `basic_auth_users:\n  admin: $2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay\n`,
  };
  const command = `    command: [--config.file=/etc/prometheus/prometheus.yml, --web.config.file=/etc/prometheus/web.yml, --storage.tsdb.path=/prometheus]`;
  const refused = await gate('PROMETHEUS_IMAGE', INSIDE, { files: users, command });
  expect([refused.verdict, ...errors(refused)]).toEqual([
    'fail',
    'runtime/prometheus-unreachable prometheus-behind-authentication 6',
  ]);
  process.env['SCRAPEGATE_PROMETHEUS_USERNAME'] = 'admin';
  process.env['SCRAPEGATE_PROMETHEUS_PASSWORD'] = 'test';
  try {
    const welcomed = await gate('PROMETHEUS_IMAGE', INSIDE, { files: users, command });
    expect([welcomed.verdict, ...told(welcomed)]).toEqual(['pass', 'agent agent:8000: up']);
  } finally {
    delete process.env['SCRAPEGATE_PROMETHEUS_USERNAME'];
    delete process.env['SCRAPEGATE_PROMETHEUS_PASSWORD'];
  }
});
