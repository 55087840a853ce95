import { describe, expect, test } from '@jest/globals';
import { imageKind, mapDockerfile } from '../../scripts/proof/images.js';
import { hasten } from '../../scripts/proof/intervals.js';
import { listeners, makeOverride, type ComposeConfig, type ComposeService } from '../../scripts/proof/override.js';
import { parseProof } from '../../scripts/proof/proof-file.js';
import { SourceFile } from '../../src/model/source.js';
import { parseYaml } from '../../src/yaml/parse.js';

const bootOf = (more: object) => parseProof(JSON.stringify({ symptom: 'no-prometheus', ...more })).boot;
const override = (
  service: ComposeService,
  more: object = {},
  rest: Partial<ComposeConfig> = {},
  file?: string,
): string =>
  makeOverride(
    { name: 'p', services: { one: service }, ...rest },
    {
      boot: bootOf(more),
      imageOf: (kind) => `here/${kind}`,
      checked: new Set(),
      dockerfile: () => file,
      standIn: 'serve()',
      elsewhere: (source) => (source.startsWith('/opt/') ? `/tmp/x${source}` : undefined),
    },
  ).trim();
const PROGRAM = '"entrypoint": ["node", "--input-type=module", "-e", "serve()", ';
const CONFIGS =
  '"configs": { "proof-alertmanager": { "content": "route: { receiver: none }\\nreceivers: [{ name: none }]\\n" } }';
const service = (text: string): string =>
  `{ "services": { "one": ${text} }, "networks": {  }, "volumes": {  }, ${CONFIGS} }`;

describe('imageKind', () => {
  test.each([
    ['prom/prometheus', 'prometheus'],
    ['prom/prometheus:v3.5.0', 'prometheus'],
    ['quay.io/prometheus/prometheus:v2.53.5@sha256:abc', 'prometheus-v2'],
    ['prom/prometheus:v3.5.0-distroless', 'prometheus-bare'],
    ['docker.io/library/redis:7-alpine', 'redis'],
    ['prom/alertmanager', 'alertmanager'],
    ['grafana/grafana-oss:12.1.1', 'grafana'],
    ['node:24-alpine', 'node'],
    ['registry.example.com:5000/prom/prometheus:v3', 'stand-in'],
    ['prom/node-exporter:v1', 'stand-in'],
    ['', 'stand-in'],
  ])('takes %s for %s', (image, kind) => {
    expect(imageKind(image)).toBe(kind);
  });
});

