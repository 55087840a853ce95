import { expect, test } from '@jest/globals';
import { stackOf } from '../fakes/load.js';
import type { StackRule } from '../../src/rules/rule.js';
import { rule as datasource } from '../../src/rules/grafana/datasource-unreachable-url.js';
import { rule as addressPort } from '../../src/rules/stack/address-published-port.js';
import { rule as unknownAddress } from '../../src/rules/stack/address-unknown-service.js';
import { rule as generated } from '../../src/rules/stack/target-generated-name.js';
import { rule as localhost } from '../../src/rules/stack/target-localhost.js';
import { rule as publishedPort } from '../../src/rules/stack/target-published-port.js';
import { rule as unknownService } from '../../src/rules/stack/target-unknown-service.js';
import { rule as wrongPort } from '../../src/rules/stack/target-wrong-port.js';

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]
    environment: {}
  agent:
    image: example/agent:1
    ports: ["18000:8000"]
  redis-exporter:
    image: oliver006/redis_exporter:v1.67.0
`;

/** What stands in place of a value after the fixes of a rule, and how safe they are. */
function fixed(rule: StackRule, before: string, compose = COMPOSE): string[] {
  const problems = rule.check(stackOf({ 'compose.yml': compose, 'prometheus.yml': before }));
  return problems.map(({ fix }) => {
    if (!fix) return 'none';
    const after = fix.edits.reduce((now, { at, text }) => now.slice(0, at.start) + text + now.slice(at.end), before);
    const [line = ''] = after.split('\n').filter((one, index) => one !== before.split('\n')[index]);
    return `${fix.safety}: ${line.trim()}`;
  });
}

const targets = (list: string): string => `scrape_configs:
  - job_name: agent
    static_configs:
      - targets: ${list} # those of agent:8000
`;

test.each([
  [unknownService, '["agnet:8000"]', 'safe: - targets: ["agent:8000"] # those of agent:8000'],
  [unknownService, "['agnet:8000', agent:8000]", "safe: - targets: ['agent:8000', agent:8000] # those of agent:8000"],
  // The service says nothing of that port, so that another one may be meant.
  [unknownService, '[agnet:9999]', 'suggested: - targets: [agent:9999] # those of agent:8000'],
  [unknownService, '[warehouse:8000]', 'none'],
  [publishedPort, '[agent:18000]', 'safe: - targets: [agent:8000] # those of agent:8000'],
  [localhost, '[localhost:8000]', 'safe: - targets: [agent:8000] # those of agent:8000'],
  [localhost, '["127.0.0.1:18000"]', 'safe: - targets: ["agent:8000"] # those of agent:8000'],
  [localhost, '[localhost:7777]', 'none'],
  [wrongPort, '[redis-exporter:9100]', 'safe: - targets: [redis-exporter:9121] # those of agent:8000'],
  [generated, '[shop_agent_1:8000]', 'safe: - targets: [agent:8000] # those of agent:8000'],
])('%#: the target is rewritten in place', (rule, before, after) => {
  expect(fixed(rule, targets(before))).toEqual([after]);
});

test('only one of several services is no choice', () => {
  const compose = `${COMPOSE}  worker:\n    image: example/worker:1\n    expose: [8000]\n`;
  expect(fixed(localhost, targets('[localhost:8000]'), compose)).toEqual(['none']);
});

test('what relabelling or a variable made cannot be edited', () => {
  const relabelled = `${targets('[agnet]')}    relabel_configs:
      - target_label: __address__
        replacement: agnet:8000
`;
  expect(fixed(unknownService, relabelled)).toEqual(['none']);
});

test('user, path and parameters of a URL stay', () => {
  const before = `remote_write:
  - url: http://me:example-password@agnet:8000/agnet:8000?x=1
`;
  expect(fixed(unknownAddress, before)).toEqual(['safe: - url: http://me:example-password@agent:8000/agnet:8000?x=1']);
  expect(fixed(addressPort, before.replace('@agnet:8000', '@agent:18000'))).toEqual([
    'safe: - url: http://me:example-password@agent:8000/agnet:8000?x=1',
  ]);
});

test('a message shows neither user nor password', () => {
  const before = 'remote_write:\n  - url: http://me:example-password@agnet:8000/push?token=example\n';
  const [problem] = unknownAddress.check(stackOf({ 'compose.yml': COMPOSE, 'prometheus.yml': before }));
  expect(problem?.message).toContain('url "http://agnet:8000/push" of remote_write');
});

test('the port that is not written is added to the host of a data source', () => {
  const source = 'datasources:\n  - name: Metrics\n    url: http://prometheus\n';
  const compose = `${COMPOSE}  grafana:
    image: grafana/grafana:12.0.0
    volumes: ["./sources.yml:/etc/grafana/provisioning/datasources/sources.yml"]
`;
  const [problem] = datasource.check(stackOf({ 'compose.yml': compose, 'sources.yml': source }));
  expect(problem?.fix?.title).toBe('write "prometheus:9090"');
  expect(problem?.fix?.safety).toBe('safe');
});
