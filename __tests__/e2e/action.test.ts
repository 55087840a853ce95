import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FakeRunner, type StepResult } from '../fakes/fake-runner.js';
import { StackCopy, docker, leftOfProject } from './stack-copy.js';

jest.setTimeout(120_000);

let copy: StackCopy;
let project: string;
let runner: FakeRunner;

beforeEach(() => {
  runner = new FakeRunner();
  project = `scrapegate-action-${String(process.pid)}-${String(Date.now() % 1e6)}`;
});
afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  copy.remove();
});

const step = (more: Readonly<Record<string, string>> = {}) => ({
  cwd: copy.workspace,
  env: copy.environment,
  with: { path: 'stack', 'project-name': project, ...more },
});
const running = (): number => docker('ps', '--quiet', '--filter', `label=com.docker.compose.project=${project}`).length;
const named = ({ commands }: StepResult, name: string) => commands.filter((command) => command.name === name);

describe('the Action', () => {
  test('passes on the example, leaves the stack to later steps, and post removes it', async () => {
    copy = await StackCopy.of('voice-ai-agent');
    const main = await runner.main(step());
    expect(main.stderr).toBe('');
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({
      verdict: 'pass',
      status: 'healthy',
      report: '.scrapegate/report/report.json',
      summary: '.scrapegate/report/summary.md',
      sarif: '.scrapegate/report/scrapegate.sarif',
      junit: '.scrapegate/report/junit.xml',
      'prometheus-url': `http://127.0.0.1:${copy.environment['PROMETHEUS_PORT'] ?? ''}`,
      'failed-targets': '[]',
    });
    expect(Number(main.outputs['duration-ms'])).toBeGreaterThan(1000);
    expect(named(main, 'error')).toEqual([]);
    expect(main.summary).toContain('✅ Scrapegate: pass');
    expect(main.summary).toContain('```mermaid\nflowchart LR');
    expect(running()).toBe(5);
    const post = await runner.post(step());
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toContain(`removed project ${project}`);
    const again = await runner.post(step());
    expect(again.exitCode).toBe(0);
  });

  test('fails on the broken example with an annotation on the line', async () => {
    copy = await StackCopy.of('voice-ai-agent-broken');
    const main = await runner.main(step());
    expect(main.exitCode).toBe(1);
    const [error] = named(main, 'error');
    expect(error?.properties).toMatchObject({
      file: 'stack/prometheus.yml',
      line: String(copy.lineOf('prometheus.yml', 'job_name: voice-ai-agent-health')),
      title: 'runtime/target-down',
    });
    expect(error?.message).toContain('cause: not-exposition-json');
    expect(named(main, 'warning')).toHaveLength(1);
    expect(JSON.parse(main.outputs['failed-targets'] ?? '')).toEqual([
      expect.objectContaining({ job: 'voice-ai-agent-health', target: 'voice-ai-agent:8000', health: 'down' }),
    ]);
    await runner.post(step());
  });

  test('takes no line of a container for a workflow command', async () => {
    copy = await StackCopy.of('voice-ai-agent');
    const lines = [
      '::error::injected',
      '  ::set-output name=verdict::pass',
      '##[error]injected',
      '::stop-commands::x',
      '::endgroup::',
    ];
    const script = `for (const line of ${JSON.stringify(lines).replaceAll('"', "'")}) console.log(line); process.exit(1)`;
    copy.edit(
      'compose.yml',
      '    environment:\n      REDIS_URL',
      `    command: [node, -e, "${script}"]\n    environment:\n      REDIS_URL`,
    );
    const main = await runner.main(step());
    expect(main.exitCode).toBe(1);
    expect(main.stdout).toContain('injected');
    expect(main.commands.filter(({ message }) => message === 'injected')).toEqual([]);
    expect(named(main, 'set-output')).toEqual([]);
    expect(named(main, 'error')).toHaveLength(1);
    expect(main.summary).toContain('::error::injected');
    await runner.post(step());
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'ended by %s in mid-wait leaves nothing running after post',
    async (signal) => {
      copy = await StackCopy.of('voice-ai-agent');
      copy.edit('compose.yml', "fetch('http://127.0.0.1:8000/health')", "fetch('http://127.0.0.1:1/')");
      let endedMs = 0;
      const main = await runner.main({
        ...step(),
        started: (child) => {
          child.stdout?.on('data', (chunk: Buffer) => {
            if (endedMs > 0 || !chunk.toString().includes('starting voice-ai-agent')) return;
            endedMs = Date.now();
            child.kill(signal);
          });
        },
      });
      if (signal !== 'SIGKILL') {
        // The runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later.
        expect(Date.now() - endedMs).toBeLessThan(7500);
        expect(main.exitCode).toBe(3);
        expect(main.outputs['verdict']).toBe('error');
        expect(main.summary).toContain('Scrapegate: error');
      }
      const post = await runner.post(step());
      expect(post.exitCode).toBe(0);
    },
  );

  test('touches neither the containers nor the volumes that a project had before', async () => {
    copy = await StackCopy.of('voice-ai-agent');
    const label = ['--label', `com.docker.compose.project=${project}`];
    const [volume = ''] = docker('volume', 'create', ...label, `${project}_mine`);
    const passed = await runner.main(step());
    expect(passed.exitCode).toBe(0);
    await runner.post(step());
    expect(docker('volume', 'ls', '--quiet', '--filter', `label=com.docker.compose.project=${project}`)).toEqual([
      volume,
    ]);
    const sleep = ['node', '-e', 'setTimeout(() => {}, 60000)'];
    const [container = ''] = docker('run', '--detach', ...label, process.env['NODE_IMAGE'] ?? '', ...sleep);
    const secondRunner = new FakeRunner();
    const refused = await secondRunner.main(step());
    expect(refused.exitCode).toBe(2);
    expect(named(refused, 'error')[0]?.message).toContain(`project "${project}" already has 1 container:`);
    expect((await secondRunner.post(step())).stdout).toContain('nothing to remove');
    expect(running()).toBe(1);
    docker('rm', '--force', container);
    docker('volume', 'rm', volume);
  });

  test('says in one line what is wrong with an input', async () => {
    copy = await StackCopy.of('voice-ai-agent');
    const main = await runner.main(step({ timeout: 'soon' }));
    expect(main.exitCode).toBe(2);
    expect(named(main, 'error').map(({ message }) => message)).toEqual([
      'input timeout is "soon", expected a duration above zero such as 90s or 5m',
    ]);
    expect(main.outputs['verdict']).toBe('error');
  });

  test('check needs no Docker and starts nothing', async () => {
    copy = await StackCopy.of('voice-ai-agent-broken');
    const main = await runner.main({
      ...step({ command: 'check' }),
      env: { ...copy.environment, DOCKER_HOST: 'unix:///nowhere' },
    });
    expect(main.exitCode).toBe(0);
    expect(named(main, 'warning')).toHaveLength(1);
    expect(running()).toBe(0);
  });
});
