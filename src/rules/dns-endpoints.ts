import type { Stack } from '../model/stack.js';
import { child, items, text } from '../model/yaml-node.js';
import { endpointOf, type Endpoint } from './endpoint.js';

/** Names that Prometheus looks up as addresses of targets. Names of SRV records are no hosts. */
export function dnsEndpoints(stack: Stack): Endpoint[] {
  const { prometheus } = stack;
  if (!prometheus) return [];
  const asker = prometheus.service;
  return (prometheus.config?.jobs ?? []).flatMap((job) =>
    items(child(job.node, 'dns_sd_configs')).flatMap((discovery) => {
      const type = (text(child(discovery, 'type')) ?? 'SRV').toUpperCase();
      if (type !== 'A' && type !== 'AAAA') return [];
      const port = Number(text(child(discovery, 'port')));
      return items(child(discovery, 'names')).flatMap((node): Endpoint[] => {
        const name = text(node);
        const endpoint =
          name === undefined || name.includes('/')
            ? undefined
            : endpointOf(stack, {
                asker,
                askerTitle: 'Prometheus',
                label: `name "${name}" of dns_sd_configs in scrape job "${job.name.value}"`,
                at: node.at,
                subject: { job: job.name.value },
                address: name,
                wants: 'metrics',
              });
        // Relabelling may take another port.
        return endpoint ? [{ ...endpoint, port: job.relabels || !(port > 0) ? undefined : port, hostOnly: true }] : [];
      });
    }),
  );
}
