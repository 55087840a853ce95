// Stands in for the agent of the example and does one thing wrong, which the environment names. No dependency.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

const { FAULT = 'none', HOST = '0.0.0.0', PORT = '8000', LATE = '0', TLS_CERT, TLS_KEY } = process.env;
const flag = process.argv.find((word) => word.startsWith('--host='));
const own = () =>
  Object.values(networkInterfaces())
    .flat()
    .find(({ internal, family }) => !internal && family === 'IPv4').address;
const host = flag ? flag.slice('--host='.length) : HOST === 'own' ? own() : HOST;
const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
const METRICS = `# HELP voice_agent_turns_total Turns that the agent answered.
# TYPE voice_agent_turns_total counter
voice_agent_turns_total{outcome="answered"} 3
# HELP voice_agent_active_sessions Conversations that are open now.
# TYPE voice_agent_active_sessions gauge
voice_agent_active_sessions 1
`;

const send = (response, status, type, body, more = {}) => {
  response.writeHead(status, { ...(type ? { 'Content-Type': type } : {}), ...more });
  response.end(body);
};
const metrics = (response) => send(response, 200, TEXT, METRICS);
const wants = (header) => (request, response) =>
  request.headers.authorization === header
    ? metrics(response)
    : send(response, 401, 'text/plain', 'who are you?\n', { 'WWW-Authenticate': 'Basic realm="agent"' });
const onlyAt = (path) => (request, response) =>
  request.url === path ? metrics(response) : send(response, 404, 'text/html', '<html><body>Not here</body></html>');

const FAULTS = {
  none: (_, response) => metrics(response),
  json: (_, response) => send(response, 200, 'application/json', '{"status":"healthy"}'),
  html: (_, response) => send(response, 200, 'text/html; charset=utf-8', '<!doctype html><title>Agent</title>'),
  slow: (_, response) => setTimeout(() => metrics(response), 3000),
  password: wants(`Basic ${Buffer.from('prometheus:right').toString('base64')}`),
  forbidden: (_, response) => send(response, 403, 'text/plain', 'not from there\n'),
  'not-found': onlyAt('/nowhere-to-be-found'),
  elsewhere: onlyAt('/actuator/prometheus'),
  slash: onlyAt('/metrics/'),
  error: (_, response) => send(response, 500, 'text/plain', 'database is locked\nat Session.open\n'),
  unavailable: (_, response) => send(response, 503, 'text/plain', 'warming up\n'),
  login: (request, response) =>
    request.url === '/login'
      ? send(response, 200, 'text/html', '<!doctype html><title>Sign in</title>')
      : send(response, 302, undefined, '', { Location: '/login' }),
  loop: (_, response) => send(response, 302, undefined, '', { Location: '/metrics' }),
  malformed: (_, response) => send(response, 200, TEXT, `${METRICS}voice_agent_latency seconds 0.2\n`),
  duplicate: (_, response) => send(response, 200, TEXT, `${METRICS}a{b="1",b="2"} 1\n`),
  truncated(_, response) {
    response.writeHead(200, { 'Content-Type': TEXT, 'Content-Length': METRICS.length + 1000 });
    response.write(METRICS.slice(0, -3));
    setTimeout(() => response.destroy(), 50);
  },
  empty: (_, response) => send(response, 200, TEXT, ''),
  'no-type': (_, response) => send(response, 200, undefined, METRICS),
  many: (_, response) =>
    send(response, 200, TEXT, Array.from({ length: 500 }, (_, i) => `voice_agent_part{n="${i}"} 1\n`).join('')),
  labels: (_, response) => send(response, 200, TEXT, 'voice_agent_part{a="1",b="2",c="3",d="4"} 1\n'),
  large: (_, response) => send(response, 200, TEXT, `# HELP x ${'y'.repeat(200_000)}\n${METRICS}`),
  gzip: (_, response) => send(response, 200, TEXT, METRICS, { 'Content-Encoding': 'gzip' }),
  'dies-later': (_, response) => metrics(response),
  reset: (request) => request.socket.destroy(),
};

const ready = () => setTimeout(() => writeFileSync('/tmp/ready', ''), Number(LATE));
if (FAULT === 'dies-later') {
  setTimeout(() => {
    console.error('lost the connection to the model');
    process.exit(4);
  }, 4000);
}
if (FAULT === 'deaf') {
  setInterval(() => undefined, 1000);
  ready();
} else {
  const answer = FAULTS[FAULT];
  if (!answer) throw new Error(`unknown fault ${FAULT}`);
  const server = TLS_CERT
    ? createTlsServer({ cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, answer)
    : createServer(answer);
  server.listen({ port: Number(PORT), host, ipv6Only: host === '::' }, ready);
}
process.on('SIGTERM', () => process.exit(0));
