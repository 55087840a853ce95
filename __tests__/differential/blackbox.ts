import { doubleLine, mutate, pick, several, some, write, type Tree } from './yaml-tree.js';

/** What the generated files are. */
export const kind = 'blackbox';

/** The program whose verdict counts. */
export const oracle = {
  program: 'BLACKBOX_EXPORTER',
  args: (path: string): string[] => ['--config.check', `--config.file=${path}`],
} as const;

type Random = () => number;

const REGEXES = ["'^OK'", "'(?i)error|fail'", "'^[0-9]+$'", "'\\bready\\b'", "'(?P<name>x)'"];
const DURATIONS = ['5s', '1m30s', '500ms', '1.5s'];

/** One realistic configuration, spoilt in about six of ten cases. */
export function generate(random: Random): string {
  const makers = Object.entries(MODULES);
  const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(random, makers));
  const modules = chosen.map(([name, make], index): [string, Tree] => [`${name}_${String(index)}`, make(random)]);
  const tree: Tree = { modules: Object.fromEntries(modules) };
  if (random() < 0.7) mutate(tree, random, BAD);
  if (random() < 0.2) mutate(tree, random, BAD);
  const text = write(tree, random).replace(/^\n/, '');
  return random() < 0.04 ? doubleLine(text, random) : text;
}

function ip(random: Random): Record<string, Tree> {
  return some(random, 0.3, {
    preferred_ip_protocol: pick(random, ['ip4', 'ip6']),
    ip_protocol_fallback: pick(random, ['true', 'false', 'no', '"off"']),
  });
}

function tls(random: Random): Tree {
  return pick<Tree>(random, [
    { insecure_skip_verify: 'true' },
    { ca_file: '/ca.pem' },
    { cert_file: '/a.pem', key_file: '/a.key' },
    { server_name: 'a', min_version: 'TLS12' },
  ]);
}

function login(random: Random): Record<string, Tree> {
  return pick<Record<string, Tree>>(random, [
    {},
    {},
    { basic_auth: { username: 'me', password: 'dummy' } },
    { authorization: { credentials: 'dummy' } },
    { bearer_token_file: '/token' },
    { oauth2: { client_id: 'me', client_secret_file: '/secret', token_url: 'http://login' } },
  ]);
}

function conversation(random: Random): Tree {
  return several(random, 3, () =>
    some(random, 0.6, {
      expect: pick(random, REGEXES),
      send: "'hello ${1}'",
      starttls: pick(random, ['true', 'no']),
      labels: [{ name: 'state', value: "'${1}'" }],
    }),
  );
}

const MODULES: Readonly<Record<string, (random: Random) => Tree>> = {
  http: (r) => ({
    prober: 'http',
    ...some(r, 0.5, { timeout: pick(r, DURATIONS) }),
    http: {
      ...ip(r),
      ...login(r),
      ...some(r, 0.25, {
        valid_status_codes: pick<Tree>(r, [['200', '204'], [], ['301']]),
        valid_http_versions: ['HTTP/1.1', 'HTTP/2.0'],
        method: pick(r, ['GET', 'POST']),
        headers: { Host: 'a', 'Accept-Language': 'en' },
        fail_if_ssl: 'false',
        fail_if_not_ssl: 'true',
        tls_config: tls(r),
        fail_if_body_matches_regexp: [pick(r, REGEXES)],
        fail_if_body_not_matches_regexp: [pick(r, REGEXES), pick(r, REGEXES)],
        fail_if_header_matches: [{ header: 'Server', regexp: pick(r, REGEXES), allow_missing: 'true' }],
        fail_if_header_not_matches: [{ header: 'Via', regexp: pick(r, REGEXES) }],
        body: "'{}'",
        compression: pick(r, ['gzip', 'br']),
        body_size_limit: pick(r, ['10MB', '512KiB', '1.5GB', '0']),
        follow_redirects: 'false',
        proxy_url: 'http://proxy:3128',
        http_headers: { 'X-Team': { values: ['a'] } },
        enable_http2: 'false',
        fail_if_body_json_matches_cel: pick(r, ['\'body.state == "down"\'', "'body.count > 3'"]),
      }),
    },
  }),
  tcp: (r) => ({
    prober: 'tcp',
    ...some(r, 0.6, {
      tcp: {
        ...ip(r),
        ...some(r, 0.4, {
          query_response: conversation(r),
          tls: 'true',
          tls_config: tls(r),
          source_ip_address: '127.0.0.1',
        }),
      },
    }),
  }),
  dns: (r) => ({
    prober: 'dns',
    dns: {
      query_name: 'example.org',
      ...ip(r),
      ...some(r, 0.4, {
        query_type: pick(r, ['A', 'AAAA', 'MX', 'SOA', 'ANY']),
        query_class: pick(r, ['IN', 'CH']),
        transport_protocol: pick(r, ['udp', 'tcp']),
        valid_rcodes: ['NOERROR'],
        recursion_desired: 'false',
        dns_over_tls: 'true',
        validate_answer_rrs: some(r, 0.5, {
          fail_if_matches_regexp: ["'.*127.0.0.1'"],
          fail_if_not_matches_regexp: [pick(r, REGEXES)],
        }),
        validate_additional_rrs: { fail_if_all_match_regexp: ['a'] },
      }),
    },
  }),
  icmp: (r) => ({
    prober: 'icmp',
    ...some(r, 0.7, { icmp: { ...ip(r), ...some(r, 0.5, { ttl: '64', payload_size: '100', dont_fragment: 'true' }) } }),
  }),
  grpc: (r) => ({
    prober: 'grpc',
    timeout: pick(r, DURATIONS),
    grpc: {
      ...ip(r),
      ...some(r, 0.5, { service: 'a', tls: 'true', tls_config: tls(r), metadata: { 'x-team': ['a'] } }),
    },
  }),
};

