import { expect, test } from '@jest/globals';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import { keptStackLines } from '../../src/report/kept-stack.js';

const NOTHING = { containers: [], networks: [], volumes: [] };
const container = (service: string, ...ports: [host: string, hostPort: number, containerPort: number][]) =>
  ({
    service,
    publishedPorts: ports.map(([hostAddress, hostPort, containerPort]) => ({ hostAddress, hostPort, containerPort })),
  }) as unknown as ContainerSnapshot;

test('a kept stack says where it is reached and how it is removed', () => {
  const containers = [
    container('redis'),
    container('prometheus', ['0.0.0.0', 9091, 9090], ['::', 9091, 9090]),
    container('agent', ['127.0.0.1', 8000, 8000], ['fd00::1', 8000, 8000]),
  ];
  expect(
    keptStackLines({ project: 'shop', remains: NOTHING, keep: NOTHING, containers, directory: '/tmp/run' }),
  ).toEqual([
    'the stack is left running as project shop:',
    '  agent: 127.0.0.1:8000',
    '  agent: [fd00::1]:8000',
    '  prometheus: 127.0.0.1:9091 (its port 9090)',
    'remove it with: docker compose -p shop down --volumes --timeout 5 && rm -r /tmp/run',
  ]);
});

test('one that publishes nothing says only how it is removed', () => {
  expect(keptStackLines({ project: 'shop', remains: NOTHING, keep: NOTHING, containers: [] })).toEqual([
    'the stack is left running as project shop',
    'remove it with: docker compose -p shop down --volumes --timeout 5',
  ]);
});
