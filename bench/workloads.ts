/** The stacks that the benchmarks judge, written into a directory each. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One stack on disk, and its files by the program that reads them. */
export interface Workload {
  readonly name: string;
  readonly directory: string;
  readonly prometheus: string;
  readonly rules?: string;
  readonly alertmanager?: string;
}

const ALERTMANAGER = 'route:\n  receiver: team\nreceivers:\n  - name: team\n';

/** The example of the repository as it is. */
export function example(root: string, into: string): Workload {
  const directory = join(into, 'example');
  cpSync(join(root, 'examples', 'voice-ai-agent'), directory, { recursive: true });
  return {
    name: 'example',
    directory,
    prometheus: join(directory, 'prometheus/prometheus.yml'),
    rules: join(directory, 'prometheus/rules/voice-ai-agent.yml'),
    alertmanager: join(directory, 'alertmanager/alertmanager.yml'),
  };
}

/** A stack with so many services, targets and rules. */
export function generated(
  into: string,
  name: string,
  { services, targets, rules }: { services: number; targets: number; rules: number },
): Workload {
  const directory = join(into, name);
  mkdirSync(directory, { recursive: true });
  const write = (file: string, text: string): string => {
    writeFileSync(join(directory, file), text);
    return join(directory, file);
  };
  write('compose.yml', compose(services));
  return {
    name,
    directory,
    prometheus: write('prometheus.yml', prometheus(services, targets)),
    rules: write('rules.yml', ruleFile(rules)),
    alertmanager: write('alertmanager.yml', ALERTMANAGER),
  };
}

function compose(services: number): string {
  const app = (index: number): string => `  app-${String(index)}:
    image: example/app:1.${String(index % 10)}
    command: ["serve", "--port=8000", "--name=app-${String(index)}"]
    environment:
      LOG_LEVEL: \${LOG_LEVEL:-info}
      REGION: north
    expose: ["8000"]
    networks: [metrics]
    healthcheck:
      test: ["CMD", "wget", "-q", "-O-", "http://127.0.0.1:8000/health"]
      interval: 10s
      timeout: 3s
      retries: 3
    restart: unless-stopped
${index === 0 ? '' : `    depends_on:\n      app-${String(Math.floor((index - 1) / 8))}:\n        condition: service_healthy\n`}`;
  return `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes:
      - ./prometheus.yml:/etc/prometheus/prometheus.yml:ro
      - ./rules.yml:/etc/prometheus/rules.yml:ro
    networks: [metrics]
  alertmanager:
    image: prom/alertmanager:v0.28.1
    volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
    networks: [metrics]
${Array.from({ length: services }, (_, index) => app(index)).join('')}networks:
  metrics:
`;
}

function prometheus(services: number, targets: number): string {
  const host = (index: number): string =>
    index < services ? `app-${String(index)}:8000` : `node-${String(index)}.example.com:9100`;
  const list = Array.from({ length: targets }, (_, index) => `          - ${host(index)}\n`).join('');
  return `global:
  scrape_interval: 15s
rule_files: [rules.yml]
alerting:
  alertmanagers:
    - static_configs:
        - targets: [alertmanager:9093]
scrape_configs:
  - job_name: app
    static_configs:
      - targets:
${list}    metric_relabel_configs:
      - source_labels: [__name__]
        regex: "go_(gc|memstats)_.*"
        action: drop
`;
}

function ruleFile(rules: number): string {
  const one = (index: number): string =>
    index % 2 === 0
      ? `      - record: job:requests:rate5m_${String(index)}
        expr: sum by (job, code) (rate(http_requests_total{code=~"5..", shard="${String(index)}"}[5m]))
`
      : `      - alert: ErrorRateHigh${String(index)}
        expr: |
          sum by (job) (rate(http_requests_total{code=~"5.."}[5m]))
            / sum by (job) (rate(http_requests_total[5m])) > 0.0${String(index)}
        for: 10m
        labels: { severity: page }
        annotations:
          summary: "{{ $labels.job }} fails {{ $value | humanizePercentage }} of its requests"
`;
  const groups = Array.from({ length: Math.ceil(rules / 100) }, (_, group) => {
    const count = Math.min(100, rules - group * 100);
    return `  - name: group-${String(group)}\n    rules:\n${Array.from({ length: count }, (__, index) => one(group * 100 + index)).join('')}`;
  });
  return `groups:\n${groups.join('')}`;
}
