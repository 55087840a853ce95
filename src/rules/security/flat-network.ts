import type { ComposeService, Stack } from '../../model/stack.js';
import { openingsOf } from '../exposure.js';
import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';

/** Below this, a second network separates little. */
const FEWEST = 4;
const INNER = new Set(['database', 'cache', 'queue', 'prometheus', 'alertmanager', 'exporter', 'pushgateway', 'logs']);

/** Stacks whose public part is on one network with all the rest. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/flat-network',
  severity: 'notice',
  summary: 'databases and monitoring are on the one network of a service that is open to the outside',
  why: 'Who breaks into the service that everybody reaches can then ask the databases, stop Prometheus and silence the alerts, for most of them ask nobody for a password. Networks of their own cost two lines.',
  remedy: 'put the public service on a network of its own, and only what it talks to on both',
  check: (stack) => {
    const { services } = stack.project;
    const [network] = services[0]?.networks.keys() ?? [];
    if (services.length < FEWEST || network === undefined) return [];
    if (!services.every(({ networks }) => networks.size === 1 && networks.has(network))) return [];
    const inner = services.filter(isInner);
    const open = openServices(stack);
    const [first] = open;
    if (!first || inner.length < 2) return [];
    const names = inner.slice(0, 3).map(({ name }) => `"${name}"`);
    const more = inner.length > 3 ? ` and ${String(inner.length - 3)} more` : '';
    return [
      {
        message: `all ${String(services.length)} services are on network "${network}": from "${first.service.name}", which the outside reaches, ${names.join(', ')}${more} can be reached`,
        at: first.at,
        help: `put "${first.service.name}" and what it talks to on a network of their own`,
        subject: { service: first.service.name },
      },
    ];
  },
};

function isInner(service: ComposeService): boolean {
  return INNER.has(baseImage(service)?.role ?? '');
}

/** Services for everybody: published on all addresses, and not such as are closed by other findings. */
function openServices(stack: Stack): { service: ComposeService; at: ComposeService['at'] }[] {
  return stack.project.services.flatMap((service) => {
    if (isInner(service) || baseImage(service)?.role === 'grafana') return [];
    const opening = openingsOf(stack, service).find(({ reach }) => reach === 'everywhere');
    return opening ? [{ service, at: opening.at }] : [];
  });
}
