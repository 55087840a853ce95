import { readFileSync } from 'node:fs';
import type { DocumentKind } from '../../src/model/document.js';
import { chance, pick, type Random } from './random.js';
import { follow, mutate, print, type Recipe, type Schema } from './tree.js';

/**
 * Discoveries that Debian's promtool is built without, those that came after 3.5, and those for which promtool asks the network
 * when no region is given.
 */
const WITHOUT = [
  'azuread',
  'ec2_sd',
  'lightsail_sd',
  'azure_sd',
  'consul_sd',
  'kuma_sd',
  'nomad_sd',
  'openstack_sd',
  'stackit_sd',
  'aws_sd',
  'oci_sd',
  'outscale_sd',
];

const RECIPE: Recipe = {
  root: JSON.parse(readFileSync('schemas/prometheus.schema.json', 'utf8')) as Schema,
  without: new Set(WITHOUT),
  scalars: {
    duration: {
      good: ['15s', '1m', '1h30m', '500ms', '2d', '1w', '5s', '0', '1y'],
      bad: ['15', '1.5m', '"15 s"', '30s1m', '-5s', '5x', '1m5', '""', '15S', '1d1w', '1h1h'],
    },
    size: {
      good: ['0', '10MB', '512KB', '1GiB', '1MB512KB', '100B', '1.5GB'],
      bad: ['10', '10mb', '1 MB', 'big', '10XB', '-'],
    },
    url: {
      good: ['http://host:9090/api', 'https://example.com', 'http://user:pw@host/', 'http://[::1]:80/x'],
      bad: ['"http://ho st/"', '"http://[::1"', '"http://h:port/"', '"http://h/%zz"', '":8080"', '"host:9090"'],
    },
    regex: {
      good: ['(.*)', 'a.*b', '"[a-z]+"', '(?i)x', '"(?P<n>a)"', '"\\\\d+"', '"a|b"', '"[[:alpha:]]+"'],
      bad: [
        '"("',
        '"[a"',
        '"a{1001}"',
        '"(?=a)"',
        '"\\\\1"',
        '"*a"',
        '"a**"',
        '"(?<!a)"',
        '"x{2,1}"',
        '"[z-a]"',
        '"\\\\C"',
      ],
    },
    'label-name': { good: ['instance', '__address__', 'a_b', '"${1}"', 'job'], bad: ['a-b', '1st', '""', '"a b"'] },
    target: {
      good: ['host:9090', 'a:1', '"[::1]:80"', 'host'],
      bad: ['http://host:80', 'host/path', '""', 'host:80/metrics'],
    },
    'job-name': { good: ['agent', 'node', 'api', 'yes', '12', '"a b"'], bad: ['""', '[]', '{}'] },
    'filename-glob': {
      good: ['"none/*.yml"', '"none/*.yaml"', '"none*.json"'],
      bad: ['"*/x.yml"', '"none/**/x.yml"', '"none/*.txt"'],
    },
    file: { good: ['/dev/null'], bad: ['/nonexistent/file'] },
    secret: { good: ['secret', '"x y"', '1'], bad: ['[]', '{}'] },
  },
  newest: 5,
  values: {
    relabel_configs: relabeling,
    metric_relabel_configs: relabeling,
    write_relabel_configs: relabeling,
    alert_relabel_configs: relabeling,
    static_configs: () => [{ pairs: [['targets', ['host:9090']]] }],
    tls_config: (random) => ({ pairs: pick(random, TLS) }),
    basic_auth: () => ({
      pairs: [
        ['username', 'admin'],
        ['password_file', '/dev/null'],
      ],
    }),
    authorization: () => ({ pairs: [['credentials_file', '/dev/null']] }),
    oauth2: () => ({
      pairs: [
        ['client_id', 'a'],
        ['client_secret', 'b'],
        ['token_url', 'http://host/'],
      ],
    }),
    sigv4: () => ({ pairs: [['region', 'eu-west-1']] }),
    no_proxy: () => '',
    proxy_connect_header: () => '',
    bearer_token: () => '',
    bearer_token_file: () => '',
    ignore_resource_attributes: () => '',
    metric_name_escaping_scheme: (random) => pick(random, ['underscores', 'dots', 'values']),
    scrape_timeout: () => '1ms',
    scrape_interval: (random) => pick(random, ['15s', '1m', '1h30m']),
    files: () => ['"none/*.yml"'],
    paths: () => ['/a'],
    translation_strategy: () => 'NoUTF8EscapingWithSuffixes',
    scrape_classic_histograms: () => '',
  },
};

const TLS: [string, string][][] = [
  [['insecure_skip_verify', 'true']],
  [
    ['cert_file', '/dev/null'],
    ['key_file', '/dev/null'],
  ],
  [
    ['ca_file', '/dev/null'],
    ['server_name', 'host'],
  ],
];

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  replace: ['target_label', 'source_labels', 'regex', 'replacement'],
  keep: ['source_labels', 'regex'],
  drop: ['source_labels', 'regex'],
  hashmod: ['source_labels', 'modulus', 'target_label'],
  labelmap: ['regex'],
  labeldrop: ['regex'],
  labelkeep: ['regex'],
  lowercase: ['source_labels', 'target_label'],
  uppercase: ['source_labels', 'target_label'],
  keepequal: ['source_labels', 'target_label'],
  dropequal: ['source_labels', 'target_label'],
};

/** Steps whose keys fit their action, most of the time. */
function relabeling(random: Random, badness: number): ReturnType<typeof follow> {
  const bad = (value: string, worse: string): string => (chance(random, badness * 2) ? worse : value);
  const action = pick(random, Object.keys(NEEDED));
  const keys: Readonly<Record<string, string | string[]>> = {
    source_labels: ['__address__', bad('job', '""')],
    target_label: bad(pick(random, ['instance', 'x', 'a-b', '"a b"']), '""'),
    regex: bad(pick(random, ['(.*)', 'a.*', '"[a-z]+:(\\\\d+)"']), pick(random, ['"("', '"a{1001}"', '"(?!x)"'])),
    modulus: bad('8', '0'),
    replacement: bad(pick(random, ['$1', 'x', '"${1}_x"']), '""'),
    separator: ',',
  };
  const names = Object.keys(keys).filter((name) =>
    (NEEDED[action] ?? []).includes(name) ? !chance(random, badness) : chance(random, badness / 2),
  );
  const pairs = names.map((name): [string, string | string[]] => [name, keys[name] ?? '']);
  const written = chance(random, 0.2) ? action.charAt(0).toUpperCase() + action.slice(1) : action;
  return [{ pairs: [['action', bad(written, 'rename')], ...pairs] }];
}

export const kind: DocumentKind = 'prometheus';

export const oracle = {
  program: 'PROMTOOL',
  argsForMany: (paths: readonly string[]): string[] => ['check', 'config', ...paths],
} as const;

/** A prometheus.yml: about half of them have a slip. */
export function generate(random: Random): string {
  const badness = chance(random, 0.45) ? 0 : 0.08;
  const tree = follow(RECIPE, RECIPE.root, random, badness);
  if (chance(random, 0.3)) mutate(tree, random);
  return print(tree, random).replace(/^\n/, '');
}
