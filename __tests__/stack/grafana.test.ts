import { describe, expect, test } from '@jest/globals';
import { stackOf } from '../fakes/load.js';
import { check } from '../../src/stages/check.js';

const SOURCES = 'apiVersion: 1\ndatasources:\n  - {name: P, type: prometheus, uid: p, url: "http://prometheus:9090"}\n';
const provider = (path: string): string => `apiVersion: 1\nproviders:\n  - {name: x, options: {path: ${path}}}\n`;
const DASHBOARD = '{"title": "A", "panels": []}\n';

const compose = (service: string, rest = ''): string => `services:\n  graphs:\n${service}${rest}`;
const found = (files: Readonly<Record<string, string>>): string[] =>
  stackOf(files).documents.map(({ kind, file, place }) => `${kind} ${file.path} ${place.containerPath}`);

describe('a Grafana is told', () => {
  const volume = '    volumes: ["./sources.yml:/etc/grafana/provisioning/datasources/x.yml"]\n';
  test.each([
    ['by its image', `    image: grafana/grafana-oss:11.2.0\n${volume}`, 1],
    [
      'by its image in a registry',
      `    image: registry.example:5000/mirror/grafana-enterprise@sha256:00\n${volume}`,
      1,
    ],
    ['by its mounts', `    image: registry.example/team/x:1\n${volume}`, 1],
    ['by its settings', '    image: x\n    environment: [GF_PATHS_PROVISIONING=/p]\n    volumes: ["./conf:/p"]\n', 1],
    ['by its Dockerfile', '    build: ./image\n', 1],
    ['not by the images of its family', '    image: grafana/loki\n    volumes: ["./conf:/p"]\n', 0],
  ])('%s', (_, service, count) => {
    const files = {
      'compose.yml': compose(service),
      'sources.yml': SOURCES,
      'conf/datasources/x.yml': SOURCES,
      'image/Dockerfile': 'FROM grafana/grafana:11.2.0\nCOPY x.yml /etc/grafana/provisioning/datasources/\n',
      'image/x.yml': SOURCES,
    };
    expect(stackOf(files).documents.filter(({ kind }) => kind === 'grafana-datasources')).toHaveLength(count);
  });
});

test('a service that only prepares the files of a Grafana is none', () => {
  const volume = '    volumes: ["./sources.yml:/etc/grafana/provisioning/datasources/x.yml"]\n';
  const stack = stackOf({
    'compose.yml': compose(`    image: grafana/grafana\n${volume}`, `  prepare:\n    image: busybox\n${volume}`),
    'sources.yml': SOURCES,
  });
  expect(stack.documents.map(({ place }) => place.service)).toEqual(['graphs']);
});

test('what two of them read is said once', () => {
  const service =
    '    image: grafana/grafana\n    volumes: ["./sources.yml:/etc/grafana/provisioning/datasources/x.yml"]\n';
  const stack = stackOf({
    'compose.yml': compose(service, `  other:\n${service}  prometheus:\n    image: prom/prometheus\n`),
    'sources.yml': SOURCES.replace('uid:', 'Uid:'),
  });
  expect(stack.documents).toHaveLength(2);
  expect(check(stack).filter(({ code }) => code === 'grafana/unknown-key')).toHaveLength(1);
});

