import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { StackCopy, docker, leftOfProject, type Run } from './stack-copy.js';

jest.setTimeout(120_000);

let copy: StackCopy;
let project: string;
const use = async (example: Parameters<typeof StackCopy.of>[0]): Promise<StackCopy> => {
  copy = await StackCopy.of(example);
  project = `scrapegate-e2e-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  return copy;
};
const gate = (...flags: string[]): Promise<Run> => copy.run('gate', ['--project-name', project, ...flags]);

afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  copy.remove();
});

const first = ({ report }: Run): Run['report']['findings'][number] => {
  const [finding] = report.findings;
  if (!finding) throw new Error('no finding');
  return finding;
};
const endOf = ({ report }: Run, name: string): number => {
  const stage = report.stages.find((candidate) => candidate.name === name);
  return Date.parse(stage?.started_at ?? '') + (stage?.duration_ms ?? NaN);
};

describe('the example', () => {
  test.each(['PROMETHEUS_IMAGE', 'PROMETHEUS_V2_IMAGE'])('passes with %s, and nothing is left', async (image) => {
    await use('voice-ai-agent');
    copy.environment['PROMETHEUS_IMAGE'] = process.env[image] ?? '';
    const before = readdirSync(copy.directory, { recursive: true }).sort();
    const run = await gate();
    // Upstream's Grafana has a password that everybody knows; here it listens on 127.0.0.1 alone.
    expect(run.report.findings.filter(({ code }) => code !== 'security/grafana-default-password')).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.report).toMatchObject({ verdict: 'pass', status: 'healthy' });
    expect(run.report.checks).toEqual({ prometheus: 'ok', scrape_targets: 'ok', configuration: 'ok' });
    expect(run.report.targets.map(({ job, health }) => `${job} ${health}`)).toEqual([
      'prometheus up',
      'voice-ai-agent up',
      'alertmanager up',
      'grafana up',
    ]);
    expect(run.report.services.every(({ health }) => health === 'healthy')).toBe(true);
    expect(readdirSync(copy.directory, { recursive: true }).sort()).toEqual(before);
    // The programs with the last word were asked, out of the images of this stack.
    expect(run.report.authorities.map(({ program, accepted }) => `${program} ${String(accepted)}`)).toEqual([
      'docker compose config true',
      'promtool true',
      'amtool true',
    ]);
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object,
    );
    expect(validate(run.report) || validate.errors).toBe(true);
    const written = readFileSync(join(copy.workspace, '.scrapegate/report/report.json'), 'utf8');
    expect(JSON.parse(written)).toEqual(run.report);
  });

  test('is verified on the container address when Prometheus publishes no port', async () => {
    await use('voice-ai-agent');
    copy.edit('compose.yml', '    ports:\n      - "${BIND_ADDRESS:-127.0.0.1}:${PROMETHEUS_PORT:-9091}:9090"\n', '');
    const run = await gate();
    expect(run.exitCode).toBe(0);
    expect(run.report.prometheus_url).toMatch(/^http:\/\/(?!127\.)[0-9.]+:9090$/);
  });

  test('stays up with --keep', async () => {
    await use('voice-ai-agent');
    const run = await gate('--keep');
    expect(run.exitCode).toBe(0);
    expect(docker('ps', '--quiet', '--filter', `label=com.docker.compose.project=${project}`)).toHaveLength(5);
    docker('compose', '--project-name', project, 'down', '--volumes', '--timeout', '5');
  });
});

describe('the broken example', () => {
  beforeEach(() => use('voice-ai-agent-broken'));

  test('is warned about by check, on the line of the job, before anything starts', async () => {
    const run = await copy.run('check');
    expect(run.exitCode).toBe(0);
    expect(first(run)).toMatchObject({
      code: 'stack/scrape-of-health-endpoint',
      severity: 'warning',
      location: {
        file: 'stack/prometheus.yml',
        start: { line: copy.lineOf('prometheus.yml', 'job_name: voice-ai-agent-health') },
      },
    });
    expect(first(run).help).toContain('remove the job');
  });

  test.each(['PROMETHEUS_IMAGE', 'PROMETHEUS_V2_IMAGE'])(
    'fails with %s: job, target, cause and line are named',
    async (image) => {
      copy.environment['PROMETHEUS_IMAGE'] = process.env[image] ?? '';
      const run = await gate();
      expect(run.exitCode).toBe(1);
      expect(run.report).toMatchObject({ verdict: 'fail', status: 'degraded' });
      expect(first(run)).toMatchObject({
        code: 'runtime/target-down',
        cause: 'not-exposition-json',
        subject: { job: 'voice-ai-agent-health', target: 'voice-ai-agent:8000' },
        location: {
          file: 'stack/prometheus.yml',
          start: { line: copy.lineOf('prometheus.yml', 'job_name: voice-ai-agent-health') },
        },
      });
      expect(first(run).help).toContain('remove job "voice-ai-agent-health"');
      expect(run.report.targets.map(({ job, health }) => [job, health])).toEqual([
        ['voice-ai-agent', 'up'],
        ['voice-ai-agent-health', 'down'],
      ]);
    },
  );

  test('passes when only an unhealthy stack fails the gate', async () => {
    const run = await gate('--fail-on', 'unhealthy');
    expect(run.exitCode).toBe(0);
    expect(run.report).toMatchObject({ verdict: 'pass', status: 'degraded' });
  });
});

describe('a broken copy', () => {
  beforeEach(() => use('voice-ai-agent'));

  test('with an unknown key in prometheus.yml fails before any container starts', async () => {
    copy.edit('prometheus/prometheus.yml', '  scrape_timeout: 4s', '  scrape_timeut: 4s');
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({
      code: 'prometheus/unknown-key',
      location: { start: { line: copy.lineOf('prometheus/prometheus.yml', 'scrape_timeut'), column: 3 } },
    });
    expect(first(run).message).toContain('did you mean "scrape_timeout"?');
    expect(run.report.stages.filter(({ status }) => status !== 'skipped').map(({ name }) => name)).toEqual(['check']);
    expect(run.report.services).toEqual([]);
  });

  test('with a target that names no service fails before any container starts', async () => {
    copy.edit('prometheus/prometheus.yml', 'targets: [voice-ai-agent:8000]', 'targets: [voice-agent-ai:8000]');
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({
      code: 'stack/target-unknown-service',
      location: { start: { line: copy.lineOf('prometheus/prometheus.yml', 'voice-agent-ai') } },
    });
    expect(run.report.services).toEqual([]);
  });

  test('with an agent that exits 1 fails within 2 s of the exit, with its last log lines', async () => {
    const script =
      "setTimeout(() => { console.log('no API key'); console.log('exit at ' + Date.now()); process.exit(1) }, 2500)";
    copy.edit(
      'compose.yml',
      '    environment:\n      REDIS_URL',
      `    command: [node, -e, "${script}"]\n    environment:\n      REDIS_URL`,
    );
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({
      code: 'runtime/service-failed',
      cause: 'container-exited',
      subject: { service: 'voice-ai-agent' },
      location: { file: 'stack/compose.yml', start: { line: copy.lineOf('compose.yml', '  voice-ai-agent:') } },
    });
    const lines = first(run).evidence ?? [];
    expect(lines).toContain('no API key');
    const exitedAt = Number(lines.find((line) => line.startsWith('exit at '))?.slice('exit at '.length));
    expect(endOf(run, 'wait') - exitedAt).toBeLessThan(2000);
    expect(run.report.services.find(({ name }) => name === 'voice-ai-agent')).toMatchObject({
      state: 'exited',
      exit_code: 1,
    });
  });

  test("with a healthcheck that never passes fails with the probe's own output", async () => {
    copy.edit('compose.yml', 'test: [CMD, redis-cli, ping]', 'test: [CMD-SHELL, "echo the probe says no; exit 1"]');
    copy.edit(
      'compose.yml',
      '      start_period: 30s\n      start_interval: 500ms\n    networks: [app]',
      '    networks: [app]',
    );
    speedUpRedisProbe(copy);
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({
      code: 'runtime/service-unhealthy',
      cause: 'healthcheck-fails',
      location: { start: { line: copy.lineOf('compose.yml', 'the probe says no') } },
    });
    expect(first(run).message).toContain('the probe says no');
    expect(first(run).evidence?.join('\n')).toContain('exit code 1, the probe says no');
    expect(first(run).related.map(({ message }) => message)).toContain(
      'service "voice-ai-agent" was never started: it waits for "redis"',
    );
  });

  test('with a healthcheck whose program is not in the image says so', async () => {
    copy.edit('compose.yml', 'test: [CMD, redis-cli, ping]', 'test: [CMD, no-such-program]');
    copy.edit(
      'compose.yml',
      '      start_period: 30s\n      start_interval: 500ms\n    networks: [app]',
      '    networks: [app]',
    );
    speedUpRedisProbe(copy);
    expect(first(await gate())).toMatchObject({
      code: 'runtime/service-unhealthy',
      cause: 'healthcheck-binary-missing',
    });
  });

  test('with an image that cannot be had points at its line', async () => {
    copy.environment['REDIS_IMAGE'] = 'localhost:1/no/such-image:1';
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({
      code: 'runtime/bring-up-failed',
      cause: 'registry-unavailable',
      subject: { service: 'redis' },
      location: { start: { line: copy.lineOf('compose.yml', 'REDIS_IMAGE') } },
    });
  });
});

describe('a run that is cut short', () => {
  beforeEach(() => use('voice-ai-agent'));

  test('by SIGTERM tells what is known, is an error and leaves nothing', async () => {
    copy.edit('compose.yml', "fetch('http://127.0.0.1:8000/health')", "fetch('http://127.0.0.1:1/')");
    const run = await copy.run('gate', ['--project-name', project], (child) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('up: passed')) setTimeout(() => child.kill('SIGTERM'), 500);
      });
    });
    expect(run.exitCode).toBe(3);
    expect(run.report.verdict).toBe('error');
    expect(run.report.findings.map(({ code }) => code)).toContain('runtime/interrupted');
    expect(run.report.services.find(({ name }) => name === 'redis')).toMatchObject({ health: 'healthy' });
  });

  test('by the deadline fails and names the service that was not ready', async () => {
    copy.edit('compose.yml', "fetch('http://127.0.0.1:8000/health')", "fetch('http://127.0.0.1:1/')");
    const run = await gate('--timeout', '8s');
    expect(run.exitCode).toBe(1);
    expect(first(run)).toMatchObject({ code: 'runtime/service-not-ready', subject: { service: 'voice-ai-agent' } });
    expect(run.report.duration_ms).toBeLessThan(15_000);
  });
});

function speedUpRedisProbe(stack: StackCopy): void {
  const path = 'compose.yml';
  const text = readFileSync(join(stack.directory, path), 'utf8');
  const from = text.slice(text.indexOf('  redis:\n'), text.indexOf('  voice-ai-agent:\n'));
  stack.edit(path, from, from.replace('interval: 10s', 'interval: 1s').replace('retries: 3', 'retries: 2'));
}
