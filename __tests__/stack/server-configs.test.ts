import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/stages/check.js';
import { stackOf } from '../fakes/load.js';

const ALERTMANAGER = 'route:\n  receiver: nobody\nreceivers:\n  - name: team\n';
const BLACKBOX = 'modules:\n  web:\n    prober: http\n    timeout: 1d\n';
const WEB = 'http_server_config:\n  headers:\n    X-Frame-Options: DENY\n';

/** Kind and path of each document that does not belong to Prometheus. */
function documentsOf(service: string, files: Readonly<Record<string, string>>): string[] {
  const stack = stackOf({ 'compose.yml': `services:\n  one:\n${service}`, ...files });
  return stack.documents.map(({ kind, file, place }) => `${kind} ${file.path} ${place.containerPath}`);
}

describe('the configuration of Alertmanager is found', () => {
  test.each([
    [
      'where its image looks for it',
      '    image: quay.io/prometheus/alertmanager:v0.33.0@sha256:00\n    volumes: ["./am.yml:/etc/alertmanager/alertmanager.yml"]\n',
      '/etc/alertmanager/alertmanager.yml',
    ],
    [
      'by its mount alone',
      '    image: registry.example/am:1\n    volumes: ["./am.yml:/etc/alertmanager/alertmanager.yml:ro"]\n',
      '/etc/alertmanager/alertmanager.yml',
    ],
    [
      'by --config.file',
      '    image: prom/alertmanager\n    command: ["--config.file=/conf/a.yml"]\n    volumes: ["./am.yml:/conf/a.yml"]\n',
      '/conf/a.yml',
    ],
    [
      'by the program in the entrypoint',
      '    image: registry.example/am:1\n    entrypoint: /bin/alertmanager --config.file /conf/a.yml\n    volumes: ["./am.yml:/conf/a.yml"]\n',
      '/conf/a.yml',
    ],
  ])('%s', (_, service, containerPath) => {
    expect(documentsOf(service, { 'am.yml': ALERTMANAGER })).toEqual([`alertmanager am.yml ${containerPath}`]);
  });

  test('and not when the service is something else, or the file is in the image', () => {
    const mounted = '    volumes: ["./am.yml:/etc/other/alertmanager.yml"]\n';
    expect(documentsOf(`    image: prom/pushgateway\n${mounted}`, { 'am.yml': ALERTMANAGER })).toEqual([]);
    expect(documentsOf(`    image: prom/alertmanager\n${mounted}`, { 'am.yml': ALERTMANAGER })).toEqual([]);
  });
});

test('the configuration of blackbox_exporter is found by image, and by mount of its directory', () => {
  const file = { 'conf/config.yml': BLACKBOX };
  const expected = ['blackbox conf/config.yml /etc/blackbox_exporter/config.yml'];
  const volumes = '    volumes: ["./conf:/etc/blackbox_exporter"]\n';
  expect(documentsOf(`    image: prom/blackbox-exporter:v0.28.0\n${volumes}`, file)).toEqual(expected);
  expect(documentsOf(`    image: registry.example/probe\n${volumes}`, file)).toEqual(expected);
});

describe('web configurations', () => {
  test('are found by --web.config.file of any service', () => {
    const node =
      '    image: quay.io/prometheus/node-exporter\n    command: --web.config.file=/web.yml\n    volumes: ["./web.yml:/web.yml"]\n';
    expect(documentsOf(node, { 'web.yml': WEB })).toEqual(['web web.yml /web.yml']);
  });

  test('that services share are judged once', () => {
    const service = '    image: a\n    command: --web.config.file=/web.yml\n    volumes: ["./web.yml:/web.yml"]\n';
    expect(documentsOf(`${service}  two:\n${service}`, { 'web.yml': WEB })).toEqual(['web web.yml /web.yml']);
  });

  test('look for certificates in the container of their service', () => {
    const web = 'tls_server_config:\n  cert_file: tls/web.pem\n  key_file: /run/secrets/key\n';
    const compose = `services:
  node:
    image: prom/node-exporter
    command: ["--web.config.file", "/etc/web/web.yml"]
    volumes: ["./web:/etc/web"]
    secrets: [key]
secrets:
  key:
    file: web.key
`;
    const stack = stackOf({ 'compose.yml': compose, 'web/web.yml': web, 'web.key': 'dummy' });
    expect(stack.documents[0]?.references).toMatchObject([
      { containerPath: '/etc/web/tls/web.pem', state: 'missing' },
      { containerPath: '/run/secrets/key', state: 'found' },
    ]);
  });
});

test('faults in inline configs stand on the lines of the compose file', () => {
  const compose = `services:
  alertmanager:
    image: prom/alertmanager
    configs:
      - source: alerts
        target: /etc/alertmanager/alertmanager.yml
configs:
  alerts:
    content: |
      route:
        receiver: nobody
      receivers:
        - name: team
`;
  const finding = check(stackOf({ 'compose.yml': compose })).find(
    ({ code }) => code === 'alertmanager/undefined-receiver',
  );
  expect(finding?.location).toMatchObject({ file: 'compose.yml', start: { line: 11, column: 19 } });
});

test('a configuration that is mounted but not there has its finding at the mount', () => {
  const compose =
    'services:\n  am:\n    image: prom/alertmanager\n    volumes:\n      - ./am.yml:/etc/alertmanager/alertmanager.yml\n';
  const [finding] = check(stackOf({ 'compose.yml': compose }));
  expect(finding).toMatchObject({ code: 'file/unreadable', location: { file: 'compose.yml', start: { line: 5 } } });
});
