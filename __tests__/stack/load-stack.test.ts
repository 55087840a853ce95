import { describe, expect, test } from '@jest/globals';
import { AGENT_STACK, stackOf } from '../fakes/load.js';
import { check } from '../../src/stages/check.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { planBringUp } from '../../src/stages/plan.js';
import { shellWords } from '../../src/model/shell-words.js';
import { prometheusDurationMs } from '../../src/model/duration.js';
import { splitAddress } from '../../src/model/address.js';
import { nearest } from '../../src/model/nearest.js';

const compose = (prometheus: string, rest = ''): string => `services:\n  prometheus:\n${prometheus}${rest}`;

describe('the Prometheus service is found', () => {
  test.each([
    ['by its image', 'metrics:\n    image: quay.io/prometheus/prometheus:v2.53.0@sha256:00\n'],
    [
      'by the mount of its configuration',
      'metrics:\n    image: registry.example/team/metrics:1\n    volumes: ["./p.yml:/etc/prometheus/prometheus.yml"]\n',
    ],
    [
      'by its flags',
      'metrics:\n    image: registry.example/m:1\n    command: --storage.tsdb.path=/data --config.file=/p.yml\n',
    ],
  ])('%s', (_, service) => {
    const stack = stackOf({
      'compose.yml': `services:\n  node-exporter:\n    image: prom/node-exporter:v1\n  ${service}`,
    });
    expect(stack.prometheus?.service.name).toBe('metrics');
  });

  test('or named, and exporters and Alertmanager are not taken for it', () => {
    const text =
      'services:\n  alertmanager:\n    image: prom/alertmanager:v0.28.1\n  push:\n    image: prom/pushgateway\n';
    expect(stackOf({ 'compose.yml': text }).prometheus).toBeUndefined();
    expect(stackOf({ 'compose.yml': text }, { prometheusService: 'push' }).prometheus?.service.name).toBe('push');
  });
});

describe('the command line of Prometheus says', () => {
  const described = (command: string, image = 'prom/prometheus:v3.5.0') =>
    stackOf({ 'compose.yml': compose(`    image: ${image}\n    command: ${command}\n`) }).prometheus;

  test('its port, prefix and configuration', () => {
    expect(
      described(
        '["--web.listen-address=:9191", "--web.external-url=https://example.com/prom/", "--config.file=/c/p.yml"]',
      ),
    ).toMatchObject({
      port: 9191,
      routePrefix: '/prom',
      configPath: { value: '/c/p.yml' },
    });
    expect(described('"--web.external-url http://x/prom --web.route-prefix=/"')).toMatchObject({
      port: 9090,
      routePrefix: '',
    });
    expect(described('sh -c "prometheus --config.file=/p.yml"')).toMatchObject({ configPath: { value: '/p.yml' } });
  });

  test.each([
    ['prom/prometheus:v2.53.5', 2],
    ['prom/prometheus:2', 2],
    ['prom/prometheus:v3.5.0', 3],
    ['prom/prometheus', 3],
    ['prom/prometheus:latest', 3],
    ['registry:5000/prom/prometheus:v2.1.0@sha256:ab', 2],
  ] as const)('the version of %s', (image, major) => {
    expect(described('[]', image)?.version.major).toBe(major);
  });
});

describe('the configuration is found through the mounts', () => {
  const config = 'scrape_configs:\n  - job_name: a\n    static_configs: [{targets: ["localhost:9090"]}]\n';
  test.each([
    ['a file', 'volumes: ["./p.yml:/etc/prometheus/prometheus.yml:ro"]', 'p.yml'],
    ['a directory', 'volumes: ["./conf/:/etc/prometheus/"]', 'conf/prometheus.yml'],
    ['the long syntax', 'volumes: [{type: bind, source: ./p.yml, target: /etc/prometheus/prometheus.yml}]', 'p.yml'],
    ['a config', 'configs: [{source: prom, target: /etc/prometheus/prometheus.yml}]', 'p.yml'],
    [
      'the closest of two mounts',
      'volumes: ["./conf:/etc/prometheus", "./p.yml:/etc/prometheus/prometheus.yml"]',
      'p.yml',
    ],
  ])('%s', (_, mount, path) => {
    const text = compose(`    image: prom/prometheus\n    ${mount}\n`, 'configs:\n  prom: {file: ./p.yml}\n');
    const stack = stackOf({ 'compose.yml': text, [path]: config });
    expect(stack.prometheus?.config?.file.path).toBe(path);
    expect(stack.prometheus?.config?.jobs.map(({ name }) => name.value)).toEqual(['a']);
  });

  test('and so are its rule files, by Go patterns, relative to it', () => {
    const text = compose('    image: prom/prometheus\n    volumes: ["./conf:/etc/prometheus", "./extra:/rules"]\n');
    const files = {
      'compose.yml': text,
      'conf/prometheus.yml': `rule_files: ["rules/*.yml", /rules/a?.yml, "none/[ab].yml"]\n${config}`,
      'conf/rules/one.yml': 'groups: []\n',
      'conf/rules/deep/two.yml': 'groups: []\n',
      'extra/a1.yml': 'groups: []\n',
      'extra/b1.yml': 'groups: []\n',
    };
    const rules = stackOf(files).documents.filter(({ kind }) => kind === 'rules');
    expect(rules.map(({ file }) => file.path)).toEqual(['conf/rules/one.yml', 'extra/a1.yml']);
  });
});

