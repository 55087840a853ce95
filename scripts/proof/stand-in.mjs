// Stands in for an application or an exporter: metrics at /metrics, JSON where health is asked for, nothing else.
// `metrics` has metrics everywhere else, `docker` passes questions on to the engine whose socket is mounted.
import { createServer as createHttpServer, request as requestHttp } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

const METRICS = '# HELP app_requests_total Requests.\n# TYPE app_requests_total counter\napp_requests_total 1\n';
const HEALTH = /^\/(?:-\/)?(?:actuator\/|api\/)?(?:health|healthz|healthy|livez|ready|readyz|status|ping)\/?$/;

function answer(speaks, { url }, response) {
  const [path] = url.split('?');
  if (speaks === 'docker') return askEngine(url, response);
  const json = speaks === 'json' || HEALTH.test(path);
  if (json) response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
  else if (path === '/metrics' || speaks === 'metrics')
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(METRICS);
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
}

/** Only asks: what is not GET changes something. */
function askEngine(path, response) {
  requestHttp({ socketPath: '/var/run/docker.sock', path }, (answered) => {
    response.writeHead(answered.statusCode, { 'content-type': 'application/json' });
    answered.pipe(response);
  })
    .on('error', (error) => response.writeHead(502).end(error.message))
    .end();
}

for (const { port, speaks } of JSON.parse(process.argv[1])) {
  if (speaks === 'closing') createTcpServer((socket) => socket.end()).listen(port);
  else if (speaks === 'silent') createTcpServer((socket) => socket.on('error', () => {})).listen(port);
  else createHttpServer((request, response) => answer(speaks, request, response)).listen(port);
}
process.on('SIGTERM', () => process.exit(0));
