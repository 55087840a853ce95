import { describe, expect, test } from '@jest/globals';
import { loadAllSchemas } from '../../src/schema/compiled-schemas.js';
import { hostAndPort, scrapeRequest, type ScrapeRequest } from '../../src/stages/probe-request.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

await loadAllSchemas();

/** The request of a job with these lines more; the directory of prometheus.yml is mounted, with a token and a certificate in it. */
function requestOf(lines: string, scrapeUrl?: string): ScrapeRequest | undefined {
  const stack = stackOf({
    'compose.yml': AGENT_STACK['compose.yml'].replace(
      './prometheus.yml:/etc/prometheus/prometheus.yml',
      './prometheus:/etc/prometheus',
    ),
    'prometheus/prometheus.yml': AGENT_STACK['prometheus.yml'].replace(
      '- job_name: agent\n',
      `- job_name: agent\n${lines}`,
    ),
    'prometheus/token': 'from-a-file\n',
    'prometheus/ca.pem': 'a certificate\n',
  });
  const job = stack.prometheus?.config?.jobs[0];
  if (!job) throw new Error('no job');
  const credential = (path: string): string | undefined =>
    path === '/stack/prometheus/token' ? 'from-a-file' : undefined;
  return scrapeRequest(stack, job, { address: 'agent:8000', scrapeUrl }, credential);
}

test('a plain job is asked as Prometheus asks', () => {
  expect(requestOf('')).toMatchObject({
    url: 'http://agent:8000/metrics',
    timeoutMs: 10_000,
    headers: {
      Accept: expect.stringMatching(/^application\/openmetrics-text;version=1\.0\.0;escaping=allow-utf-8;q=0\.5,/),
      'Accept-Encoding': 'gzip',
      'User-Agent': 'Prometheus/3.5.0',
      'X-Prometheus-Scrape-Timeout-Seconds': '10',
    },
  });
});

describe('the job decides', () => {
  test.each([
    [
      '    metrics_path: /m\n    params: {module: [http 2xx], b: [c]}\n',
      { url: 'http://agent:8000/m?module=http%202xx&b=c' },
    ],
    ['    scheme: https\n', { url: 'https://agent:8000/metrics' }],
    ['    scrape_timeout: 2s\n', { timeoutMs: 2000 }],
    ['    basic_auth: {username: me, password: pw}\n', { headers: { Authorization: `Basic ${btoa('me:pw')}` } }],
    ['    authorization: {credentials: abc}\n', { headers: { Authorization: 'Bearer abc' } }],
    [
      '    authorization: {type: Token, credentials_file: token}\n',
      { headers: { Authorization: 'Token from-a-file' } },
    ],
    ['    bearer_token_file: /etc/prometheus/token\n', { headers: { Authorization: 'Bearer from-a-file' } }],
    ['    http_headers: {X-Tenant: {values: [a, b]}}\n', { headers: { 'X-Tenant': 'a, b' } }],
    [
      '    tls_config: {ca_file: ca.pem, server_name: other, insecure_skip_verify: true}\n',
      { tls: { caFile: '/stack/prometheus/ca.pem', serverName: 'other', insecure: true } },
    ],
  ])('%s', (lines, expected) => {
    expect(requestOf(lines)).toMatchObject(expected);
  });

  test('compression can be off', () => {
    expect(requestOf('    enable_compression: false\n')?.headers).not.toHaveProperty('Accept-Encoding');
  });

  test('a URL that Prometheus tells wins', () => {
    expect(requestOf('', 'http://agent:9000/x?y=z')?.url).toBe('http://agent:9000/x?y=z');
  });
});

test.each([
  '    proxy_url: http://proxy:3128\n',
  '    oauth2: {client_id: a, client_secret: b, token_url: "http://idp/token"}\n',
  '    basic_auth: {username: me, password_file: /run/secrets/pw}\n',
  '    tls_config: {ca_file: /run/secrets/ca.pem}\n',
])('what only the container can do is not guessed: %s', (lines) => {
  expect(requestOf(lines)).toBeUndefined();
});

test.each([
  ['http://agent:8000/metrics', { host: 'agent', port: 8000 }],
  ['https://[fd00::2]/metrics', { host: 'fd00::2', port: 443 }],
  ['http://agent/', { host: 'agent', port: 80 }],
  ['agent:8000', undefined],
])('%s', (url, expected) => {
  expect(hostAndPort(url)).toEqual(expected);
});
