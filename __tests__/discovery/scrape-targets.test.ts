import { beforeAll, expect, test } from '@jest/globals';
import { scrapeTargets } from '../../src/discovery/scrape-targets.js';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { stackOf } from '../fakes/load.js';

beforeAll(loadGoRegex);

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus:/etc/prometheus:ro"]
`;

/** Each target as `JOB WRITTEN -> URL FILE:LINE`. */
function targetsOf(config: string, files: Readonly<Record<string, string>> = {}): string[] {
  const stack = stackOf({ 'compose.yml': COMPOSE, 'prometheus/prometheus.yml': config, ...files });
  return scrapeTargets(stack).map(({ job, written, address, scheme, metricsPath, droppedBy }) => {
    const { value, at } = written;
    const line = String(at.file.position(at.start).line);
    const url = droppedBy ? 'dropped' : `${scheme}://${address}${metricsPath}`;
    return `${job.name.value} ${value} -> ${url} ${at.file.path}:${line}`;
  });
}

test('a listed target is scraped as it is written', () => {
  expect(targetsOf('scrape_configs:\n  - job_name: a\n    static_configs:\n      - targets: ["x:1", y:2]\n')).toEqual([
    'a x:1 -> http://x:1/metrics prometheus/prometheus.yml:4',
    'a y:2 -> http://y:2/metrics prometheus/prometheus.yml:4',
  ]);
});

test('what a probe is told is no address, and the exporter is', () => {
  const config = `scrape_configs:
  - job_name: probe
    metrics_path: /probe
    static_configs:
      - targets: [https://example.org/a]
    relabel_configs:
      - {source_labels: [__address__], target_label: __param_target}
      - {target_label: __address__, replacement: blackbox:9115}
`;
  expect(targetsOf(config)).toEqual([
    'probe https://example.org/a -> http://blackbox:9115/probe prometheus/prometheus.yml:5',
  ]);
});

test('labels of a group say where and how, and relabelling drops', () => {
  const config = `scrape_configs:
  - job_name: a
    static_configs:
      - targets: [x:1]
        labels: {__scheme__: https, __metrics_path__: /m}
      - targets: [y:2]
        labels: {env: dev}
    relabel_configs:
      - {source_labels: [env], regex: dev, action: drop}
`;
  expect(targetsOf(config)).toEqual([
    'a x:1 -> https://x:1/m prometheus/prometheus.yml:4',
    'a y:2 -> dropped prometheus/prometheus.yml:6',
  ]);
});

test('files of targets belong to the job that names them, YAML and JSON', () => {
  const config = `scrape_configs:
  - job_name: a
    file_sd_configs: [{files: ["sd/a*.yml"]}]
  - job_name: b
    file_sd_configs: [{files: [/etc/prometheus/sd/b.json]}]
`;
  const files = {
    'prometheus/sd/a1.yml': '- targets:\n    - x:1\n',
    'prometheus/sd/b.json': '[{"targets": ["y:2"], "labels": {"__metrics_path__": "/b"}}]',
  };
  expect(targetsOf(config, files)).toEqual([
    'a x:1 -> http://x:1/metrics prometheus/sd/a1.yml:2',
    'b y:2 -> http://y:2/b prometheus/sd/b.json:1',
  ]);
});

test('a job with a broken pattern has no target that is known', () => {
  const config =
    'scrape_configs:\n  - job_name: a\n    static_configs: [{targets: [x:1]}]\n    relabel_configs: [{source_labels: [a], regex: "(", action: keep}]\n';
  expect(targetsOf(config)).toEqual([]);
});
