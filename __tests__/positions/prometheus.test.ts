import { expect, test } from '@jest/globals';
import type { DocumentKind } from '../../src/model/document.js';
import { placesInFile } from '../fakes/marked.js';

/** A job around some lines of its own. */
const job = (lines: string): string => `scrape_configs:\n  - job_name: agent\n${lines}`;

/** Every kind of fault of prometheus.yml, in every style of YAML; the fault stands between « and ». */
const FAULTS: readonly (readonly [what: string, code: string, marked: string])[] = [
  ['a misspelt key at the top', 'prometheus/unknown-key', '«globals»:\n  scrape_interval: 15s\n'],
  ['a misspelt key in a job', 'prometheus/unknown-key', job('    «scrape_intervall»: 15s\n')],
  ['a misspelt key in flow style', 'prometheus/unknown-key', 'scrape_configs: [{ job_name: a, «metric_path»: /x }]\n'],
  ['a misspelt key in quotes', 'prometheus/unknown-key', job('    «"scrape_intervall"»: 15s\n')],
  [
    'a key that came by an anchor',
    'prometheus/unknown-key',
    'global: &g\n  scrape_interval: 15s\nscrape_configs:\n  - job_name: a\n    tls_config: &tls\n      «insecure»: true\n',
  ],
  ['a key of another section', 'prometheus/unknown-key', 'global:\n  «rule_files»: []\n'],
  [
    'a key deep in a discovery',
    'prometheus/unknown-key',
    job('    dns_sd_configs:\n      - names: [a]\n        «names_»: x\n'),
  ],
  ['text in the place of a mapping', 'prometheus/invalid-value', 'global: «15s»\n'],
  ['a mapping in the place of a list', 'prometheus/invalid-value', 'scrape_configs:\n  «job_name: agent»\n'],
  ['a quoted boolean', 'prometheus/invalid-value', job('    honor_labels: «"true"»\n')],
  ['a list in the place of text', 'prometheus/invalid-value', job('    metrics_path: «[/metrics]»\n')],
  ['a missing name', 'prometheus/invalid-value', 'scrape_configs:\n  - «metrics_path: /x»\n'],
  ['a value out of its list', 'prometheus/invalid-value', job('    scheme: «htps»\n')],
  [
    'a value out of its list in flow style',
    'prometheus/invalid-value',
    'scrape_configs: [{job_name: a, scheme: «ftp»}]\n',
  ],
  ['a negative limit', 'prometheus/invalid-value', job('    sample_limit: «-1»\n')],
  ['an action that is none', 'prometheus/invalid-value', job('    relabel_configs:\n      - action: «rename»\n')],
  ['a pattern with a star in a directory', 'prometheus/invalid-value', 'rule_files:\n  - «"*/rules.yml"»\n'],
  [
    'a file of targets that is no YAML',
    'prometheus/invalid-value',
    job('    file_sd_configs:\n      - files: [«targets.txt»]\n'),
  ],
  ['a duration without unit', 'prometheus/invalid-duration', 'global:\n  scrape_interval: «15»\n'],
  ['a duration with a fraction', 'prometheus/invalid-duration', job('    scrape_timeout: «1.5s»\n')],
  ['a duration in quotes', 'prometheus/invalid-duration', job('    scrape_interval: «"15 s"»\n')],
  [
    'a duration with units in disorder',
    'prometheus/invalid-duration',
    'remote_write:\n  - url: http://a/\n    remote_timeout: «30s1m»\n',
  ],
  [
    'a duration behind an alias, where its anchor is',
    'prometheus/invalid-duration',
    'global:\n  scrape_interval: 1m\nscrape_configs:\n  - { job_name: a, scrape_interval: &i «1min» }\n',
  ],
  [
    'a duration behind a merge key, where it is written',
    'prometheus/invalid-duration',
    'scrape_configs:\n  - &base\n    job_name: a\n    sample_limit: 1\n  - <<: *base\n    job_name: b\n    scrape_interval: «5»\n',
  ],
  ['a duration in a block scalar', 'prometheus/invalid-duration', 'global:\n  scrape_interval: |-\n«    15\n»'],
  ['a size without unit', 'prometheus/invalid-size', 'global:\n  body_size_limit: «10»\n'],
  ['a size with a space', 'prometheus/invalid-size', job('    body_size_limit: «10 MB»\n')],
  ['a URL with a space', 'prometheus/invalid-url', 'remote_write:\n  - url: «http://a b/»\n'],
  ['a URL with a word for a port', 'prometheus/invalid-url', "remote_read:\n  - { url: «'http://a:port/'» }\n"],
  ['a URL with a broken escape', 'prometheus/invalid-url', job('    proxy_url: «"http://a/%zz"»\n')],
  [
    'a pattern with look-ahead',
    'prometheus/invalid-regex',
    job('    relabel_configs:\n      - { action: keep, regex: «"a(?!b)"» }\n'),
  ],
  [
    'a pattern that is not closed',
    'prometheus/invalid-regex',
    job("    metric_relabel_configs:\n      - action: drop\n        regex: «'(go_'»\n"),
  ],
  [
    'a pattern over lines',
    'prometheus/invalid-regex',
    job('    relabel_configs:\n      - action: keep\n        regex: >-\n«          (a\n          |b\n»'),
  ],
  [
    'a target with a scheme',
    'prometheus/invalid-target',
    job('    static_configs:\n      - targets: [a:1, «http://b:2»]\n'),
  ],
  [
    'a target with a path',
    'prometheus/invalid-target',
    job('    static_configs:\n      - targets:\n          - a:1\n          - «b:2/metrics»\n'),
  ],
  [
    'a target in quotes',
    'prometheus/invalid-target',
    job('    static_configs:\n      - targets: ["a:1", «"https://b"»]\n'),
  ],
  [
    'a target of an Alertmanager',
    'prometheus/invalid-target',
    'alerting:\n  alertmanagers:\n    - static_configs: [{ targets: [«http://alertmanager:9093»] }]\n',
  ],
  ['a job of the same name', 'prometheus/duplicate-job', 'scrape_configs:\n  - job_name: a\n  - job_name: «a»\n'],
  [
    'a job of the same name in flow style',
    'prometheus/duplicate-job',
    'scrape_configs: [{job_name: "a"}, {job_name: «a»}]\n',
  ],
  [
    'a timeout over the interval',
    'prometheus/timeout-over-interval',
    job('    scrape_interval: 5s\n    scrape_timeout: «10s»\n'),
  ],
  [
    'a global timeout over the interval',
    'prometheus/timeout-over-interval',
    'global: {scrape_interval: 5s, scrape_timeout: «6s»}\n',
  ],
  [
    'a storage of the same name',
    'prometheus/duplicate-remote',
    'remote_write:\n  - {url: http://a/, name: x}\n  - {url: http://b/, name: «x»}\n',
  ],
  [
    'two ways of authentication',
    'prometheus/conflicting-keys',
    job('    basic_auth: {username: a}\n    «bearer_token_file»: /dev/null\n'),
  ],
  ['a password twice', 'prometheus/conflicting-keys', job('    basic_auth: {password: a, «password_file»: b}\n')],
  ['half of a key pair', 'prometheus/incomplete-settings', job('    tls_config:\n      «key_file»: a.pem\n')],
  ['no_proxy alone', 'prometheus/incomplete-settings', job('    «no_proxy»: localhost\n')],
  ['a label that cannot be', 'prometheus/invalid-label-name', 'global:\n  external_labels:\n    «""»: x\n'],
  [
    'a source label that cannot be',
    'prometheus/invalid-label-name',
    job('    relabel_configs:\n      - {action: keep, source_labels: [a, «""»]}\n'),
  ],
  [
    'a step without its target',
    'prometheus/invalid-relabeling',
    job('    relabel_configs:\n      - «action»: hashmod\n        modulus: 2\n'),
  ],
  [
    'a step with a key too many',
    'prometheus/invalid-relabeling',
    job('    relabel_configs:\n      - {action: labeldrop, regex: a, «target_label»: b}\n'),
  ],
  [
    'a replacement for labelmap',
    'prometheus/invalid-relabeling',
    job('    relabel_configs:\n      - {action: labelmap, replacement: «""»}\n'),
  ],
  [
    'a header of Prometheus itself',
    'prometheus/reserved-header',
    'remote_write:\n  - url: http://a/\n    headers:\n      «User-Agent»: me\n',
  ],
  [
    'a discovery without port',
    'prometheus/invalid-discovery',
    job('    dns_sd_configs:\n      - «names: [a]\n        type: A»\n'),
  ],
  ['a discovery by a path', 'prometheus/invalid-discovery', job('    http_sd_configs:\n      - url: «sd/targets»\n')],
  [
    'a protocol twice',
    'prometheus/contradicting-values',
    job('    scrape_protocols: [PrometheusText0.0.4, «PrometheusText0.0.4»]\n'),
  ],
  ['basic as a type', 'prometheus/contradicting-values', job('    authorization: {type: «basic», credentials: x}\n')],
  [
    'a credentials file that is not there',
    'prometheus/file-missing',
    job('    authorization: {credentials_file: «/nowhere»}\n'),
  ],
  ['a rule file that is not there', 'prometheus/rule-file-missing', 'rule_files:\n  - «rules/*.yml»\n'],
  ['a tab for indentation', 'yaml/syntax', 'global:\n«\t»scrape_interval: 15s\n'],
  ['a key twice', 'yaml/syntax', 'global:\n  scrape_interval: 15s\n  «scrape_interval»: 30s\n'],
  ['an alias without anchor', 'yaml/syntax', 'global: «*nothing»\n'],
  ['a bracket that is not closed', 'yaml/syntax', 'rule_files: [a.yml\n«»'],
];

