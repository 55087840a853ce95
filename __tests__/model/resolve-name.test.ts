import { describe, expect, test } from '@jest/globals';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import { containersNamed, resolveName } from '../../src/model/resolve-name.js';
import { containerOf } from '../fakes/container.js';

const network = (name: string, address: string, ...names: string[]) => ({ name, address, address6: '', names });
const prometheus = containerOf('prometheus', { networks: [network('monitoring', '10.1.0.2', 'prometheus')] });
const agent = containerOf('agent', {
  networks: [network('app', '10.2.0.3', 'agent'), network('monitoring', '10.1.0.3', 'agent', 'Voice')],
});
const redis = containerOf('redis', { networks: [network('app', '10.2.0.2', 'redis')] });
const all = [prometheus, agent, redis];
const services = (containers: readonly ContainerSnapshot[]): string[] => containers.map(({ service }) => service);

describe('a name as Docker resolves it for Prometheus', () => {
  test.each([
    ['agent', 'networks', ['10.1.0.3']],
    ['AGENT', 'networks', ['10.1.0.3']],
    ['agent.', 'networks', ['10.1.0.3']],
    ['voice', 'networks', ['10.1.0.3']],
    ['agent.monitoring', 'networks', ['10.1.0.3']],
    ['redis', 'none', []],
    ['agent.app', 'outside', []],
    ['example.com', 'outside', []],
    ['10.1.0.3', 'literal', ['10.1.0.3']],
    ['localhost', 'own', ['10.1.0.2']],
    ['127.0.0.1', 'own', ['10.1.0.2']],
  ])('%s', (host, kind, addresses) => {
    expect(resolveName(host, prometheus, all)).toMatchObject({ kind, addresses });
  });

  test('both IP versions and all replicas are found', () => {
    const second = containerOf('agent', {
      networks: [{ ...network('monitoring', '10.1.0.4', 'agent'), address6: 'fd00::4' }],
    });
    const found = resolveName('agent', prometheus, [...all, second]);
    expect(found.addresses).toEqual(['10.1.0.3', '10.1.0.4', 'fd00::4']);
    expect(found.containers).toHaveLength(2);
  });

  test('on the host network names are the business of the machine', () => {
    const onHost = containerOf('prometheus', { networkMode: 'host', networks: [network('host', '')] });
    expect(resolveName('agent', onHost, all).kind).toBe('outside');
    expect(resolveName('localhost', onHost, all)).toMatchObject({ kind: 'own', addresses: ['127.0.0.1'] });
  });
});

test('a container is found by its name on any network, and by its service where networks were not recorded', () => {
  expect(services(containersNamed('redis', all))).toEqual(['redis']);
  expect(services(containersNamed('voice', all))).toEqual(['agent']);
  expect(services(containersNamed('agent', [containerOf('agent')]))).toEqual(['agent']);
});
