import { declaredPorts, meaningOfHost, splitAddress, type HostMeaning } from '../../model/address.js';
import { nearest } from '../../model/nearest.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child, text } from '../../model/yaml-node.js';
import { grafanasOf, isVariable, valueAt, type ProvisionedSource } from '../grafana-datasources.js';
import type { Problem, StackRule } from '../rule.js';

const OWN_PORT = 3000;

/** Data sources that Grafana cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/datasource-unreachable-url',
  severity: 'error',
  summary: 'the url of a data source names no service of the project, or a port on which it does not listen',
  why: 'The server of Grafana asks its data sources from inside its container, where the names of services resolve and localhost is Grafana itself.',
  remedy: 'write the name of the service and the port it listens on inside its container',
  check: (stack) =>
    grafanasOf(stack).flatMap(({ service, sources }) =>
      sources.flatMap((source) => {
        const problem = problemOf(stack, service, source);
        return problem ? [{ ...problem, at: valueAt(source.node, 'url').at, subject: { service: service.name } }] : [];
      }),
    ),
};

function problemOf(stack: Stack, grafana: ComposeService, { node, name }: ProvisionedSource): Problem | undefined {
  const url = text(child(node, 'url'));
  // With direct access it is the browser that asks, from wherever it is.
  if (url === undefined || isVariable(url) || text(child(node, 'access')) === 'direct') return undefined;
  const [, scheme = 'http', authority = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/@]*@)?([^/?#]*)/i.exec(url) ?? [];
  const address = splitAddress(authority);
  if (!address) return undefined;
  const port = address.port ?? portOf(scheme.toLowerCase());
  const meaning = meaningOfHost(stack, grafana, address.host);
  const found = judge(stack, meaning, address.host, port);
  return found && { ...found, message: `url "${url}" of data source "${name}" ${found.message}` };
}

/** The port of a scheme; a database has its own. */
function portOf(scheme: string): number | undefined {
  return { http: 80, https: 443 }[scheme];
}

function judge(stack: Stack, meaning: HostMeaning, host: string, port: number | undefined): Problem | undefined {
  if (meaning.kind === 'unknown') return unknownHost(stack, host, port);
  if (meaning.kind === 'localhost') return localhost(stack, port);
  if (meaning.kind === 'inactive')
    return {
      message: `names service "${host}", whose profile is off`,
      help: `turn on a profile of "${host}", or take the data source away`,
      related: [{ message: 'the service is defined here', at: meaning.service.at }],
      severity: 'warning',
    };
  if (meaning.kind !== 'service') return undefined;
  if (!meaning.shared)
    return {
      message: `names service "${meaning.service.name}", which is on no network with Grafana`,
      help: 'put both services on one network',
      related: [{ message: 'the service is defined here', at: meaning.service.at }],
    };
  return port === undefined ? undefined : wrongPort(stack, meaning.service, host, port);
}

function unknownHost(stack: Stack, host: string, port: number | undefined): Problem {
  const names = stack.project.services.map(({ name }) => name);
  const similar = nearest(host, names);
  if (similar === undefined) return { message: `names no service; services are ${names.slice(0, 8).join(', ')}` };
  return {
    message: `names no service; did you mean "${similar}"?`,
    help: `write "${similar}${port === undefined ? '' : `:${String(port)}`}"`,
  };
}

function localhost(stack: Stack, port: number | undefined): Problem | undefined {
  if (port === OWN_PORT || port === undefined) return undefined;
  const offering = stack.project.services.filter(
    (service) =>
      declaredPorts(service).has(port) ||
      service.ports.some(({ hostPort }) => hostPort === port) ||
      (service === stack.prometheus?.service && stack.prometheus.port === port),
  );
  const [only] = offering.length === 1 ? offering : [];
  const inside = only?.ports.find(({ hostPort }) => hostPort === port)?.containerPort ?? port;
  return {
    message: `is the container of Grafana itself, where nothing listens on port ${String(port)}`,
    ...(only ? { help: `write "${only.name}:${String(inside)}"` } : {}),
  };
}

function wrongPort(stack: Stack, service: ComposeService, host: string, port: number): Problem | undefined {
  const isPrometheus = service === stack.prometheus?.service;
  if (isPrometheus ? stack.prometheus.port === port : declaredPorts(service).has(port)) return undefined;
  const published = service.ports.find(({ hostPort }) => hostPort === port);
  const right = isPrometheus ? stack.prometheus.port : published?.containerPort;
  if (right !== undefined)
    return {
      message: published
        ? `uses port ${String(port)}, which service "${service.name}" publishes on the host; inside the network it is ${String(right)}`
        : `uses port ${String(port)}; service "${service.name}" listens on ${String(right)}`,
      help: `write "${host}:${String(right)}"`,
      related: published
        ? [{ message: 'published here', at: published.at }]
        : [{ message: 'the service is defined here', at: service.at }],
    };
  const declared = [...declaredPorts(service)];
  if (declared.length === 0) return undefined;
  return {
    message: `uses port ${String(port)}; service "${service.name}" declares ${declared.join(', ')}`,
    help: `write one of the declared ports, or add ${String(port)} to \`expose\` of the service`,
    related: [{ message: 'the service is defined here', at: service.at }],
    severity: 'notice',
  };
}