describe('the override', () => {
  test('runs a real server with its own command and healthcheck, only quicker', () => {
    const healthcheck = { test: ['CMD', 'wget'] };
    expect(override({ image: 'prom/prometheus', healthcheck })).toBe(
      service(
        '{ "image": "here/prometheus", "pull_policy": "never", "volumes": [{ "type": "volume", "target": "/prometheus" }], "healthcheck": { "interval": "1s", "timeout": "3s", "retries": 3, "start_period": "3s" } }',
      ),
    );
    expect(override({ image: 'prom/prometheus', healthcheck }, { keep: ['timings'] })).not.toContain('healthcheck');
    expect(override({ image: 'prom/prometheus', healthcheck: { disable: true } })).not.toContain('healthcheck');
    expect(override({ image: 'prom/prometheus', healthcheck: { test: ['NONE'] } })).not.toContain('healthcheck');
  });

  test('gives a command the defaults of the programs themselves, which Debian changes', () => {
    const command = ['-storage.tsdb.path=/x', '--web.external-url=http://a/$$b'];
    expect(override({ image: 'prom/prometheus', command })).toContain(
      '"command": ["-storage.tsdb.path=/x", "--web.external-url=http://a/$$b", "--config.file=prometheus.yml"]',
    );
    expect(override({ image: 'prom/alertmanager', command: ['--config.file', 'a.yml'] })).toContain(
      '"command": ["--config.file", "a.yml", "--storage.path=data/"]',
    );
    expect(override({ image: 'prom/prometheus', command: ['--agent', '--config.file=a'] })).toContain(
      '"command": ["--agent", "--config.file=a", "--storage.agent.path=data-agent/"]',
    );
    expect(override({ image: 'prom/prometheus', command, entrypoint: ['sh'] })).not.toContain('command');
    expect(override({ image: 'redis', command })).not.toContain('command');
  });

  test('replaces another image by a program that listens where compose.yml says, and publishes nothing', () => {
    const one = {
      image: 'example/agent:1',
      ports: [{ target: 8000, protocol: 'tcp' }],
      healthcheck: { test: ['CMD', 'curl'] },
    };
    expect(override(one)).toBe(
      service(
        `{ "image": "here/stand-in", "pull_policy": "never", "ports": !reset null, ${PROGRAM}"[{\\"port\\":8000,\\"speaks\\":\\"http\\"}]"], "command": !reset null, "healthcheck": { "test": ["CMD", "true"], "interval": "1s", "timeout": "3s", "retries": 3, "start_period": "3s" } }`,
      ),
    );
    const kept = override(one, { keep: ['ports', 'command', 'healthcheck'] });
    expect(kept).not.toMatch(/"ports"|"entrypoint"|"test"/);
  });

  test('makes the name of a container one of its networks only', () => {
    const networks = { a: null, b: { aliases: ['c'] } };
    const text = override({ image: 'redis', container_name: 'cache', networks });
    expect(text).toContain('"container_name": !reset null');
    expect(text).toContain('"networks": { "a": { "aliases": ["cache"] }, "b": { "aliases": ["cache"] } }');
    expect(override({ image: 'redis', container_name: 'cache', network_mode: 'host' })).not.toContain('aliases');
    expect(override({ image: 'redis', container_name: 'cache' }, { keep: ['names'] })).not.toContain('container_name');
  });

  test('makes networks and volumes of others the project’s own', () => {
    const resources = {
      networks: { default: { name: 'p_default' }, shared: { name: 'shared', external: true } },
      volumes: { data: { name: 'data' }, own: { name: 'p_own' } },
    };
    const text = override({ image: 'redis' }, {}, resources);
    expect(text).toContain('"networks": { "shared": { "external": !reset null, "name": !reset null } }');
    expect(text).toContain('"volumes": { "data": { "external": !reset null, "name": !reset null } }');
    expect(override({ image: 'redis' }, { keep: ['networks'] }, resources)).toContain('"networks": {  }');
  });

  test('builds on a known base and replaces what has none', () => {
    const built = override({ build: {} }, {}, {}, 'FROM prom/prometheus:v2.53.5\nCOPY a /b/$X\n');
    expect(built).toContain(
      '"dockerfile_inline": "FROM here/prometheus-v2\\nCOPY a /b/$$X\\n", "dockerfile": !reset null',
    );
    expect(override({ build: {} }, {}, {}, 'FROM python:3\n')).toContain('"image": "here/stand-in"');
    expect(override({ build: {} })).toContain('"build": !reset null');
  });

  test('gives Alertmanager a configuration only where the fixture has none', () => {
    const mounted = (target: string) => override({ image: 'prom/alertmanager', volumes: [{ target }] });
    expect(override({ image: 'prom/alertmanager' })).toContain(
      '"configs": [{ "source": "proof-alertmanager", "target": "/etc/alertmanager/alertmanager.yml" }]',
    );
    expect(mounted('/alertmanager')).toContain('"configs": [');
    expect(mounted('/etc/alertmanager')).not.toContain('"configs": [');
    expect(mounted('/etc/alertmanager/alertmanager.yml')).not.toContain('"configs": [');
  });

  test('gives the volumes that upstream’s images declare, unless the fixture mounts there', () => {
    const volumes = [{ type: 'volume', source: 'data', target: '/prometheus/' }];
    expect(override({ image: 'prom/alertmanager' })).toContain('{ "type": "volume", "target": "/alertmanager" }');
    expect(override({ image: 'prom/prometheus:v3.9.1-distroless' })).not.toContain('"type": "volume"');
    expect(override({ image: 'prom/prometheus', volumes })).not.toContain('"type": "volume"');
    expect(override({ image: 'prom/prometheus', tmpfs: ['/prometheus:size=1g'] })).not.toContain('"type": "volume"');
  });

  test('takes paths of the machine from a place of the proof', () => {
    const volumes = [
      { type: 'bind', source: '/opt/a', target: '/a', read_only: true },
      { type: 'bind', source: '/here', target: '/b' },
    ];
    expect(override({ image: 'redis', volumes })).toContain(
      '"volumes": [{ "type": "bind", "source": "/tmp/x/opt/a", "target": "/a", "read_only": true }]',
    );
  });

  test('gives what is built from scratch an image without a shell', () => {
    const text = override({ build: {} }, {}, {}, 'FROM golang AS build\nFROM scratch\nCOPY --from=build a b\n');
    expect(text).toContain('"image": "here/stand-in-bare"');
  });

  test('takes the image that the proof names', () => {
    expect(override({ image: 'example/x' }, { images: { one: 'redis' } })).toBe(
      service('{ "image": "here/redis", "pull_policy": "never" }'),
    );
  });

  test('is YAML', () => {
    const file = new SourceFile('x.yml', 'compose', override({ image: 'x', ports: [] }));
    expect(parseYaml(file, 'v3').problems).toEqual([]);
  });
});

