// A stand-in for Grafana, for machines where its image cannot be pulled: Debian has no package of it. It reads the same
// provisioning directory and answers /api/health, the data-source API and /metrics; it draws nothing.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';

const provisioning = process.env.GF_PATHS_PROVISIONING ?? '/etc/grafana/provisioning';
const port = Number(process.env.GF_SERVER_HTTP_PORT ?? 3000);

/** The data sources of the provisioning files: flat keys of list items are all that is needed of YAML here. */
function dataSources() {
  const directory = `${provisioning}/datasources`;
  return readdirSync(directory)
    .filter((name) => /\.ya?ml$/.test(name))
    .flatMap((name) =>
      readFileSync(`${directory}/${name}`, 'utf8')
        .split(/^ *- (?=\w+:)/m)
        .slice(1),
    )
    .map((item) =>
      Object.fromEntries(
        [...item.matchAll(/^ *(\w+): *["']?([^"'#\n]*?)["']? *$/gm)].map(([, key, value]) => [key, value]),
      ),
    )
    .map((source, index) => ({ id: index + 1, uid: source.uid ?? `source-${index + 1}`, ...source }));
}

/** What Grafana's own health check of a Prometheus data source does: a query that needs no data. */
async function health({ url }) {
  try {
    const answer = await fetch(`${url}/api/v1/query?query=1%2B1`, { signal: AbortSignal.timeout(3000) });
    if (answer.ok) return [200, { status: 'OK', message: 'Successfully queried the Prometheus API.' }];
    return [400, { status: 'ERROR', message: `Prometheus answered ${answer.status}` }];
  } catch (error) {
    return [400, { status: 'ERROR', message: String(error.cause?.message ?? error.message) }];
  }
}

async function answer(path) {
  if (path === '/api/health') return [200, { database: 'ok', version: 'stand-in', commit: 'none' }];
  if (path === '/api/datasources') return [200, dataSources()];
  const [, uid, check] = /^\/api\/datasources\/uid\/([^/]+)(\/health)?$/.exec(path) ?? [];
  const source = dataSources().find((candidate) => candidate.uid === uid);
  if (!source) return [404, { message: 'not found; this is a stand-in for Grafana' }];
  return check ? health(source) : [200, source];
}

const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://stand-in').pathname;
  if (path === '/metrics') {
    response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    response.end(
      '# HELP grafana_stand_in_info This is a stand-in, not Grafana.\n# TYPE grafana_stand_in_info gauge\ngrafana_stand_in_info 1\n',
    );
    return;
  }
  answer(path).then(
    ([status, body]) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    },
    (error) => {
      response.writeHead(500, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ message: error.message }));
    },
  );
});
server.listen(port, '0.0.0.0', () => console.log(`a stand-in for Grafana listens on port ${port}`));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
