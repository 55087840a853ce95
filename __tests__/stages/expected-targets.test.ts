import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ExpectedTarget } from '../../src/model/target.js';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { expectedTargets } from '../../src/stages/expected-targets.js';
import { stackOf } from '../fakes/load.js';

beforeAll(loadGoRegex);

const COMPOSE = `services:
  prometheus:
    image: prom/prometheus:v3.5.0
    volumes: ["./prometheus:/etc/prometheus:ro"]
  agent:
    image: example/agent:1
    scale: 3
    labels: {metrics: "yes"}
  blackbox: {image: example/blackbox:1}
  migrate: {image: example/migrate:1, command: [alembic, upgrade, head], labels: {metrics: "yes"}}
`;

const expected = (jobs: string, files: Readonly<Record<string, string>> = {}, compose = COMPOSE): ExpectedTarget[] =>
  expectedTargets(
    stackOf({ 'compose.yml': compose, 'prometheus/prometheus.yml': `scrape_configs:\n${jobs}`, ...files }),
  );
const line = ({ file, start }: ExpectedTarget['at']): string => `${file.path}:${String(file.position(start).line)}`;
/** `JOB ADDRESS` or `JOB ?`, then what is known of it. */
const told = (targets: readonly ExpectedTarget[]): string[] =>
  targets.map(({ job, address, service, external, droppedBy, atLeast, at }) =>
    [
      `${job} ${address ?? '?'} ${line(at)}`,
      ...(service === undefined ? [] : [`service ${service}`]),
      ...(external ? ['external'] : []),
      ...(atLeast === undefined ? [] : [`${String(atLeast)} at least`]),
      ...(droppedBy ? [`dropped by ${line(droppedBy)}`] : []),
    ].join(', '),
  );

describe('listed targets', () => {
  test('are those of files too, with their own lines, and the service that is scraped after relabelling', () => {
    const jobs = `  - job_name: probe
    static_configs:
      - targets: [https://example.org]
    relabel_configs:
      - {source_labels: [__address__], target_label: __param_target}
      - {target_label: __address__, replacement: blackbox:9115}
  - job_name: files
    file_sd_configs: [{files: [targets/*.yml]}]
`;
    const files = { 'prometheus/targets/a.yml': '- targets: [agent:8000]\n' };
    expect(told(expected(jobs, files))).toEqual([
      'probe https://example.org prometheus/prometheus.yml:4, service blackbox',
      'files agent:8000 prometheus/targets/a.yml:1, service agent',
    ]);
  });

  test('that relabelling drops know the step', () => {
    const jobs = `  - job_name: a
    static_configs: [{targets: [agent:8000], labels: {env: test}}]
    relabel_configs:
      - {target_label: team, replacement: x}
      - {source_labels: [env], regex: test, action: drop}
`;
    expect(told(expected(jobs))).toEqual([
      'a agent:8000 prometheus/prometheus.yml:3, dropped by prometheus/prometheus.yml:6',
    ]);
  });

  test('outside of the stack say so; the machine is outside unless a service publishes the port there', () => {
    const compose = COMPOSE.replace('scale: 3', 'ports: ["8000:8000"]').replace(
      '["./prometheus:/etc/prometheus:ro"]',
      '["./prometheus:/etc/prometheus:ro"]\n    extra_hosts: ["host.docker.internal:host-gateway"]',
    );
    const jobs = `  - job_name: a
    static_configs:
      - targets: ["node.example.org:9100", "10.1.2.3:9100", "host.docker.internal:9100", "host.docker.internal:8000", "localhost:9090"]
`;
    expect(told(expected(jobs, {}, compose)).map((one) => one.replace(' prometheus/prometheus.yml:4', ''))).toEqual([
      'a node.example.org:9100, external',
      'a 10.1.2.3:9100, external',
      'a host.docker.internal:9100, external',
      'a host.docker.internal:8000, service agent',
      'a localhost:9090, service prometheus',
    ]);
  });
});

describe('names of DNS', () => {
  const dns = (entry: string, relabel = ''): string[] =>
    told(expected(`  - job_name: d\n    dns_sd_configs:\n      - ${entry}\n${relabel}`)).map((one) =>
      one.replaceAll('prometheus/prometheus.yml:', ''),
    );

  test('promise every replica where addresses are asked for', () => {
    expect(dns('{names: [agent], type: A, port: 8000}')).toEqual(['d ? 4, service agent, 3 at least']);
  });

  test('promise one where Docker may have no such record', () => {
    expect(dns('{names: [agent], type: AAAA, port: 8000}')).toEqual(['d ? 4, service agent']);
    expect(dns('{names: [_metrics._tcp.example.org, tasks.agent]}')).toEqual(['d ? 4', 'd ? 4, service agent']);
  });

  test('of the world are outside', () => {
    expect(dns('{names: [nodes.example.org], type: A, port: 9100}')).toEqual(['d ? 4, external']);
  });

  test('are dropped where the step looks at what is known', () => {
    const drop = (label: string): string =>
      `    relabel_configs:\n      - {source_labels: [${label}], regex: agent, action: drop}\n`;
    expect(dns('{names: [agent], type: A, port: 8000}', drop('__meta_dns_name'))).toEqual([
      'd ? 4, service agent, 3 at least, dropped by 6',
    ]);
    expect(dns('{names: [agent], type: A, port: 8000}', drop('__address__'))).toHaveLength(1);
    expect(dns('{names: [agent], type: A, port: 8000}', drop('__address__'))[0]).not.toContain('dropped');
  });
});

describe("containers that Docker's discovery finds", () => {
  const docker = (rest: string): string[] =>
    told(expected(`  - job_name: d\n    docker_sd_configs:\n      - host: unix:///var/run/docker.sock\n${rest}`)).map(
      (one) => one.replaceAll('prometheus/prometheus.yml:', ''),
    );

  test('are those that filters and relabelling certainly keep, without what does its work and ends', () => {
    const keep = `    relabel_configs:
      - {source_labels: [__meta_docker_container_label_metrics], regex: "yes", action: keep}
`;
    expect(docker(keep)).toEqual(['d ? 4, service agent, 3 at least']);
    expect(docker('        filters: [{name: label, values: [metrics=yes]}]\n')).toEqual([
      'd ? 4, service agent, 3 at least',
    ]);
  });

  test('are at least one where that depends on what the files do not tell', () => {
    const keep = `    relabel_configs:
      - {source_labels: [__meta_docker_port_private], regex: "8000", action: keep}
`;
    expect(docker(keep)).toEqual(['d ? 3']);
    expect(docker('        filters: [{name: network, values: [app]}]\n')).toEqual(['d ? 3']);
  });
});

test('other discoveries, and files that are not here, give at least one', () => {
  const jobs = `  - job_name: h
    http_sd_configs: [{url: http://agent:8000/targets, refresh_interval: 10s}]
  - job_name: f
    file_sd_configs: [{files: [made/*.json]}]
`;
  const targets = expected(jobs);
  expect(told(targets)).toEqual(['h ? prometheus/prometheus.yml:3', 'f ? prometheus/prometheus.yml:5']);
  expect(targets.map(({ timing }) => timing?.refreshMs)).toEqual([10_000, 0]);
});