test.each(FAULTS)('%s', (_, code, marked) => {
  const { expected, found } = placesInFile('prometheus', code, marked);
  expect(found).toEqual([expected]);
});

const OTHERS: readonly (readonly [what: string, kind: DocumentKind, code: string, marked: string])[] = [
  ['a file of targets', 'target-groups', 'prometheus/unknown-key', '- targets: [a:1]\n  «label»: {x: y}\n'],
  ['a file of targets as JSON', 'target-groups', 'prometheus/invalid-value', '[\n  {"targets": «"a:1"»}\n]\n'],
  ['a file of jobs', 'scrape-configs', 'prometheus/unknown-key', '«global»: {}\nscrape_configs: []\n'],
  [
    'a file of jobs, deep',
    'scrape-configs',
    'prometheus/invalid-duration',
    'scrape_configs:\n  - job_name: a\n    scrape_interval: «1»\n',
  ],
];

test.each(OTHERS)('in %s', (_, kind, code, marked) => {
  const { expected, found } = placesInFile(kind, code, marked);
  expect(found).toEqual([expected]);
});

test('a key that the version does not have', () => {
  const marked = job('    «fallback_scrape_protocol»: PrometheusText0.0.4\n');
  const { expected, found } = placesInFile('prometheus', 'prometheus/not-in-version', marked, { major: 2, minor: 53 });
  expect(found).toEqual([expected]);
});
