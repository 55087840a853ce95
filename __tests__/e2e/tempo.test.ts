import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { StackCopy, leftOfProject, type Run } from './stack-copy.js';

jest.setTimeout(120_000);

let copy: StackCopy;
let project: string;
let before: string[];
const gate = (...flags: string[]): Promise<Run> => copy.run('gate', ['--project-name', project, ...flags]);

/** Every file of the stack with its time and its text. */
function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const found = statSync(join(directory, name));
      const text = found.isFile() ? readFileSync(join(directory, name), 'utf8') : '';
      return `${name} ${String(found.mtimeMs)} ${text}`;
    });
}

beforeEach(async () => {
  copy = await StackCopy.of('voice-ai-agent');
  project = `tempo-e2e-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  // Whatever is left of a run is seen here.
  copy.environment['TMPDIR'] = join(copy.workspace, 'tmp');
  mkdirSync(copy.environment['TMPDIR']);
  // As it would be without care for its start.
  for (let times = 0; times < 4; times++)
    copy.edit('compose.yml', '      start_period: 30s\n      start_interval: 500ms\n', '');
});

afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  expect(readdirSync(join(copy.workspace, 'tmp')).filter((name) => name.startsWith('scrapegate'))).toEqual([]);
  expect(filesOf(copy.directory)).toEqual(before);
  copy.remove();
});

const changed = ({ report }: Run): string[] =>
  report.tempo.changes.map(({ service, what, from, to }) => `${service}: ${what} ${from} → ${to}`);

describe('the fast tempo', () => {
  test('passes the example and lists what it changed', async () => {
    before = filesOf(copy.directory);
    const run = await gate();
    expect(run.report).toMatchObject({
      verdict: 'pass',
      status: 'healthy',
      tempo: { mode: 'fast', confirmations: [] },
    });
    const healthchecks = ['prometheus', 'alertmanager', 'redis', 'voice-ai-agent'].flatMap((service) => [
      `${service}: healthcheck.start_interval not set → 500ms`,
      `${service}: healthcheck.start_period not set → 10s`,
    ]);
    // Grafana has a start interval of its own that is as short.
    expect(changed(run)).toEqual([
      ...healthchecks,
      'prometheus: scrape_interval 5s → 1s',
      'prometheus: scrape_timeout 4s → 1s',
    ]);
  });

  test('reads a configuration that is a config of the compose file', async () => {
    copy.edit('compose.yml', '      - ./prometheus:/etc/prometheus:ro\n', '');
    copy.edit(
      'compose.yml',
      '    networks: [monitoring]\n',
      '    configs:\n      - { source: prometheus, target: /etc/prometheus/prometheus.yml }\n    networks: [monitoring]\n',
    );
    copy.edit(
      'compose.yml',
      '\nvolumes:\n',
      '\nconfigs:\n  prometheus: { file: ./prometheus/prometheus.yml }\n\nvolumes:\n',
    );
    copy.edit('prometheus/prometheus.yml', 'rule_files:\n  - rules/*.yml\n', '');
    before = filesOf(copy.directory);
    const run = await gate();
    expect(run.report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(run.report.verdict).toBe('pass');
    expect(changed(run)).toContain('prometheus: scrape_interval 5s → 1s');
  });

  test('does not fail a slow starter sooner than its own settings', async () => {
    // Healthy after 7 s; its own settings give it 3 × 3 s, while three probes of the fast tempo are over after 2 s.
    copy.edit(
      'compose.yml',
      '    environment:\n      REDIS_URL',
      '    command: [node, -e, "setTimeout(() => import(\'/app/server.js\'), 7000)"]\n    environment:\n      REDIS_URL',
    );
    const path = 'compose.yml';
    const text = readFileSync(join(copy.directory, path), 'utf8');
    const agent = text.slice(text.indexOf('  voice-ai-agent:\n'), text.indexOf('  grafana:\n'));
    copy.edit(path, agent, agent.replace('interval: 10s', 'interval: 3s'));
    before = filesOf(copy.directory);
    const run = await gate();
    expect(run.report.verdict).toBe('pass');
    expect(changed(run)).toContain('voice-ai-agent: healthcheck.start_period not set → 3s');
  });
});

test('a target that needs longer than the tightened timeout passes after it was confirmed as configured', async () => {
  const script =
    "const http = require('http'); http.createServer((q, r) => setTimeout(() => r.writeHead(200, {'content-type': 'text/plain'}).end('up_to 1' + String.fromCharCode(10)), q.url === '/metrics' ? 2000 : 0)).listen(8000)";
  copy.edit(
    'compose.yml',
    '    environment:\n      REDIS_URL',
    `    command: [node, -e, ${JSON.stringify(script)}]\n    environment:\n      REDIS_URL`,
  );
  before = filesOf(copy.directory);
  const run = await gate();
  expect(run.report.tempo.confirmations).toEqual([
    {
      job: 'voice-ai-agent',
      target: 'voice-ai-agent:8000',
      failure: expect.stringContaining('context deadline exceeded'),
      confirmed: false,
    },
  ]);
  expect(run.report.stages.map(({ name, status }) => `${name} ${status}`)).toContain('confirm passed');
  expect(run.report.verdict).toBe('pass');
});
