import { child, text } from '../model/yaml-node.js';
import type { ComposeService, PortMapping, Stack } from '../model/stack.js';

/** A port of the machine that a service publishes. */
export interface PublishedPort {
  readonly service: ComposeService;
  readonly protocol: 'tcp' | 'udp';
  readonly mapping: PortMapping;
  readonly port: number;
}

/** The ports that a stack takes of its machine for sure; where Docker picks one, none is. */
export function publishedPorts({ project }: Stack): PublishedPort[] {
  return project.services.flatMap((service) => {
    // Without a network of its own nothing is published.
    if (service.networkMode && !['bridge', 'default'].includes(service.networkMode.value)) return [];
    const copies = child(service.node, 'deploy', 'replicas') ?? child(service.node, 'scale');
    if (text(copies) === '0') return [];
    return (['tcp', 'udp'] as const).flatMap((protocol) =>
      (protocol === 'tcp' ? service.ports : service.udpPorts).flatMap((mapping): PublishedPort[] => {
        const { hostPort } = mapping;
        return hostPort === undefined || hostPort === 0 ? [] : [{ service, protocol, mapping, port: hostPort }];
      }),
    );
  });
}
