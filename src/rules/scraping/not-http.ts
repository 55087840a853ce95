import { exportersOf } from '../../knowledge/known-images.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { serverTitle } from '../image-facts.js';
import { knownOf } from '../known-service.js';
import { listeningPorts } from '../listening-ports.js';
import type { Problem, StackRule } from '../rule.js';
import { eachScraped, scrapedServices } from '../scraped-ports.js';
import { resolvedTargets } from '../target-problems.js';

/** Protocols that answer HTTP with an error of their own, or by closing the connection. */
const NOT_HTTP: Readonly<Record<string, string>> = {
  redis: 'the protocol of Redis',
  postgresql: 'the protocol of PostgreSQL',
  mysql: 'the protocol of MySQL',
  mongodb: 'the protocol of MongoDB',
  kafka: 'the protocol of Kafka',
  amqp: 'AMQP',
  memcached: 'the protocol of memcached',
  zookeeper: 'the protocol of ZooKeeper',
  smtp: 'SMTP',
  nats: 'the protocol of NATS',
  statsd: 'the protocol of StatsD',
  graphite: 'the protocol of Graphite',
  grpc: 'gRPC',
  tcp: 'a protocol of its own',
};
/** Not certain enough for an error: such a port may answer HTTP too. */
const UNSURE = new Set(['grpc', 'tcp']);
/** Ports that hardly anything but these servers has, with the name of their file in the knowledge. */
const USUAL: ReadonlyMap<number, readonly [name: string, title: string]> = new Map([
  [6379, ['redis', 'Redis']],
  [5432, ['postgres', 'PostgreSQL']],
  [3306, ['mysql', 'MySQL']],
  [27_017, ['mongo', 'MongoDB']],
  [5672, ['rabbitmq', 'AMQP']],
  [11_211, ['memcached', 'memcached']],
  [2181, ['zookeeper', 'ZooKeeper']],
]);

/** Targets whose port speaks another protocol than HTTP. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/not-http',
  severity: 'error',
  summary: 'a scrape target is a port that does not speak HTTP',
  why: 'Prometheus asks for metrics by HTTP. A database, cache or queue answers on its port in a protocol of its own, so the target can never be up; an exporter beside it translates.',
  remedy: 'run an exporter for the server, and scrape that',
  check: (stack) => [...known(stack), ...usual(stack)],
};

function known(stack: Stack): Problem[] {
  return eachScraped(stack, ({ job, target, port, service, image }, { protocol }) => {
    const speaks = protocol === undefined ? undefined : NOT_HTTP[protocol];
    if (speaks === undefined) return undefined;
    const certain = !UNSURE.has(protocol ?? '') && serverTitle(service) !== undefined;
    return {
      message: `target "${target.value}" of scrape job "${job.name.value}" is port ${String(port)} of ${image.title}, which speaks ${speaks}, not HTTP`,
      help: remedy(stack, image.name, image.title, service),
      related: [{ message: `the image of service "${service.name}"`, at: service.image?.at ?? service.at }],
      ...(certain ? {} : { severity: 'warning' as const }),
    };
  });
}

/** What to scrape in place of the server: the exporter that is there, or the one to add. */
function remedy(stack: Stack, name: string, title: string, service?: ComposeService): string {
  const metrics = service && listeningPorts(service).find((port) => port.metrics !== undefined);
  if (metrics) return `scrape "${service.name}:${String(metrics.port)}", where ${title} serves its metrics`;
  for (const one of stack.project.services) {
    const image = knownOf(one);
    const port = image?.metrics_of === name ? listeningPorts(one).find(({ metrics: path }) => path) : undefined;
    if (image && port)
      return `scrape "${one.name}:${String(port.port)}", the ${image.title} of the stack, in its place`;
  }
  const [exporter] = exportersOf(name);
  if (!exporter) return `run an exporter for ${title}, and scrape that`;
  const port = exporter.ports?.[0]?.port;
  return `add a service with the image ${exporter.repositories[0] ?? exporter.title}, and scrape its port${port === undefined ? '' : ` ${String(port)}`}`;
}

/** By the port alone, where the image tells nothing. */
function usual(stack: Stack): Problem[] {
  const judged = new Set(scrapedServices(stack).map(({ scraped }) => scraped));
  const candidates = resolvedTargets(stack).filter(({ port }) => USUAL.has(port));
  return candidates.flatMap(({ job, target, port, meaning, scraped }): Problem[] => {
    const server = USUAL.get(port);
    if (!server || (meaning.kind !== 'service' && meaning.kind !== 'outside') || judged.has(scraped)) return [];
    const [name, title] = server;
    return [
      {
        message: `target "${target.value}" of scrape job "${job.name.value}" has the usual port of ${title}, which does not speak HTTP`,
        at: target.at,
        help: remedy(stack, name, title),
        severity: 'warning',
        subject: { job: job.name.value, target: target.value },
      },
    ];
  });
}
