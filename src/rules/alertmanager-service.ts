import type { ComposeService, Stack } from '../model/stack.js';
import { baseImage } from './image-facts.js';
import { listeningPorts } from './listening-ports.js';

const DEFAULT_PORT = 9093;

/** The Alertmanager of the stack that Prometheus shares a network with, when there is one only. */
export function alertmanagerService({
  project,
  prometheus,
}: Stack): { service: ComposeService; port: number } | undefined {
  const networks = prometheus?.service.networks;
  const servers = project.services.filter(
    (one) =>
      baseImage(one)?.role === 'alertmanager' &&
      !one.networkMode &&
      [...one.networks.keys()].some((network) => networks?.has(network)),
  );
  const [service] = servers;
  if (!service || servers.length > 1) return undefined;
  return { service, port: listeningPorts(service).find(({ metrics }) => metrics !== undefined)?.port ?? DEFAULT_PORT };
}