describe('a configuration that cannot be read', () => {
  const text = compose(
    '    image: prom/prometheus:v3.5.0\n    volumes:\n      - ./prometheus.yml:/etc/prometheus/prometheus.yml\n      - /prometheus\n    healthcheck: { test: [CMD, promtool, check, ready] }\n',
  );
  const errors = (files: Readonly<Record<string, string>>): string[] =>
    check(stackOf({ 'compose.yml': text, ...files })).map(
      ({ code, message, location }) => `${location?.file ?? ''}:${String(location?.start.line)} ${code} ${message}`,
    );

  test('because it is not there is reported on the line that mounts it', () => {
    expect(errors({})).toEqual(['compose.yml:5 file/unreadable the file "prometheus.yml" does not exist']);
  });

  test('because a directory is in its place, as Docker makes it, too', () => {
    expect(errors({ 'prometheus.yml/x': '' })).toEqual([
      'compose.yml:5 file/unreadable the file "prometheus.yml" is a directory, but a file is expected',
    ]);
  });

  test('because it is empty scrapes nothing', () => {
    expect(errors({ 'prometheus.yml': '' })).toEqual([
      'prometheus.yml:1 stack/nothing-to-scrape no scrape job of prometheus.yml names a target',
    ]);
  });

  test('because of its syntax has one finding', () => {
    expect(errors({ 'prometheus.yml': 'a: [' }).map((line) => line.split(' ')[1])).toEqual(['yaml/syntax']);
  });
});

describe('the plan', () => {
  const stages = (text: string): string[] =>
    planBringUp(stackOf({ 'compose.yml': text })).stages.map(({ services }) => services.join(' '));

  test('starts Prometheus first, and after what it needs', () => {
    expect(
      stages('services:\n  a: {image: a, depends_on: [b]}\n  b: {image: b}\n  p: {image: prom/prometheus}\n'),
    ).toEqual(['p', 'b', 'a']);
    expect(
      stages(
        'services:\n  a: {image: a}\n  b: {image: b, depends_on: [c]}\n  c: {image: c}\n  p: {image: prom/prometheus, depends_on: [b]}\n',
      ),
    ).toEqual(['c', 'b', 'p', 'a']);
  });

  test('ignores dependencies that may be absent', () => {
    expect(
      stages('services:\n  a: {image: a, depends_on: {gone: {condition: service_started, required: false}}}\n'),
    ).toEqual(['a']);
  });

  test('builds what the file says, unless a policy says otherwise', () => {
    const text =
      'services:\n  a: {build: .}\n  b: {build: ., pull_policy: build}\n  c: {build: ., image: c, pull_policy: never}\n  d: {image: d}\n';
    expect(planBringUp(stackOf({ 'compose.yml': text })).builds).toEqual(['a', 'b']);
  });

  test('waits for the completion of a service that another one awaits so', () => {
    const text =
      'services:\n  init: {image: i}\n  a: {image: a, depends_on: {init: {condition: service_completed_successfully}}}\n';
    expect(planBringUp(stackOf({ 'compose.yml': text })).readyWhen.get('init')).toBe('completed');
  });

  test('leaves out profiles that are off', () => {
    const text = 'services:\n  a: {image: a}\n  b: {image: b, profiles: [extra]}\n';
    expect(stages(text)).toEqual(['a']);
    expect(stackOf({ 'compose.yml': text }, { profiles: ['extra'] }).project.services).toHaveLength(2);
  });
});

test('expected targets are the static ones and at least one for each discovery', () => {
  const files = {
    ...AGENT_STACK,
    'prometheus.yml': `${AGENT_STACK['prometheus.yml']}  - job_name: found\n    dns_sd_configs:\n      - {names: [agent], type: A, port: 8000}\n  - job_name: itself\n    static_configs: [{targets: ["localhost:9090", "example.com:80"]}]\n`,
  };
  expect(expectedTargets(stackOf(files)).map(({ job, address, service }) => [job, address, service])).toEqual([
    ['agent', 'agent:8000', 'agent'],
    ['found', undefined, 'agent'],
    ['itself', 'localhost:9090', 'prometheus'],
    ['itself', 'example.com:80', undefined],
  ]);
});

describe('small grammars', () => {
  test.each([
    ['15s', 15_000],
    ['1h30m', 5_400_000],
    ['1d12h', 129_600_000],
    ['500ms', 500],
    ['0', 0],
    ['1.5h', undefined],
    ['90', undefined],
    ['30s1m', undefined],
    ['', undefined],
    ['-5s', undefined],
    ['5 m', undefined],
  ])('duration %s', (written, ms) => {
    expect(prometheusDurationMs(written)).toBe(ms);
  });

  test.each([
    ['agent:8000', { host: 'agent', port: 8000 }],
    ['agent', { host: 'agent' }],
    ['[::1]:9090', { host: '::1', port: 9090 }],
    ['http://agent:8000', undefined],
    ['agent:8000/metrics', undefined],
    ['agent:99999', undefined],
    ['', undefined],
  ])('address %s', (written, expected) => {
    expect(splitAddress(written)).toEqual(expected);
  });

  test.each([
    [`a "b c" d\\ e 'f "g"'`, ['a', 'b c', 'd e', 'f "g"']],
    ['--x="a b" ""', ['--x=a b', '']],
    ['', []],
  ])('command %s', (written, words) => {
    expect(shellWords(written)).toEqual(words);
  });

  test.each([
    ['agnet', ['agent', 'redis'], 'agent'],
    ['voice-agent', ['voice-ai-agent', 'redis'], 'voice-ai-agent'],
    ['warehouse', ['agent', 'redis'], undefined],
    ['ab', ['ac', 'ad'], undefined],
  ])('nearest to %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });
});
