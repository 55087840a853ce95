import { afterEach, expect, jest, test } from '@jest/globals';
import { ComposeRuntime } from '../../src/adapters/docker/compose-runtime.js';
import { removeProject } from '../../src/adapters/docker/remove-project.js';
import type { Engine } from '../../src/adapters/docker/engine.js';
import { findEngine } from '../../src/adapters/docker/find-engine.js';
import { EngineCli } from '../../src/adapters/docker/engine-cli.js';
import { PrometheusWays } from '../../src/adapters/prometheus/door.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { loadFixture } from '../fakes/rule-fixtures.js';
import { isGone } from '../../src/model/footprint.js';
import { StackCopy, leftOfProject } from './stack-copy.js';

const NOTHING = { containers: [], networks: [], volumes: [] };
jest.setTimeout(60_000);
const signal = new AbortController().signal;
const project = `scrapegate-door-${String(process.pid)}`;
let copy: StackCopy;

afterEach(() => {
  expect(leftOfProject(project)).toEqual([]);
  copy.remove();
});

test('the engine is the same by its API and by the docker command, and Prometheus answers in the container', async () => {
  copy = await StackCopy.of('voice-ai-agent');
  Object.assign(process.env, copy.environment);
  const engine = await findEngine({});
  const options = { projectName: project, directory: copy.directory, composeFiles: [], envFiles: [], profiles: [] };
  const runtime = new ComposeRuntime(options, engine);
  const byCommand = new EngineCli('the docker command');
  try {
    expect(await runtime.require(signal)).toMatch(/^Docker Engine .+, Docker Compose \d/);
    expect(await byCommand.version(signal)).toBe(await engine.version(signal));
    const woken = firstEvent(byCommand, runtime);
    expect((await runtime.up(['prometheus'], signal)).exitCode).toBe(0);
    expect(await woken).toBe(true);
    const [container] = await runtime.containers();
    expect(container).toMatchObject({ service: 'prometheus', state: 'running' });
    const ids = (await byCommand.list(project)).map(({ Id }) => Id);
    expect(ids).toEqual([container?.id]);
    expect(await byCommand.footprint(project)).toEqual(await runtime.footprint());
    const published = async (one: Engine) =>
      (await one.publishing(signal)).filter(({ labels }) => labels['com.docker.compose.project'] === project);
    expect(await published(engine)).toHaveLength(1);
    expect(await published(byCommand)).toEqual(await published(engine));
    const { Name, DockerRootDir, MemTotal } = await engine.info(signal);
    expect(await byCommand.info(signal)).toMatchObject({ Name, DockerRootDir, MemTotal });
    for (const one of [engine, byCommand]) {
      expect(await one.hasImage(container?.image ?? '')).toBe(true);
      expect(await one.hasImage('localhost:1/no/such-image:1')).toBe(false);
      expect(await one.start(container?.id ?? '', signal)).toBeUndefined();
      expect(await one.start('no-such-container', signal)).toContain('No such container');
      expect(await one.exec(container?.id ?? '', ['true'], signal)).toBe(0);
      expect(await one.exec(container?.id ?? '', ['/bin/sh', '-c', 'echo said; exit 7'], signal)).toBe(7);
    }
    await systemClock.sleep(1500);
    expect((await runtime.logs(container?.id ?? '', 5)).length).toBe(5);
    expect((await byCommand.logs(container?.id ?? '', 5)).split('\n').length).toBeGreaterThanOrEqual(5);
    const instance = loadFixture(copy.directory).stack?.prometheus;
    if (!instance || !container) throw new Error('no Prometheus');
    // Neither a published port nor an address: only the program in the container is left.
    const unreachable = { ...container, addresses: ['127.0.0.1'], publishedPorts: [] };
    const { api, tried } = await new PrometheusWays(runtime).open({ ...instance, port: 9090 }, unreachable, signal);
    expect(tried).toHaveLength(1);
    expect(api?.url).toContain('in the container of service "prometheus"');
    expect(await api?.ready(signal)).toBe(true);
    expect(await api?.targets(signal)).toHaveProperty('active');
  } finally {
    expect(isGone(await removeProject(byCommand, project, { keep: NOTHING, settleMs: 0 }, systemClock))).toBe(true);
    await engine.close();
  }
});

test('a Prometheus that is ready lists no target at first, which is why an empty list is no answer', async () => {
  copy = await StackCopy.of('voice-ai-agent');
  Object.assign(process.env, copy.environment);
  const engine = await findEngine({});
  const runtime = new ComposeRuntime(
    { projectName: project, directory: copy.directory, composeFiles: [], envFiles: [], profiles: [] },
    engine,
  );
  try {
    expect((await runtime.up(['prometheus'], signal)).exitCode).toBe(0);
    const [container] = await runtime.containers();
    const instance = loadFixture(copy.directory).stack?.prometheus;
    if (!instance || !container) throw new Error('no Prometheus');
    const opened = await until(async () => (await new PrometheusWays(runtime).open(instance, container, signal)).api);
    await until(() => opened.ready(signal));
    expect((await opened.targets(signal)).active).toEqual([]);
    const listed = await until(async () => {
      const { active } = await opened.targets(signal);
      return active.length > 0 ? active : undefined;
    });
    expect(listed.map(({ scrapePool }) => scrapePool).sort()).toEqual([
      'alertmanager',
      'grafana',
      'prometheus',
      'voice-ai-agent',
    ]);
    await opened.close();
  } finally {
    await runtime.down({ keep: NOTHING });
    await engine.close();
  }
});

/** The first answer that is neither false nor undefined; a refused connection is no answer yet. */
async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    await systemClock.sleep(50);
  }
}

async function firstEvent(engine: EngineCli, runtime: ComposeRuntime): Promise<boolean> {
  const stop = new AbortController();
  const bothWoken = [engine.events(project, stop.signal), runtime.events(stop.signal)].map(async (events) => {
    for await (const _ of events) return true;
    return false;
  });
  const woken = await Promise.all(bothWoken);
  stop.abort();
  return woken.every(Boolean);
}
