import { describe, expect, test } from '@jest/globals';
import { planBringUp } from '../../src/stages/plan.js';
import { stackOf } from '../fakes/load.js';

const planOf = (services: string, rest = '') =>
  planBringUp(stackOf({ 'compose.yml': `services:\n${services}${rest}` }));

describe('what ready means', () => {
  test.each([
    ['a server', '  a: { image: redis:7 }\n', 'healthy-or-running'],
    [
      'what somebody awaits as completed',
      '  a: { image: redis:7 }\n  b: { image: x, depends_on: { a: { condition: service_completed_successfully } } }\n',
      'completed',
    ],
    ['a command that is known to end', '  a: { image: x, command: [alembic, upgrade, head] }\n', 'completed'],
    [
      'the same when it is always started again',
      '  a: { image: x, command: [alembic, upgrade, head], restart: always }\n',
      'healthy-or-running',
    ],
    ['a service that only has the name of a job', '  a: { image: x, container_name: migrate }\n', 'healthy-or-running'],
  ])('%s', (_, services, expected) => {
    expect(planOf(services).readyWhen.get('a')).toBe(expected);
  });
});

describe('how many containers', () => {
  test('replicas and scale are counted, and one is the rule', () => {
    const { replicas } = planOf(
      '  a: { image: x, deploy: { replicas: 3 } }\n  b: { image: x, scale: 2 }\n  c: { image: x }\n',
    );
    expect([...replicas]).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ]);
  });

  test('a service without any is neither started nor waited for', () => {
    const plan = planOf('  a: { image: x, scale: 0 }\n  b: { image: x, depends_on: [a] }\n');
    expect(plan.stages.flatMap(({ services }) => services)).toEqual(['b']);
    expect([...plan.readyWhen.keys()]).toEqual(['b']);
  });
});

describe('who starts a service', () => {
  test('Compose, where it runs hooks or copies contents into the container, and who shares something with those', () => {
    const plan = planOf(
      [
        '  hooked: { image: x, post_start: [{ command: [a] }] }',
        '  config: { image: x, configs: [c] }',
        '  friend: { image: x, network_mode: "service:hooked" }',
        '  engine: { image: x }',
        '',
      ].join('\n'),
      'configs: { c: { content: abc } }\n',
    );
    expect([...plan.byCompose]).toEqual(['hooked', 'config', 'friend']);
  });

  test('the engine, where secrets are files', () => {
    const plan = planOf('  a: { image: x, secrets: [s] }\n', 'secrets: { s: { file: ./s } }\n');
    expect([...plan.byCompose]).toEqual([]);
  });
});

describe('stages', () => {
  const services = [
    '  prometheus: { image: "prom/prometheus:v3.5.0", depends_on: [init] }',
    '  init: { image: x }',
    '  db: { image: x }',
    '  app: { image: x, depends_on: [db] }',
    '',
  ].join('\n');
  const stack = stackOf({ 'compose.yml': `services:\n${services}` });

  test('have Prometheus and what it needs first, and those are created before all others', () => {
    const { stages, lead } = planBringUp(stack);
    expect(stages).toEqual([
      { name: 'before prometheus 1', services: ['init'] },
      { name: 'prometheus', services: ['prometheus'] },
      { name: 'stage 1', services: ['db'] },
      { name: 'stage 2', services: ['app'] },
    ]);
    expect([...lead].sort()).toEqual(['init', 'prometheus']);
  });

  test('of the settings go before everything else, and the rest starts at any time', () => {
    const { stages, lead } = planBringUp(stack, [
      { name: 'data', services: ['db'] },
      { name: 'monitoring', services: ['init', 'prometheus'] },
    ]);
    expect(stages).toEqual([
      { name: 'data', services: ['db'], waits: true },
      { name: 'monitoring', services: ['init', 'prometheus'], waits: true },
      { name: 'any time', services: ['app'] },
    ]);
    expect([...lead]).toEqual([]);
  });
});
