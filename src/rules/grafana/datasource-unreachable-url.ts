import type { Stack } from '../../model/stack.js';
import { child, text } from '../../model/yaml-node.js';
import { endpointOf, publicPart, type Endpoint } from '../endpoint.js';
import { faultOf } from '../endpoint-faults.js';
import { reported } from '../endpoint-problems.js';
import { grafanasOf, isVariable, valueAt, type ProvisionedGrafana } from '../grafana-datasources.js';
import type { Problem, StackRule } from '../rule.js';

/** Data sources that Grafana cannot reach. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/datasource-unreachable-url',
  severity: 'error',
  summary: 'the url of a data source names no service of the project, or a port on which it does not listen',
  why: 'The server of Grafana asks its data sources from inside its container, where the names of services resolve and localhost is Grafana itself.',
  remedy: 'write the name of the service and the port it listens on inside its container',
  check: (stack) => grafanasOf(stack).flatMap((grafana) => problemsOf(stack, grafana)),
};

function problemsOf(stack: Stack, grafana: ProvisionedGrafana): Problem[] {
  return endpointsOf(stack, grafana).flatMap((endpoint) => {
    const fault = faultOf(stack, endpoint);
    if (!fault) return [];
    const severity = SEVERITIES[fault.kind];
    return [reported(endpoint, severity === undefined ? fault.problem : { ...fault.problem, severity })];
  });
}

/** What may work where this is run another way, or cannot be told. */
const SEVERITIES: Readonly<Record<string, Problem['severity']>> = {
  'profile-off': 'warning',
  'generated-name': 'warning',
  'gateway-missing': 'warning',
  'port-on-loopback': 'warning',
  'undeclared-port': 'notice',
};

function endpointsOf(stack: Stack, { service, sources }: ProvisionedGrafana): Endpoint[] {
  return sources.flatMap(({ node, name }) => {
    const url = text(child(node, 'url'));
    // With direct access it is the browser that asks, from wherever it is.
    if (url === undefined || isVariable(url) || text(child(node, 'access')) === 'direct') return [];
    const endpoint = endpointOf(stack, {
      asker: service,
      askerTitle: 'Grafana',
      label: `url "${publicPart(url)}" of data source "${name}"`,
      at: valueAt(node, 'url').at,
      subject: { service: service.name },
      address: url,
    });
    return endpoint ? [endpoint] : [];
  });
}
