import { flag } from '../model/service-flags.js';
import type { Located } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { endpointOf, type Endpoint } from './endpoint.js';
import { sortedProblems } from './endpoint-problems.js';
import type { FaultKind } from './endpoint-faults.js';
import { knownOf } from './known-service.js';
import type { Problem } from './rule.js';

const sorted = sortedProblems(upstreamEndpoints);

/** The problems of some kinds of what exporters ask. The exporter itself runs, so that none is more than a warning. */
export function upstreamProblems(stack: Stack, ...kinds: readonly FaultKind[]): Problem[] {
  return kinds
    .flatMap((kind) => sorted(stack, kind))
    .map((problem) => ({
      ...problem,
      severity: problem.severity === 'notice' ? 'notice' : 'warning',
    }));
}

function* upstreamEndpoints(stack: Stack): Iterable<Endpoint> {
  for (const service of stack.project.services) {
    const image = knownOf(service);
    if (!image?.upstream || service.entrypoint.length > 0) continue;
    const { flag: flags = [], env = [], default: usual } = image.upstream;
    const named = [
      ...flags.map((name) => [`--${name}`, flag(service, name)] as const),
      ...env.map((name) => [name, service.environment.get(name)] as const),
    ];
    const written = named.find(([, value]) => value !== undefined && value.value !== '');
    const endpoint = written?.[1]
      ? ofValue(stack, service, written[0], written[1], usual)
      : usual === undefined || isToldElsewhere(stack, service)
        ? undefined
        : ofDefault(stack, service, usual);
    if (endpoint) yield endpoint;
  }
}

function ofValue(
  stack: Stack,
  service: ComposeService,
  name: string,
  { value, at }: Located<string>,
  usual: string | undefined,
): Endpoint | undefined {
  const address = addressIn(value);
  const endpoint = address === undefined ? undefined : ask(stack, service, address, at, portIn(usual));
  if (!endpoint) return undefined;
  // The value has user and password in it, so only the address is shown.
  const shown = endpoint.written?.authority ?? endpoint.host;
  return { ...endpoint, label: `${name} of service "${service.name}" ("${shown}")` };
}

function ofDefault(stack: Stack, service: ComposeService, usual: string): Endpoint | undefined {
  const endpoint = ask(stack, service, usual, service.at, undefined);
  const shown = endpoint?.written?.authority ?? '';
  return (
    endpoint && {
      ...endpoint,
      written: undefined,
      label: `the address "${shown}", which service "${service.name}" asks for want of another,`,
    }
  );
}

function ask(
  stack: Stack,
  asker: ComposeService,
  address: string,
  at: Endpoint['at'],
  defaultPort?: number,
): Endpoint | undefined {
  const askerTitle = knownOf(asker)?.title ?? asker.name;
  return endpointOf(stack, {
    asker,
    askerTitle,
    label: '',
    at,
    subject: { service: asker.name },
    address,
    defaultPort,
    wants: 'any',
  });
}

/** Host and port of a URL, of Go's MySQL `user:password@tcp(HOST:PORT)/`, or of PostgreSQL's `host=HOST port=PORT`. */
function addressIn(value: string): string | undefined {
  const inBrackets = /@(?:tcp)?\(([^()]+)\)/.exec(value)?.[1];
  if (inBrackets !== undefined) return inBrackets;
  const host = /(?:^|\s)host=(\S+)/.exec(value)?.[1];
  if (host === undefined) return value;
  const port = /(?:^|\s)port=(\d+)/.exec(value)?.[1] ?? '5432';
  return host.startsWith('/') ? undefined : `${host}:${port}`;
}

function portIn(address: string | undefined): number | undefined {
  const port = /:(\d+)(?:\/|$)/.exec(address ?? '')?.[1];
  return port === undefined ? undefined : Number(port);
}

/** A file may name whom to ask, and some exporters are told so by each scrape. */
function isToldElsewhere(stack: Stack, { command, mounts }: ComposeService): boolean {
  if (mounts.length > 0 || command.some(({ value }) => /config|file/i.test(value))) return true;
  return (stack.prometheus?.config?.jobs ?? []).some(({ metricsPath }) =>
    /^\/(?:scrape|probe)/.test(metricsPath.value),
  );
}
