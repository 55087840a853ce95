import { expect, test } from '@jest/globals';
import type { PortHolder } from '../../src/model/host.js';
import { rule } from '../../src/rules/runtime/port-in-use.js';
import { planBringUp } from '../../src/stages/plan.js';
import { stackOf } from '../fakes/load.js';

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    ports: ["127.0.0.1:\${PROMETHEUS_PORT:-9091}:9090"]
  agent:
    image: example/agent:1
    ports: ["8000:8000"]
  on-host:
    image: example/agent:1
    network_mode: host
    ports: ["8000:8000"]
`;
const judge = (portsInUse: readonly PortHolder[], compose = COMPOSE) => {
  const stack = stackOf({ 'compose.yml': compose });
  const host = { portsInUse };
  const observation = { atMs: 0, containers: [], prometheus: { ready: false }, logs: {}, neverStarted: [], host };
  return rule.judge({ stack, plan: planBringUp(stack), targets: [], observation });
};
const own = (service: string) => ({
  name: `voice-${service}-1`,
  project: 'voice',
  service,
  composeFiles: ['/stack/compose.yml'],
});
const tcp = { protocol: 'tcp', address: '' } as const;

test('the same stack that runs already is named once, with the way to stop it and the variable that avoids it', () => {
  const problems = judge([
    { ...tcp, port: 9091, wantedAddress: '127.0.0.1', container: own('prometheus') },
    { ...tcp, port: 8000, wantedAddress: '', container: own('agent') },
  ]);
  expect(problems).toHaveLength(1);
  const [{ message, help, related = [] } = { message: '' }] = problems;
  expect(message).toBe(
    'service "prometheus" cannot publish port 9091 of the host: it is taken by service "prometheus" of this same compose file, which runs as project "voice"',
  );
  expect(help).toBe(
    'stop the stack that runs with `docker compose -p voice down`, or set PROMETHEUS_PORT to a port that is free for this run',
  );
  expect(related.map((one) => one.message)).toEqual([
    'port 8000 of service "agent" is taken by service "agent" of this same compose file, which runs as project "voice"',
  ]);
});

test('a port of another address, of another protocol or of the network of the host is nobody else’s', () => {
  expect(judge([{ ...tcp, port: 9091, wantedAddress: '127.0.0.2' }])).toEqual([]);
  expect(judge([{ ...tcp, protocol: 'udp', port: 8000, wantedAddress: '' }])).toEqual([]);
});
