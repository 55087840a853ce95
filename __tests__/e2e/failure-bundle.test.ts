import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Finding } from '../../src/model/finding.js';
import { StackCopy, leftOfProject, type Run } from './stack-copy.js';

jest.setTimeout(120_000);

let copy: StackCopy;
let project: string;
const gate = (...flags: string[]): Promise<Run> => copy.run('gate', ['--project-name', project, ...flags]);
const written = (name: string): string => readFileSync(join(copy.workspace, '.scrapegate/report', name), 'utf8');
const validate = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object,
);

beforeEach(async () => {
  copy = await StackCopy.of('voice-ai-agent');
  project = `scrapegate-bundle-${String(process.pid)}-${String(Date.now() % 1e6)}`;
  // One more link in the chain: it waits for the agent, which waits for redis.
  const web = '  web:\n    image: ${NODE_IMAGE}\n    command: [node, -e, ""]\n    depends_on: [voice-ai-agent]\n\n';
  copy.edit('compose.yml', '  grafana:\n', `${web}  grafana:\n`);
});
afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  copy.remove();
});

function firstOf({ report }: Run): Finding {
  const [finding] = report.findings;
  if (!finding) throw new Error('no finding');
  return finding;
}

const TIME = String.raw`\d\d:\d\d:\d\d\.\d{3} UTC`;
const SINCE = String.raw`${TIME}, \d+(?:\.\d)? m?s after the run began`;

describe('a service that fails', () => {
  test('by exit code 127 is explained in the log, the report, the summary and the page', async () => {
    // By one stream: Docker keeps no order between the lines of standard output and those of standard error.
    copy.edit(
      'compose.yml',
      '    command: [redis-server, --save, "", --appendonly, "no"]',
      String.raw`    command: [sh, -c, "exec 2>&1; echo '::error::injected'; printf '\\033[2Jred\\n'; redis-serve"]`,
    );
    copy.environment['GITHUB_ACTIONS'] = 'true';
    const run = await gate();
    expect(run.exitCode).toBe(1);
    expect(validate(run.report) || validate.errors).toBe(true);
    const line = copy.lineOf('compose.yml', 'redis-serve"');
    const finding = firstOf(run);
    expect(finding).toMatchObject({
      code: 'runtime/service-failed',
      cause: 'command-not-found',
      location: { file: 'stack/compose.yml', start: { line } },
    });
    const [since, exit, chain, heading, ...log] = finding.evidence ?? [];
    expect(since).toMatch(new RegExp(`^since: it exited at ${SINCE}; it ran for \\d+(\\.\\d)? m?s$`));
    expect(exit).toMatch(/^exit code 127: the command was not found/);
    expect(chain).toBe(
      'waiting for it: voice-ai-agent (until redis is healthy) ← web (until voice-ai-agent is started)',
    );
    expect(heading).toBe('its last log lines:');
    expect(log).toEqual(['::error::injected', '\u001b[2Jred', expect.stringContaining('redis-serve: not found')]);
    expect(run.report.services.find(({ name }) => name === 'redis')).toMatchObject({ state: 'exited', exit_code: 127 });

    for (const name of ['summary.md', 'report.html']) {
      const text = written(name);
      for (const part of [
        'the command was not found',
        'until redis is healthy',
        'redis-serve: not found',
        `${String(line)} │`,
      ])
        expect(text).toContain(part);
      expect(text).not.toContain('\u001b');
    }
    // The log of a workflow: a group a stage, and nothing of the container's is a command.
    expect(run.stderr).toMatch(/^::group::prepare\n[^]*^::endgroup::\n +\d+\.\ds prepare: passed in \d+\.\d s$/m);
    expect(run.stderr.match(/^\s*::(?!group::|endgroup::)/gm)).toBeNull();
  });

  test('by its healthcheck quotes the runs of the probe with their times', async () => {
    copy.edit('compose.yml', 'test: [CMD, redis-cli, ping]', 'test: [CMD-SHELL, "echo the probe says no; exit 3"]');
    copy.edit(
      'compose.yml',
      '      interval: 10s\n      timeout: 5s\n      retries: 3\n      start_period: 30s\n      start_interval: 500ms\n    networks: [app]',
      '      interval: 500ms\n      retries: 2\n    networks: [app]',
    );
    const run = await gate();
    const finding = firstOf(run);
    expect(finding).toMatchObject({ code: 'runtime/service-unhealthy', cause: 'healthcheck-fails' });
    const evidence = finding.evidence ?? [];
    expect(evidence[0]).toMatch(new RegExp(`^since: its probe fails (at least )?since ${SINCE}$`));
    expect(evidence[1]).toMatch(/^probe: CMD-SHELL echo the probe says no; exit 3 \(failed \d+ times in a row\)$/);
    const probe = new RegExp(
      `^probe run: ${TIME}, took \\d+(\\.\\d)? m?s, exit code 3, (the probe says no|the same output)$`,
    );
    expect(evidence.filter((fact) => probe.test(fact)).length).toBeGreaterThanOrEqual(2);
    expect(evidence.join('\n')).toContain('waiting for it: voice-ai-agent (until redis is healthy) ← web');
    expect(written('summary.md')).toContain('the probe says no');
  });
});

test('a run that passes tells when each service was created, started, ready and first scraped', async () => {
  copy.edit('compose.yml', 'command: [node, -e, ""]', 'command: [node, -e, "setInterval(() => {}, 1000)"]');
  const { exitCode, report, stderr } = await gate('--quiet');
  expect([exitCode, stderr]).toEqual([0, '']);
  for (const service of report.services) {
    const { created_after_ms, started_after_ms, ready_after_ms, first_scrape_after_ms } = service;
    const scraped = report.targets.some((target) => target.service === service.name) ? [first_scrape_after_ms] : [];
    const times = [created_after_ms, started_after_ms, ready_after_ms, ...scraped].map((ms) => ms ?? NaN);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.every((ms) => ms > 0 && ms < report.duration_ms)).toBe(true);
  }
  expect(report.services).toHaveLength(6);
  expect(written('report.html')).toContain('first scrape: ');
  expect(written('summary.md')).toMatch(/^redis +·*░+█+ +ready \d+\.\d s$/m);
});
