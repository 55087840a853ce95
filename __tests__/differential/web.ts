import { doubleLine, mutate, pick, some, write, type Tree } from './yaml-tree.js';

/** What the generated files are. */
export const kind = 'web';

/** The program whose verdict counts. */
export const oracle = { program: 'PROMTOOL', args: (path: string): string[] => ['check', 'web-config', path] } as const;

type Random = () => number;

// No one's password: only the form is that of a hash.
const hash = (begin: string, length = 53): string => `'${begin}${'d'.repeat(length)}'`;
const HASHES = [hash('$2y$10$'), hash('$2a$12$'), hash('$2b$04$'), hash('$2y$31$'), hash('$2$10$')];
const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
];

/** One realistic web configuration, spoilt in about six of ten cases. */
export function generate(random: Random): string {
  const tree: Tree = some(random, 0.7, {
    tls_server_config: some(random, 0.4, {
      min_version: pick(random, ['TLS10', 'TLS12', 'TLS13']),
      max_version: pick(random, ['TLS12', 'TLS13']),
      cipher_suites: [pick(random, CIPHERS), pick(random, CIPHERS)],
      curve_preferences: [pick(random, ['X25519', 'CurveP256', 'CurveP384'])],
      prefer_server_cipher_suites: pick(random, ['true', 'no']),
      cert_file: '""',
    }),
    http_server_config: some(random, 0.6, {
      http2: pick(random, ['true', 'false', 'on']),
      headers: some(random, 0.5, {
        'X-Frame-Options': pick(random, ['deny', 'sameorigin']),
        'X-Content-Type-Options': 'nosniff',
        'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
        'X-XSS-Protection': '1',
        'Content-Security-Policy': "default-src 'self'",
      }),
    }),
    basic_auth_users: some(random, 0.6, { admin: pick(random, HASHES), prometheus: pick(random, HASHES) }),
    rate_limit: some(random, 0.8, {
      interval: pick(random, ['1s', '100ms', '1.5h', '1000', '0']),
      burst: pick(random, ['1', '20']),
    }),
  });
  if (random() < 0.7) mutate(tree, random, BAD);
  if (random() < 0.25) mutate(tree, random, BAD);
  const text = write(tree, random).replace(/^\n/, '');
  return random() < 0.04 ? doubleLine(text, random) : text;
}

/** Values, by key, most of which are refused. */
const BAD: Readonly<Record<string, readonly Tree[]>> = {
  tls_server_config: [
    { cert_file: 'nowhere.pem', key_file: 'nowhere.key' },
    { cert_file: 'nowhere.pem' },
    { key_file: 'nowhere.key' },
    { client_ca_file: 'ca.pem' },
    { client_auth_type: 'RequireAnyClientCert' },
    { client_auth_type: 'NoClientCert' },
    { cert: 'abc', key: 'def' },
    { client_allowed_sans: ['a'] },
    {},
    'null',
    { key: '""' },
  ],
  min_version: ['TLS9', 'tls12', '771', '""', 'SSL30', 'null'],
  max_version: ['TLS14', '1.2', 'TLS10'],
  cipher_suites: [
    ['TLS_RSA_WITH_RC4_128_SHA'],
    ['AES'],
    [],
    ['null'],
    'TLS_AES_128_GCM_SHA256',
    ['TLS_RSA_WITH_AES_128_CBC_SHA'],
  ],
  curve_preferences: [['P256'], ['x25519'], [], 'X25519', ['X25519MLKEM768']],
  headers: [
    { 'X-Frame-Options': 'DENY' },
    { 'x-frame-options': 'deny' },
    { 'Cache-Control': 'no-store' },
    { 'X-Content-Type-Options': 'sniff' },
    { 'Referrer-Policy': 'origin' },
    {},
  ],
  http2: ['"true"', '1', 'y'],
  admin: [
    'dummy',
    '""',
    'null',
    hash('$2y$10$', 30),
    hash('$3y$10$'),
    hash('$2y$03$'),
    hash('$2y$32$'),
    hash('$2y$xx$'),
    hash('x2y$10$'),
    hash('$2y$10$', 52),
    hash('$2y$10$', 51),
    '["a"]',
    '5',
  ],
  interval: ['1d', 'abc', '5', '""', '-1s', '1s500ms', '"5"', 'null', '1.5'],
  burst: ['many', '"5"', '-1', '0', '1.5', 'null'],
};
