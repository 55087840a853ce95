import { expect, test } from '@jest/globals';
import { makeOverride, type ComposeConfig, type OverrideContext } from '../../scripts/proof/override.js';
import { bootOf } from '../../scripts/proof/stacks/listen.js';
import type { StackSeen } from '../../scripts/proof/stacks/look.js';
import { stackPlans } from '../../scripts/proof/stacks/plan.js';
import { totals, verdictOf, withBlock } from '../../scripts/proof/stacks/table.js';

const SEEN: StackSeen = {
  services: ['a'],
  real: [],
  up: ['a:1'],
  reached: [],
  outside: [],
  expected: 1,
  groups: 0,
  alertmanagers: 0,
  wrong: [],
};

test('every port that a stand-in is told stands in a file of the stack', () => {
  expect(stackPlans('').length).toBeGreaterThanOrEqual(24);
});

test('a stand-in listens where the image does, moved by its flag, and where it declares', () => {
  const config: ComposeConfig = {
    services: {
      node: { image: 'prom/node-exporter:v1.9.1', command: ['--web.listen-address=127.0.0.1:9999'], expose: ['81'] },
      plain: { image: 'prom/node-exporter:v1.9.1' },
      unknown: { image: 'ghcr.io/example/api:1' },
    },
  };
  const { listen } = bootOf(config, { name: 'x', listen: { unknown: { '7000': null } } });
  const ports = Object.fromEntries(Object.entries(listen).map(([name, all]) => [name, all.map(({ port }) => port)]));
  expect(ports).toEqual({ node: [9999, 81], plain: [9100], unknown: [7000] });
});

const context: OverrideContext = {
  boot: bootOf({}, { name: 'x' }),
  imageOf: (kind) => kind,
  checked: new Set(),
  dockerfile: () => undefined,
  elsewhere: () => undefined,
  standIn: 'program',
  isHealthy: true,
  shared: { platform: 'platform-here' },
};

test('a job that others wait for ends; what only Swarm or other hardware has is taken out', () => {
  const text = makeOverride(
    {
      name: 'p',
      services: {
        job: { image: 'x/job', hostname: '{{.Node.Hostname}}', secrets: [{ source: 's' }] },
        app: {
          image: 'x/app',
          depends_on: { job: { condition: 'service_completed_successfully' } },
          deploy: { resources: { reservations: { devices: [{}] } } },
        },
      },
      networks: { net: { name: 'p_net', driver: 'overlay' }, platform: { name: 'platform', external: true } },
      secrets: { s: { external: true } },
    },
    context,
  );
  expect(text).toContain('"entrypoint": ["node", "-e", "0"]');
  expect(text).toContain('"hostname": !reset null');
  expect(text).toContain('"secrets": !reset null');
  expect(text).toContain('"devices": !reset null');
  expect(text).toContain('"driver": !reset null');
  expect(text).toContain('"platform": { "external": true, "name": "platform-here" }');
});

test('a stack runs, runs in part, or fails', () => {
  const runs = [
    { plan: { name: 'good' }, seen: SEEN },
    { plan: { name: 'assumed', listen: { a: { '1': null } } }, seen: SEEN },
    { plan: { name: 'wrong', partial: 'why' }, seen: { ...SEEN, wrong: ['down'] } },
    { plan: { name: 'not booted' }, failure: 'why' },
  ];
  expect(runs.map(verdictOf)).toEqual(['runs', 'in part', 'failed', 'failed']);
  expect(totals(runs)).toBe('1 stacks run, 1 in part, 2 failed');
});

test('the block of a page is replaced, or set at its end', () => {
  const block = (text: string): string => `<!-- stacks -->\n${text}\n<!-- /stacks -->`;
  const page = withBlock('# Page\n', block('one'));
  expect(page).toBe(`# Page\n\n${block('one')}\n`);
  expect(withBlock(page, block('$& two'))).toBe(`# Page\n\n${block('$& two')}\n`);
  expect(withBlock(page, undefined)).toBe(page);
});