const BAD_REGEXES: Tree[] = ["'['", "'(?=x)'", "'*'", "'(a'", "'a{1001}'", "'\\1'"];

/** Values, by key, most of which are refused. */
const BAD: Readonly<Record<string, readonly Tree[]>> = {
  timeout: ['5', '1d', '5 s', '""', 'abc', 's', '1h30', '0', '1_000ms'],
  valid_status_codes: [['2xx'], '200', ['"200"'], ['abc'], ['null'], ['200.5']],
  preferred_ip_protocol: [['ip4'], '4'],
  ip_protocol_fallback: ['maybe', '1', '"yes"', 'TRUE', '"true"', 'On'],
  fail_if_body_matches_regexp: [...BAD_REGEXES.map((one) => [one]), 'a', ['null']],
  fail_if_body_not_matches_regexp: BAD_REGEXES.map((one) => [one]),
  fail_if_header_matches: [
    [{ header: 'a' }],
    [{ regexp: 'a' }],
    [{ header: '""', regexp: 'a' }],
    [{ header: 'a', regexp: "'['" }],
    ['null'],
    {},
    [{}],
    [{ header: 'a', regexp: '""' }],
  ],
  body: ['null', '["a"]'],
  body_size_limit: ['10', '10m', '1 MB', 'abc', '-1', '1kB', '1MB5KB', '""', '10mb', '1K', '5B'],
  compression: [['gzip']],
  headers: [
    { 'Accept-Encoding': 'identity' },
    { 'accept-encoding': "'br;q=0, gzip;q=0'" },
    { 'Accept-Encoding': "'*'" },
    { a: ['b'] },
    'null',
    { 'Accept-Encoding': "'br, gzip;q=0.5'" },
  ],
  query_name: ['""', 'null'],
  query_type: ['FOO', 'a', '5', '""', 'TYPE65'],
  query_class: ['in', 'XX', 'INET'],
  ttl: ['300', '-1', '"5"', '255', '5.5'],
  metadata: [{ a: 'b' }, {}],
  send: ['["a"]'],
  expect: ["'['", "'(a'", 'null'],
  tls_config: [
    { cert_file: 'a' },
    { ca: 'a', ca_file: 'b' },
    { min_version: 'TLS9' },
    { min_version: '""' },
    { key_file: 'a' },
    { cert: 'a', cert_ref: 'b', key: 'c' },
  ],
  proxy_url: ['":x"', "'http://a b'", '""', "'http://a:b'"],
  follow_redirects: ['1', '"no"'],
  enable_http2: ['"false"', '0'],
  http_headers: [{ Authorization: { values: ['a'] } }, { a: 'b' }, { a: { value: 'b' } }, { a: 'null' }],
  basic_auth: [{ username: 'a', username_file: 'b' }, { password: 'a', password_file: 'b' }, { user: 'a' }, {}, 'null'],
  oauth2: [{ client_id: 'a' }, { token_url: 'b' }, {}, 'null'],
  authorization: [{ type: 'basic' }, { credentials: 'a', credentials_file: 'b' }, {}],
  bearer_token_file: ['""'],
  fail_if_body_json_matches_cel: ["'body.x =='", '""', "'(body.x'"],
  modules: [[], 'null', {}, { a: 'null' }, { a: 'b' }, { a: ['b'] }],
  query_response: [[{ expect: 'a', expect_bytes: 'b' }], {}, ['null'], [{ labels: {} }]],
  method: [['GET']],
  validate_answer_rrs: [{ fail: ['a'] }, { fail_if_matches_regexp: 'a' }],
  valid_rcodes: ['NOERROR', [['a']]],
};
