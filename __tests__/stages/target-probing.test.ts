import { describe, expect, test } from '@jest/globals';
import type { TargetProbe } from '../../src/model/target-probe.js';
import type { TargetHealth } from '../../src/model/target.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { TargetProbing } from '../../src/stages/target-probing.js';
import { containerOf } from '../fakes/container.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeInspection, type Answers } from '../fakes/fake-inspection.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

const running = new AbortController().signal;
const on = (service: string, address: string, address6 = '') =>
  containerOf(service, { networks: [{ name: 'default', address, address6, names: [service] }] });

/** Both rounds of asking, with what Prometheus says of the one target in the end. */
async function probe(
  answers: Answers,
  health: TargetHealth = 'up',
  change: { job?: string; agent?: ReturnType<typeof on>; hasNoProgram?: boolean } = {},
): Promise<{ probes: readonly TargetProbe[]; inspection: FakeInspection }> {
  const stack = stackOf({
    ...AGENT_STACK,
    'prometheus.yml': AGENT_STACK['prometheus.yml'].replace('agent\n', `agent\n${change.job ?? ''}`),
  });
  const inspection = new FakeInspection(answers);
  inspection.hasNoProgram = change.hasNoProgram ?? false;
  const containers = [on('prometheus', '10.0.0.2'), change.agent ?? on('agent', '10.0.0.3')];
  const probing = new TargetProbing({ stack, inspection, clock: new FakeClock(), containers: () => containers });
  const expected = expectedTargets(stack);
  probing.start(expected, running);
  await new Promise((done) => setTimeout(done, 20));
  // A confirmation at the configured tempo expects the same targets anew.
  const results = expectedTargets(stack).map((one) => ({ expected: one, health }));
  return { probes: await probing.finish(results, running), inspection };
}

describe('a target that is up', () => {
  test('is asked once, at the address that its name has for Prometheus', async () => {
    const { probes, inspection } = await probe(() => ({}));
    expect(probes).toMatchObject([{ job: 'agent', resolved: ['10.0.0.3'], answers: [{ status: 200 }], elsewhere: [] }]);
    expect(inspection.asked).toHaveLength(1);
  });

  test('and empty is looked at again in the end, when it may have metrics', async () => {
    let empty = true;
    const { probes } = await probe(({ url }) => {
      if (!url.endsWith('/metrics') || !empty) return {};
      empty = false;
      return { bodyBytes: 0, bodyStart: '' };
    });
    expect(probes[0]?.answers).toMatchObject([{ bodyBytes: 4 }]);
  });
});

describe('a target that is down', () => {
  test('is asked again in the end, since its service may have changed', async () => {
    const { inspection } = await probe(() => ({ status: 500, bodyStart: 'no' }), 'down');
    expect(inspection.asked).toHaveLength(2);
  });

  test.each([
    ['text/plain; version=0.0.4', 'a 1\nb seconds 2\n', { line: 2, column: 3, text: 'seconds' }],
    ['application/openmetrics-text', 'a 1\n', { line: 2, column: 1 }],
    ['text/plain', 'a 1\n', undefined],
    ['application/json', '{"a": 1}', undefined],
  ])('is read when it answers %s with %j, as Prometheus reads it', async (type, bodyStart, fault) => {
    const { probes } = await probe(() => ({ headers: { 'content-type': type }, bodyStart }), 'down');
    const [answer] = probes[0]?.answers ?? [];
    expect(answer).toMatchObject({ status: 200 });
    if (fault) expect(answer?.fault).toMatchObject(fault);
    else expect(answer).not.toHaveProperty('fault');
  });

  test('and slow is not asked again: it has been measured', async () => {
    const { inspection } = await probe(() => ({ step: 'request', errorCode: 'TIMEOUT', totalMs: 20_000 }), 'down');
    expect(inspection.asked).toHaveLength(1);
  });

  test('with nothing at its path is asked at the usual ones, by GET and at no other', async () => {
    const { probes } = await probe(
      ({ url }) => (url.endsWith('/actuator/prometheus') ? {} : { status: 404, bodyStart: '' }),
      'down',
    );
    expect(probes[0]?.elsewhere.map(({ url }) => url)).toEqual(['http://agent:8000/actuator/prometheus']);
  });

  test('that hangs up on plain HTTP is asked over TLS', async () => {
    const { probes, inspection } = await probe(
      ({ url }) => (url.startsWith('https:') ? {} : { step: 'request', errorCode: 'ECONNRESET' }),
      'down',
    );
    expect(probes[0]?.elsewhere).toMatchObject([{ url: 'https://agent:8000/metrics' }]);
    expect(inspection.asked.at(-1)?.tls).toEqual({ insecure: true });
  });

  test('is followed along its redirects, and not in circles without end', async () => {
    const login = await probe(
      ({ url }) => (url.endsWith('/login') ? {} : { status: 302, headers: { location: '/login' } }),
      'down',
    );
    expect(login.probes[0]?.answers.map(({ url }) => url)).toEqual([
      'http://agent:8000/metrics',
      'http://agent:8000/login',
    ]);
    const circle = await probe(() => ({ status: 302, headers: { location: '/metrics' } }), 'down');
    expect(circle.probes[0]?.answers).toHaveLength(6);
    const staying = await probe(() => ({ status: 302, headers: { location: '/login' } }), 'down', {
      job: '    follow_redirects: false\n',
    });
    expect(staying.probes[0]?.answers).toHaveLength(1);
  });

  test('is tried at its next address when the first refuses', async () => {
    const { probes } = await probe(
      ({ address }) => (address.includes(':') ? {} : { step: 'connect', errorCode: 'ECONNREFUSED' }),
      'up',
      { agent: on('agent', '10.0.0.3', 'fd00::3') },
    );
    expect(probes[0]?.answers.map(({ address }) => address)).toEqual(['10.0.0.3', 'fd00::3']);
  });
});

describe('nothing is asked', () => {
  test('where nobody can ask, and nothing is said of it', async () => {
    const { probes, inspection } = await probe(() => ({}), 'down', { hasNoProgram: true });
    expect([probes, inspection.asked]).toEqual([[], []]);
  });

  test('of a job that relabels, before Prometheus says where it asks', async () => {
    const job = '    relabel_configs: [{target_label: a, replacement: b}]\n';
    expect((await probe(() => ({}), 'up', { job })).inspection.asked).toEqual([]);
  });

  test('when the name is of nobody, which is told', async () => {
    const { probes, inspection } = await probe(() => ({}), 'down', { agent: on('other', '10.0.0.3') });
    expect(probes).toMatchObject([{ resolved: [], answers: [] }]);
    expect(inspection.asked).toEqual([]);
  });
});
