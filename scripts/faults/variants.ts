import type { HealthyVariant } from './fault.js';
import {
  agent,
  COMMAND,
  compose,
  CONFIG,
  job,
  NODE,
  ofAgent,
  ofPrometheus,
  prometheusFlags,
  services,
} from './patches.js';
import { twoPorts } from './surroundings.js';

const STATIC = '    static_configs:\n      - targets: [voice-ai-agent:8000]\n';
const DISCOVERED = STATIC.replace(
  /[\s\S]*/,
  '    dns_sd_configs:\n      - names: [voice-ai-agent]\n        type: A\n        port: 8000\n        refresh_interval: 5s\n',
);
const READY = '--url=http://127.0.0.1:9090]';
const READY_PROBE = `test: [CMD, promtool, check, ready, ${READY}`;

/** Stacks that work, each in its own way: nothing is to be found. */
export const HEALTHY_VARIANTS: readonly HealthyVariant[] = [
  { name: 'plain', title: 'Prometheus without a published port', patches: [], expect: 'healthy' },
  {
    name: 'slow-starter',
    title: 'a service that needs ten seconds to be ready, within its start_period',
    patches: [agent('none', '      LATE: "10000"\n')],
    expect: 'healthy',
  },
  {
    name: 'one-shots',
    title: 'a one-shot that the agent waits for, and one that nobody waits for',
    patches: [
      ofAgent('    depends_on:\n      migrate:\n        condition: service_completed_successfully\n'),
      services(
        ['migrate', 'tidy']
          .map((name) => `  ${name}:\n    image: ${NODE}\n    command: [node, -e, ""]\n    networks: [monitoring]\n`)
          .join('\n'),
      ),
    ],
    expect: 'healthy',
  },
  {
    name: 'replicas',
    title: 'three replicas behind dns_sd_configs',
    patches: [ofAgent('    deploy:\n      replicas: 3\n'), { file: CONFIG, from: STATIC, to: DISCOVERED }],
    expect: 'healthy',
  },
  {
    name: 'host-network',
    title: 'Prometheus and the agent in the network of the host',
    patches: [
      ...[1, 2].map(() => compose('    networks: [monitoring]\n', '    network_mode: host\n')),
      compose('\nnetworks:\n  monitoring:\n', ''),
      prometheusFlags('--web.listen-address=127.0.0.1:@PORT@'),
      compose('127.0.0.1:9090]', '127.0.0.1:@PORT@]'),
      agent('none', '      HOST: 127.0.0.1\n      PORT: "@OTHER@"\n'),
      { file: CONFIG, from: 'localhost:9090', to: '127.0.0.1:@PORT@' },
      { file: CONFIG, from: 'voice-ai-agent:8000', to: '127.0.0.1:@OTHER@' },
    ],
    surroundings: twoPorts,
    allowed: ['security/host-namespace'],
    expect: 'healthy',
  },
  {
    name: 'published',
    title: 'Prometheus with a published port',
    patches: [ofPrometheus('    ports:\n      - "127.0.0.1:@PORT@:9090"\n')],
    surroundings: twoPorts,
    expect: 'healthy',
  },
  {
    name: 'web-config',
    title: 'Prometheus behind basic auth, by --web.config.file, and the gate has the password',
    patches: [
      prometheusFlags('--web.config.file=/etc/prometheus/web.yml'),
      compose(
        READY_PROBE,
        'test: [CMD-SHELL, "wget -q -O /dev/null --header \'Authorization: Basic c2NyYXBlZ2F0ZTpyaWdodA==\' http://127.0.0.1:9090/-/ready"]',
      ),
      {
        file: CONFIG,
        from: '  - job_name: prometheus\n',
        to: '  - job_name: prometheus\n    basic_auth:\n      username: scrapegate\n      password_file: /etc/prometheus/password\n',
      },
    ],
    files: {
      'prometheus/web.yml': {
        text: 'basic_auth_users:\n  scrapegate: $2b$04$abcdefghijklmnopqrstuuFmEfrkTQnczNzw475xE2VhDrK1uwJiC\n',
      },
      'prometheus/password': { text: 'right' },
    },
    environment: { SCRAPEGATE_PROMETHEUS_USERNAME: 'scrapegate', SCRAPEGATE_PROMETHEUS_PASSWORD: 'right' },
    allowed: ['security/plain-secret', 'security/credentials-over-http'],
    expect: 'healthy',
  },
  {
    name: 'several-files',
    title: 'several compose files, the second one changes what the first one says',
    patches: [compose(`    ${COMMAND}\n`, '    command: [node, /nowhere.mjs]\n')],
    files: { 'compose.gate.yml': { text: `services:\n  voice-ai-agent:\n    ${COMMAND}\n` } },
    flags: ['--compose-file', 'stack/compose.yml', '--compose-file', 'stack/compose.gate.yml'],
    expect: 'healthy',
  },
  {
    name: 'external-target',
    title: 'a target outside of the stack that is down, with --external-targets ignore',
    patches: [
      {
        file: CONFIG,
        from: STATIC,
        to: `${STATIC}\n  - job_name: elsewhere\n    static_configs:\n      - targets: [203.0.113.7:9100]\n`,
      },
    ],
    flags: ['--external-targets', 'ignore'],
    expect: 'healthy',
  },
  {
    name: 'ipv6',
    title: 'a network with IPv6, the agent listens on IPv6 and IPv4',
    patches: [
      compose(
        '  monitoring:\n\nvolumes',
        '  monitoring:\n    enable_ipv6: true\n    ipam:\n      config:\n        - subnet: fd00:@HEX@::/64\n\nvolumes',
      ),
      agent('none', '      HOST: "::"\n'),
    ],
    surroundings: twoPorts,
    expect: 'healthy',
  },
  {
    name: 'sub-path',
    title: 'Prometheus under a path, by --web.external-url',
    patches: [
      prometheusFlags('--web.external-url=https://example.org/prometheus/'),
      compose(READY, '--url=http://127.0.0.1:9090/prometheus]'),
      {
        file: CONFIG,
        from: '  - job_name: prometheus\n',
        to: '  - job_name: prometheus\n    metrics_path: /prometheus/metrics\n',
      },
    ],
    expect: 'healthy',
  },
  {
    name: 'agent-behind-tls',
    title: 'the agent speaks TLS with a certificate that the job knows',
    patches: [
      agent('none', '      TLS_CERT: /agent/cert.pem\n      TLS_KEY: /agent/key.pem\n'),
      job('scheme: https\n    tls_config:\n      ca_file: /etc/prometheus/ca.pem'),
    ],
    certificate: 'valid',
    expect: 'healthy',
  },
  {
    name: 'docker-sd',
    title: 'docker_sd_configs finds the agent by its label',
    patches: [
      ofPrometheus('    user: root\n'),
      compose(
        '      - prometheus-data:/prometheus\n',
        '      - prometheus-data:/prometheus\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n',
      ),
      ofAgent('    labels:\n      scrape: "@HEX@"\n    expose: [8000]\n'),
      {
        file: CONFIG,
        from: STATIC,
        to: `    docker_sd_configs:
      - host: unix:///var/run/docker.sock
        refresh_interval: 5s
        port: 8000
        filters:
          - name: label
            values: ["scrape=@HEX@"]
`,
      },
    ],
    surroundings: twoPorts,
    allowed: ['security/docker-socket', 'security/root-user'],
    expect: 'healthy',
  },
  {
    name: 'without-healthcheck',
    title: 'a service without a healthcheck',
    patches: [compose('    healthcheck:\n      test: [CMD, node', '    x-was:\n      test: [CMD, node')],
    expect: 'healthy',
  },
  {
    name: 'flapping-start',
    title: 'a service that ends once and stays up after its restart, restart: always',
    patches: [
      ofAgent('    restart: always\n'),
      compose(
        COMMAND,
        'command: [sh, -c, "[ -e /tmp/second ] || { touch /tmp/second; exit 1; }; exec node /agent/misbehave.mjs"]',
      ),
    ],
    expect: 'healthy',
  },
];
