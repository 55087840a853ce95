import { describe, expect, test } from '@jest/globals';
import { meaningOfHost } from '../../src/model/address.js';
import type { Stack } from '../../src/model/stack.js';
import { stackOf } from '../fakes/load.js';

// Each row was asked of Docker Engine 28.5 with Compose 2.40 in a project of this shape.
const stack = stackOf({
  'compose.yml': `name: shop
services:
  a: { image: example/a:1, ports: ["18000:8000"] }
  asker: { image: example/a:1, links: ["a:linked"], extra_hosts: ["extra:1.2.3.4", "self:127.0.0.1"] }
  gateway: { image: example/a:1, extra_hosts: { host.docker.internal: host-gateway } }
  hosted: { image: example/a:1, hostname: spoken }
  renamed: { image: example/a:1, container_name: my-container }
  on-host: { image: example/a:1, network_mode: host }
  no-network: { image: example/a:1, network_mode: none }
  guest: { image: example/a:1, network_mode: "service:a" }
  second-guest: { image: example/a:1, network_mode: "service:guest" }
  Upper: { image: example/a:1 }
  two: { image: example/a:1, networks: { other: { aliases: [there] }, default: { aliases: [here] } } }
  inner: { image: example/a:1, networks: { closed: { ipv4_address: 172.30.9.9 } } }
  elsewhere: { image: example/a:1, networks: [outer] }
  own-resolver: { image: example/a:1, dns: 10.0.0.53 }
  off: { image: example/a:1, profiles: [later] }
networks:
  other: {}
  closed: { internal: true, name: vault }
  outer: { external: true }
`,
});

function meaning(from: string, host: string, of: Stack = stack): string {
  const asker = of.project.services.find(({ name }) => name === from);
  if (!asker) throw new Error(from);
  const found = meaningOfHost(of, asker, host);
  const about = 'service' in found ? ` ${found.service.name}` : '';
  const how =
    'shared' in found ? (found.shared ? ' resolves' : ' apart') : 'owner' in found ? ` of ${found.owner.name}` : '';
  return `${found.kind}${about}${how}`;
}

describe('to a service on a network of the project', () => {
  test.each([
    ['a', 'service a resolves'],
    ['A', 'service a resolves'],
    ['a.', 'service a resolves'],
    ['a.shop_default', 'service a resolves'],
    ['a.shop_other', 'outside'],
    ['linked', 'service a resolves'],
    ['extra', 'outside'],
    ['self', 'localhost'],
    ['spoken', 'service hosted resolves'],
    ['my-container', 'service renamed resolves'],
    ['upper', 'service Upper resolves'],
    ['here', 'service two resolves'],
    ['there', 'service two apart'],
    ['inner', 'service inner apart'],
    ['on-host', 'on-host on-host'],
    ['no-network', 'no-network no-network'],
    ['guest', 'guest guest of a'],
    ['second-guest', 'guest second-guest of a'],
    ['shop-a-1', 'generated a'],
    ['shop_a_1', 'generated a'],
    ['shop-renamed-1', 'unknown'],
    ['shop-a', 'unknown'],
    ['tasks.a', 'swarm a'],
    ['tasks.example', 'outside'],
    ['host.docker.internal', 'no-gateway'],
    ['gateway.docker.internal', 'no-gateway'],
    ['off', 'inactive off'],
    ['nosuch', 'unknown'],
    ['localhost', 'localhost'],
    ['127.0.0.9', 'localhost'],
    ['::1', 'localhost'],
    ['127.example.com', 'outside'],
    ['10.1.2.3', 'outside'],
  ])('%s is: %s', (host, expected) => {
    expect(meaning('asker', host)).toBe(expected);
  });
});

test.each([
  ['gateway', 'host.docker.internal', 'machine'],
  ['on-host', 'a', 'from-host a'],
  ['on-host', 'localhost', 'machine'],
  ['on-host', 'shop-a-1', 'from-host a'],
  ['on-host', 'printer', 'outside'],
  // A guest sees what its host sees, and answers to no name of its own even there.
  ['guest', 'a', 'service a resolves'],
  ['guest', 'hosted', 'service hosted resolves'],
  ['guest', 'guest', 'guest guest of a'],
  ['guest', 'localhost', 'localhost'],
  ['second-guest', 'hosted', 'service hosted resolves'],
  ['inner', 'a', 'service a apart'],
  ['inner', 'inner', 'service inner resolves'],
  ['inner', '172.30.9.9', 'service inner resolves'],
  ['inner', 'inner.vault', 'service inner resolves'],
  ['two', 'there', 'service two resolves'],
  ['no-network', 'a', 'outside'],
  ['elsewhere', 'nosuch', 'outside'],
  ['elsewhere', 'a', 'service a apart'],
  ['own-resolver', 'nosuch', 'outside'],
  ['own-resolver', 'a', 'service a resolves'],
])('to %s %s is: %s', (from, host, expected) => {
  expect(meaning(from, host)).toBe(expected);
});

test('two keys of one external network are one network', () => {
  const shared = stackOf({
    'compose.yml': `services:
  a: { image: example/a:1, networks: [x] }
  b: { image: example/a:1, networks: [y] }
networks:
  x: { external: true, name: common }
  y: { external: true, name: common }
`,
  });
  expect(meaning('a', 'b', shared)).toBe('service b resolves');
});