describe('what a Grafana is provisioned with', () => {
  const image = '    image: grafana/grafana:11.2.0\n';

  test('is found through mounts of directories and files', () => {
    expect(
      found({
        'compose.yml': compose(
          `${image}    volumes:\n      - ./provisioning:/etc/grafana/provisioning\n      - ./extra.yaml:/etc/grafana/provisioning/datasources/extra.yaml\n      - ./boards:/boards\n      - ./one.json:/boards/deep/one.json\n`,
        ),
        'provisioning/datasources/a.yml': SOURCES,
        'provisioning/datasources/deep/b.yml': SOURCES,
        'provisioning/datasources/c.json': '{}',
        'provisioning/alerting/d.yml': 'groups: []',
        'provisioning/dashboards/e.yaml': provider('/boards'),
        'extra.yaml': SOURCES,
        'boards/f.json': DASHBOARD,
        'boards/sub/g.json': DASHBOARD,
        'boards/.git/h.json': DASHBOARD,
        'boards/i.txt': '',
        'one.json': DASHBOARD,
      }),
    ).toEqual([
      'grafana-datasources provisioning/datasources/a.yml /etc/grafana/provisioning/datasources/a.yml',
      'grafana-datasources extra.yaml /etc/grafana/provisioning/datasources/extra.yaml',
      'grafana-dashboards provisioning/dashboards/e.yaml /etc/grafana/provisioning/dashboards/e.yaml',
      'dashboard one.json /boards/deep/one.json',
      'dashboard boards/f.json /boards/f.json',
      'dashboard boards/sub/g.json /boards/sub/g.json',
    ]);
  });

  test('is found in configs, with the positions of the compose file', () => {
    const text = compose(
      `${image}    configs:\n      - {source: sources, target: /etc/grafana/provisioning/datasources/x.yml}\n      - {source: file, target: /etc/grafana/provisioning/datasources/y.yml}\n`,
      'configs:\n  file: {file: ./y.yml}\n  sources:\n    content: |\n      apiVersion: 1\n      datasources:\n        - name: P\n          type: prometheus\n          isdefault: true\n',
    );
    const files = { 'compose.yml': text, 'y.yml': SOURCES.replace('prometheus:9090', 'graphs:9090') };
    expect(found(files).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['grafana-datasources', 'compose.yml'],
      ['grafana-datasources', 'y.yml'],
    ]);
    const unknown = check(stackOf(files)).find(({ code }) => code === 'grafana/unknown-key');
    expect(unknown?.location).toMatchObject({ file: 'compose.yml', start: { line: 15, column: 11 } });
  });

  test('is not what another mount hides', () => {
    expect(
      found({
        'compose.yml': compose(
          `${image}    volumes:\n      - ./provisioning:/etc/grafana/provisioning\n      - sources:/etc/grafana/provisioning/datasources\n`,
          'volumes:\n  sources:\n',
        ),
        'provisioning/datasources/a.yml': SOURCES,
      }),
    ).toEqual([]);
  });

  test('has a dashboard once, also when two providers lead to it', () => {
    expect(
      found({
        'compose.yml': compose(`${image}    volumes: ["./p:/etc/grafana/provisioning"]\n`),
        'p/dashboards/a.yml': provider('/etc/grafana/provisioning/dashboards'),
        'p/dashboards/b.yml': provider('/etc/grafana/provisioning/dashboards/deep'),
        'p/dashboards/deep/x.json': DASHBOARD,
      }).filter((line) => line.startsWith('dashboard ')),
    ).toHaveLength(1);
  });

  test('says where each provider leads', () => {
    const states = (path: string, service = image) =>
      stackOf({
        'compose.yml': compose(
          `${service}    volumes: ["./p:/etc/grafana/provisioning", "data:/var/lib/grafana", "./empty:/empty", "./boards:/boards"]\n`,
          'volumes:\n  data:\n',
        ),
        'p/dashboards/a.yml': provider(path),
        'empty/readme.txt': '',
        'boards/x.json': DASHBOARD,
      })
        .documents.filter(({ kind }) => kind === 'grafana-dashboards')
        .flatMap(({ references }) => references.map(({ state }) => state));
    expect(states('/boards')).toEqual(['found']);
    expect(states('/boards/')).toEqual(['found']);
    expect(states('/empty')).toEqual(['missing']);
    expect(states('/none')).toEqual(['unmounted']);
    expect(states('/none', '    image: registry.example/graphs:1\n')).toEqual(['elsewhere']);
    expect(states('/var/lib/grafana/dashboards')).toEqual(['elsewhere']);
    expect(states('$BOARDS')).toEqual([]);
  });
});

describe('a whole stack', () => {
  const files = {
    'compose.yml': compose(
      '    image: grafana/grafana:11.2.0\n    volumes: ["./p:/etc/grafana/provisioning", "./boards:/boards"]\n    environment: [GF_SECURITY_ADMIN_PASSWORD__FILE=/run/secrets/grafana]\n',
      '  prometheus:\n    image: prom/prometheus:v3.5.0\n    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"]\n    healthcheck: { test: [CMD, promtool, check, ready] }\n',
    ),
    'prometheus.yml':
      'scrape_configs:\n  - job_name: self\n    static_configs: [{targets: ["localhost:9090", "graphs:3000"]}]\n',
    'p/datasources/a.yml': SOURCES,
    'p/dashboards/a.yml': provider('/boards'),
    'boards/x.json':
      '{"title": "X", "panels": [{"title": "Up", "datasource": {"type": "prometheus", "uid": "p"}, "targets": [{"expr": "up"}]}]}\n',
  };
  const findings = (changed: Readonly<Record<string, string>>): string[] =>
    check(stackOf({ ...files, ...changed })).map(
      ({ code, location }) =>
        `${location?.file ?? ''}:${String(location?.start.line)}:${String(location?.start.column)} ${code}`,
    );

  test('that is right has no findings', () => {
    expect(findings({})).toEqual([]);
  });

  test('with a broken dashboard has one finding, not one of YAML', () => {
    expect(findings({ 'boards/x.json': '{"title": "X" "panels": []}' })).toEqual([
      'boards/x.json:1:15 grafana/invalid-dashboard',
    ]);
  });

  test('with two keys of one name in a dashboard is judged as Grafana reads it', () => {
    expect(findings({ 'boards/x.json': '{"title": "X", "panels": [], "panels": []}' })).toEqual([]);
  });
});
