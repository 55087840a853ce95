import { expect, test } from '@jest/globals';
import { stackOf } from '../fakes/load.js';
import type { StackRule } from '../../src/rules/rule.js';
import { rule as missing } from '../../src/rules/startup/healthcheck-missing.js';
import { rule as programMissing } from '../../src/rules/startup/healthcheck-program-missing.js';
import { rule as publishedPort } from '../../src/rules/startup/healthcheck-published-port.js';
import { rule as wrongPath } from '../../src/rules/startup/healthcheck-wrong-path.js';
import { rule as started } from '../../src/rules/startup/started-is-not-ready.js';

/** The compose file after the fixes of a rule, and how safe they are. */
function fixed(rule: StackRule, text: string): { text: string; safety: (string | undefined)[] } {
  const problems = rule.check(stackOf({ 'compose.yml': text }));
  const edits = problems.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.at.start - a.at.start);
  const after = edits.reduce((now, { at, text: put }) => now.slice(0, at.start) + put + now.slice(at.end), text);
  return { text: after, safety: problems.map(({ fix }) => fix?.safety) };
}

const PROMETHEUS = `services:
  prometheus:
    image: prom/prometheus:v3.5.0 # the server
    ports: ["9091:9090"]
`;

test('the container port takes the place of the published one', () => {
  const before = `${PROMETHEUS}    healthcheck:\n      test: ["CMD", "wget", "-q", "http://localhost:9091/-/healthy"] # is it well?\n`;
  expect(fixed(publishedPort, before)).toEqual({ text: before.replace('host:9091', 'host:9090'), safety: ['safe'] });
});

test('the path of the server takes the place of another', () => {
  const before = `${PROMETHEUS}    healthcheck:\n      test: wget -q "http://localhost:9090/health" || exit 1\n`;
  expect(fixed(wrongPath, before)).toEqual({ text: before.replace('/health"', '/-/ready"'), safety: ['safe'] });
});

test('a program of the image takes the place of one that is missing', () => {
  const before = `${PROMETHEUS}    healthcheck:\n      test: curl -f http://localhost:9090/-/healthy\n      interval: 5s\n`;
  const after = before.replace(/test: .*/, 'test: [CMD, promtool, check, ready, --url=http://localhost:9090]');
  expect(fixed(programMissing, before)).toEqual({ text: after, safety: ['suggested'] });
});

test('a healthcheck is added below the image, its comment stays', () => {
  const { text, safety } = fixed(missing, PROMETHEUS);
  expect(safety).toEqual(['suggested']);
  expect(text).toContain('v3.5.0 # the server\n    healthcheck:\n      test: [CMD, promtool, check, ready, --url=');
  expect(missing.check(stackOf({ 'compose.yml': text }))).toEqual([]);
});

const REDIS = `  redis:
    image: redis:7
    healthcheck: { test: [CMD, redis-cli, ping] }
`;

test.each([
  ['    depends_on:\n      - redis # first\n      - other\n'],
  ['    depends_on:\n    - other\n    - redis\n'],
  ['    depends_on: [redis, other]\n'],
  ['    depends_on:\n      redis:\n        condition: service_started\n'],
])('the condition of a dependency is written in each form: %s', (dependsOn) => {
  const before = `services:\n  agent:\n    image: x\n${dependsOn}  other:\n    image: x\n${REDIS}`;
  const { text } = fixed(started, before);
  const stack = stackOf({ 'compose.yml': text });
  expect(started.check(stack)).toEqual([]);
  const conditions = stack.project.services[0]?.dependsOn.map(({ service, condition }) => `${service} ${condition}`);
  expect(conditions?.sort()).toEqual(
    dependsOn.includes('other') ? ['other service_started', 'redis service_healthy'] : ['redis service_healthy'],
  );
});