test('a stand-in listens on what is published, exposed and told, or on 8000', () => {
  const one = { ports: [{ target: 80 }, { target: 53, protocol: 'udp' }], expose: ['9100', '80', '7/udp', '5-9'] };
  const speaks = 'http';
  expect(listeners(one, [])).toEqual([
    { port: 80, speaks },
    { port: 9100, speaks },
  ]);
  expect(listeners(one, [{ port: 80, speaks: 'silent' }])).toEqual([
    { port: 80, speaks: 'silent' },
    { port: 9100, speaks },
  ]);
  expect(listeners({}, [])).toEqual([{ port: 8000, speaks }]);
});

describe('mapDockerfile', () => {
  const map = (text: string) => mapDockerfile(text, (kind) => `here/${kind}`);

  test('maps bases and leaves stages', () => {
    expect(
      map('FROM --platform=linux/amd64 node:24 AS build\nFROM scratch AS x\nCOPY --from=build a b\nFROM build'),
    ).toBe('FROM here/node AS build\nFROM scratch AS x\nCOPY --from=build a b\nFROM build');
  });

  test('gives up on unknown bases and on steps that need a network', () => {
    expect(map('FROM node:24\nFROM python:3')).toBeUndefined();
    expect(map('FROM node:24\nRUN npm ci')).toBeUndefined();
    expect(map('FROM node:24\nUSER node')).toBeUndefined();
    expect(map('FROM scratch\nCOPY a b')).toBeUndefined();
    expect(map('FROM node:24 AS a\nFROM scratch')).toBe('FROM here/node AS a\nFROM scratch');
    expect(map('FROM node:24\nRUN mkdir /x')).toBe('FROM here/node\nRUN mkdir /x');
  });
});

describe('hasten', () => {
  const quick = (indent = ''): string =>
    ['scrape_interval: 1s', 'scrape_timeout: 900ms', 'evaluation_interval: 1s']
      .map((line) => `${indent}  ${line}\n`)
      .join('');

  test('adds a global section, or fills the one there is', () => {
    expect(hasten('scrape_configs: []\n')).toBe(`global:\n${quick()}scrape_configs: []\n`);
    expect(hasten('global:\n  scrape_interval: 15s\n  external_labels: { a: b }\nscrape_configs: []\n')).toBe(
      `global:\n${quick()}  external_labels: { a: b }\nscrape_configs: []\n`,
    );
  });

  test('takes out what jobs say themselves', () => {
    expect(hasten('scrape_configs:\n  - scrape_interval: 1m\n    job_name: a\n    scrape_timeout: 9s\n')).toBe(
      `global:\n${quick()}scrape_configs:\n  - # removed\n    job_name: a\n`,
    );
  });

  test('works inside compose.yml and leaves other files', () => {
    expect(hasten('    content: |\n      scrape_configs: []\n')).toBe(
      `    content: |\n      global:\n${quick('      ')}      scrape_configs: []\n`,
    );
    expect(hasten('route:\n  receiver: x\n')).toBe('route:\n  receiver: x\n');
    expect(hasten('global: { scrape_interval: 1m }\nscrape_configs: []\n')).toContain(
      'global: { scrape_interval: 1m }',
    );
  });
});
