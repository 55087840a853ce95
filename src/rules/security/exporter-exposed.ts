import { exposureProblem } from '../exposure-problem.js';
import { baseImage } from '../image-facts.js';
import type { StackRule } from '../rule.js';
import { webAuthentication } from '../server-authentication.js';

/** Exporters that anybody can read, and Pushgateways that anybody can write. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/exporter-exposed',
  severity: 'warning',
  summary: 'an exporter or Pushgateway is published beyond this machine and asks for no password',
  why: 'An exporter tells versions, disks, processes, databases and their load to whoever asks; a Pushgateway takes metrics from anybody, and a prober sends requests into your network for anybody. Prometheus needs no published port: it reaches them on the network of the project.',
  remedy: 'remove the port, or publish it on 127.0.0.1',
  check: (stack) =>
    stack.project.services.flatMap((service) => {
      const known = baseImage(service);
      if (known?.role !== 'exporter' && known?.role !== 'pushgateway') return [];
      if (webAuthentication(stack, service) !== 'none') return [];
      const instead =
        service.networkMode === undefined
          ? 'remove the port: Prometheus reaches it on the network of the project'
          : 'on the address of a Docker bridge that Prometheus reaches';
      return exposureProblem(stack, service, { what: `${known.title} without authentication`, instead }) ?? [];
    }),
};
