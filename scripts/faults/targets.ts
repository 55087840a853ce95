import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault } from './fault.js';
import { COMPOSE, CONFIG, agent, job, targets } from './patches.js';

const TARGET = 'targets: [voice-ai-agent:8000]';
const JOB = 'job_name: voice-ai-agent';

const down = (cause: Cause, file: Expected['file'], line: string): Expected => ({
  code: 'runtime/target-down',
  cause,
  file,
  line,
});
const TLS = '      TLS_CERT: /agent/cert.pem\n      TLS_KEY: /agent/key.pem\n';
const HTTPS = 'scheme: https\n    tls_config:\n      ca_file: /etc/prometheus/ca.pem';

/** Everything that keeps a target down while its container runs. */
export const TARGET_FAULTS: readonly Fault[] = [
  {
    name: 'unknown-name',
    title: 'a target under a name that nobody has',
    patches: [targets('agent.example.invalid:8000')],
    expect: down('name-does-not-resolve', CONFIG, 'agent.example.invalid'),
  },
  {
    name: 'no-shared-network',
    title: 'Prometheus and the service are on different networks',
    patches: [
      {
        file: COMPOSE,
        from: 'networks: [monitoring]\n\nnetworks:\n',
        to: 'networks: [app]\n\nnetworks:\n  app:\n',
      },
    ],
    suppress: ['stack/*'],
    expect: down('no-shared-network', COMPOSE, 'networks: [app]'),
  },
  {
    name: 'nothing-listens',
    title: 'the process listens on no port at all',
    patches: [agent('deaf')],
    expect: down('nothing-listens', COMPOSE, '  voice-ai-agent:'),
  },
  {
    name: 'another-port',
    title: 'the process listens on another port than the target',
    patches: [targets('voice-ai-agent:8080')],
    suppress: ['stack/*'],
    expect: down('listens-on-another-port', CONFIG, 'voice-ai-agent:8080'),
  },
  {
    name: 'loopback-by-variable',
    title: 'an environment variable binds the server to 127.0.0.1',
    patches: [agent('none', '      HOST: 127.0.0.1\n')],
    expect: down('listens-on-loopback', COMPOSE, 'HOST: 127.0.0.1'),
  },
  {
    name: 'loopback-by-flag',
    title: 'a flag of the command binds the server to localhost',
    patches: [{ file: COMPOSE, from: '/agent/misbehave.mjs]', to: '/agent/misbehave.mjs, --host=localhost]' }],
    expect: down('listens-on-loopback', COMPOSE, '--host=localhost'),
  },
  {
    name: 'only-ipv6',
    title: 'the server listens on IPv6 only, the network has IPv4 only',
    patches: [agent('none', '      HOST: "::"\n')],
    expect: down('listens-on-other-address', COMPOSE, 'HOST: "::"'),
  },
  {
    name: 'slow',
    title: 'an answer takes 3 s, scrape_timeout is 1 s',
    patches: [agent('slow')],
    expect: down('timeout', CONFIG, 'scrape_timeout: 1s'),
  },
  {
    name: 'slow-with-own-timeout',
    title: 'the same with a scrape_timeout of the job',
    patches: [agent('slow'), job('scrape_timeout: 500ms')],
    expect: down('timeout', CONFIG, 'scrape_timeout: 500ms'),
  },
  {
    name: 'credentials-missing',
    title: 'the endpoint wants a password, the job has none',
    patches: [agent('password')],
    expect: down('unauthorized', CONFIG, JOB),
  },
  {
    name: 'credentials-wrong',
    title: 'the job has a wrong password',
    patches: [agent('password'), job('basic_auth:\n      username: prometheus\n      password: not-the-right-one')],
    expect: down('unauthorized', CONFIG, 'basic_auth:'),
  },
  {
    name: 'forbidden',
    title: 'the endpoint answers 403 to everybody',
    patches: [agent('forbidden')],
    expect: down('forbidden', CONFIG, JOB),
  },
  {
    name: 'not-found',
    title: 'nothing at /metrics',
    patches: [agent('not-found')],
    expect: down('not-found', CONFIG, JOB),
  },
  {
    name: 'metrics-elsewhere',
    title: 'the metrics are at /actuator/prometheus',
    patches: [agent('elsewhere')],
    expect: down('not-found', CONFIG, JOB),
  },
  {
    name: 'slash-missing',
    title: 'the metrics are at /metrics/, the job says /metrics',
    patches: [agent('slash'), job('metrics_path: /metrics')],
    expect: down('not-found', CONFIG, 'metrics_path: /metrics'),
  },
  {
    name: 'server-error',
    title: 'the endpoint answers 500',
    patches: [agent('error')],
    expect: down('server-error', CONFIG, TARGET),
  },
  {
    name: 'unavailable',
    title: 'the endpoint answers 503',
    patches: [agent('unavailable')],
    expect: down('server-error', CONFIG, TARGET),
  },
  {
    name: 'login-page',
    title: 'the endpoint redirects to a login page',
    patches: [agent('login')],
    expect: down('redirected', CONFIG, JOB),
  },
  {
    name: 'redirect-loop',
    title: 'the endpoint redirects to itself',
    patches: [agent('loop')],
    expect: down('redirected', CONFIG, JOB),
  },
  {
    name: 'tls-server',
    title: 'the server speaks TLS, the job plain HTTP',
    patches: [agent('none', TLS)],
    certificate: 'valid',
    expect: down('server-wants-tls', CONFIG, JOB),
  },
  {
    name: 'plain-server',
    title: 'the server speaks plain HTTP, the job TLS',
    patches: [job('scheme: https')],
    expect: down('server-speaks-plain-http', CONFIG, 'scheme: https'),
  },
  {
    name: 'unknown-authority',
    title: 'the certificate is of an unknown authority',
    patches: [agent('none', TLS), job('scheme: https')],
    certificate: 'valid',
    expect: down('certificate-authority', CONFIG, 'scheme: https'),
  },
  {
    name: 'certificate-name',
    title: 'the certificate is for another name',
    patches: [agent('none', TLS), job(HTTPS)],
    certificate: 'of-another-name',
    expect: down('certificate-name', CONFIG, 'tls_config:'),
  },
  {
    name: 'certificate-expired',
    title: 'the certificate has expired',
    patches: [agent('none', TLS), job(HTTPS)],
    certificate: 'expired',
    expect: down('certificate-expired', CONFIG, TARGET),
  },
  {
    name: 'json',
    title: 'the endpoint answers JSON',
    patches: [agent('json'), job('metrics_path: /health')],
    suppress: ['stack/*'],
    expect: down('not-exposition-json', CONFIG, 'metrics_path: /health'),
  },
  {
    name: 'html',
    title: 'the endpoint answers a web page',
    patches: [agent('html')],
    expect: down('not-exposition', CONFIG, JOB),
  },
  {
    name: 'no-content-type',
    title: 'the answer has no content type',
    patches: [agent('no-type')],
    expect: { 2: 'healthy', 3: down('content-type-missing', CONFIG, JOB) },
  },
  {
    name: 'malformed',
    title: 'a line of the metrics cannot be parsed',
    patches: [agent('malformed')],
    expect: { ...down('malformed-exposition', CONFIG, TARGET), says: 'at line 7, column 21 of /metrics' },
  },
  {
    name: 'truncated',
    title: 'the answer ends before its announced length',
    patches: [agent('truncated')],
    expect: down('truncated-body', CONFIG, TARGET),
  },
  {
    name: 'not-gzip',
    title: 'the answer says gzip and is not',
    patches: [agent('gzip')],
    expect: down('bad-encoding', CONFIG, TARGET),
  },
  {
    name: 'reset',
    title: 'the server closes the connection without an answer',
    patches: [agent('reset')],
    expect: down('connection-closed', CONFIG, TARGET),
  },
  {
    name: 'empty',
    title: 'the answer is empty',
    patches: [agent('empty')],
    expect: { code: 'runtime/target-empty', cause: 'empty-body', file: CONFIG, line: TARGET },
  },
  {
    name: 'sample-limit',
    title: 'more samples than sample_limit',
    patches: [agent('many'), job('sample_limit: 100')],
    expect: down('limit-exceeded', CONFIG, 'sample_limit: 100'),
  },
  {
    name: 'label-limit',
    title: 'more labels than label_limit',
    patches: [agent('labels'), job('label_limit: 4')],
    expect: down('limit-exceeded', CONFIG, 'label_limit: 4'),
  },
  {
    name: 'body-size-limit',
    title: 'a larger body than body_size_limit',
    patches: [agent('large'), job('body_size_limit: 10KB')],
    expect: down('limit-exceeded', CONFIG, 'body_size_limit: 10KB'),
  },
  {
    name: 'target-limit',
    title: 'more targets than target_limit',
    patches: [
      { file: CONFIG, from: TARGET, to: 'targets: [voice-ai-agent:8000, prometheus:9090]' },
      job('target_limit: 1'),
    ],
    expect: down('limit-exceeded', CONFIG, 'target_limit: 1'),
  },
];
