import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/model/report.js';
import { SCENARIOS, composeFile } from '../../scripts/events/scenarios.js';
import { docker, helpersOfProject, leftOfProject } from './stack-copy.js';

// Runs on whatever engine DOCKER_HOST names: `npm run test:engines` runs it on an older pair of engine and Compose too.
jest.setTimeout(90_000);

const CLI = resolve('dist/cli/index.js');
const PROMETHEUS = `  prometheus:
    image: \${PROMETHEUS_IMAGE}
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
    tmpfs: ["/prometheus:uid=65534"]
`;
const CONFIG = `global: { scrape_interval: 1s }
scrape_configs:
  - job_name: prometheus
    static_configs: [{ targets: ["localhost:9090"] }]
`;

let workspace: string;
let project: string;

/** Gates a scenario's stack beside a Prometheus; `meanwhile` runs once its container is there. */
async function gate(
  name: string,
  meanwhile?: (container: string) => void,
  environment: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  workspace = mkdtempSync(join(tmpdir(), 'scrapegate-waiting-'));
  project = `scrapegate-waiting-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  mkdirSync(join(workspace, 'stack'));
  const compose = composeFile(scenario, '${NODE_IMAGE}').replace('services:\n', `services:\n${PROMETHEUS}`);
  writeFileSync(join(workspace, 'stack/compose.yml'), compose);
  writeFileSync(join(workspace, 'stack/prometheus.yml'), CONFIG);
  const args = [CLI, 'gate', 'stack', '--project-name', project, '--format', 'json', '--timeout', '60s'];
  const child = spawn(process.execPath, args, {
    cwd: workspace,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const watching =
    meanwhile &&
    setInterval(() => {
      const [container] = runningOf(name);
      if (container === undefined) return;
      clearInterval(watching);
      meanwhile(container);
    }, 200);
  await new Promise((done) => child.once('close', done));
  clearInterval(watching);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

function runningOf(service: string): string[] {
  const labels = [`project=${project}`, `service=${service}`].flatMap((label) => [
    '--filter',
    `label=com.docker.compose.${label}`,
  ]);
  return docker('ps', '--quiet', ...labels);
}

const found = ({ findings }: Report): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, cause }) => `${code} ${cause ?? ''}`);

afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  rmSync(workspace, { recursive: true, force: true });
});

describe('a service that', () => {
  test.each([
    ['crash-loop', 'runtime/service-failed crash-loop'],
    ['out-of-memory-restarted', 'runtime/service-failed out-of-memory'],
    ['retries-used-up', 'runtime/service-failed container-exited'],
    ['replica-that-exits', 'runtime/service-failed container-exited'],
    ['unhealthy', 'runtime/service-unhealthy healthcheck-fails'],
  ])('ends as %s is told: %s', async (name, finding) => {
    const report = await gate(name);
    expect(found(report)).toEqual([finding]);
    expect(report.verdict).toBe('fail');
  });

  test.each(['slow-starter', 'one-shot', 'replicas'])('ends as %s passes', async (name) => {
    const report = await gate(name);
    expect(found(report)).toEqual([]);
    expect(report.verdict).toBe('pass');
  });

  test('somebody else removes is told', async () => {
    const report = await gate('slow-starter', (container) => spawnSync('docker', ['rm', '--force', container]));
    expect(found(report)).toEqual(['runtime/service-failed stopped-from-outside']);
  });
});

test('an engine that goes away ends the wait: nothing can be judged, and the engine is named', async () => {
  // What goes away is a way to the engine, so that the engine of this machine stays.
  const directory = mkdtempSync(join(tmpdir(), 'scrapegate-way-'));
  const path = join(directory, 'docker.sock');
  const engine = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '');
  const open = new Set<Socket>();
  const way = createServer({ allowHalfOpen: true }, (socket) => {
    const onwards = connect({ path: engine, allowHalfOpen: true });
    for (const one of [socket, onwards]) open.add(one.on('error', () => one.destroy()));
    socket.pipe(onwards).pipe(socket);
  }).listen(path);
  const leave = (): void => {
    way.close();
    for (const socket of open) socket.destroy();
  };
  try {
    const report = await gate('slow-starter', leave, { DOCKER_HOST: `unix://${path}` });
    expect(report.verdict).toBe('error');
    expect(JSON.stringify(report)).toContain(`the Docker engine at unix://${path} stopped answering`);
  } finally {
    leave();
    docker('compose', '--project-name', project, 'down', '--volumes', '--timeout', '1');
    // Nobody who could not reach the engine any more could remove what was being asked.
    for (const helper of helpersOfProject(project)) docker('rm', '--force', helper);
    rmSync(directory, { recursive: true });
  }
});
