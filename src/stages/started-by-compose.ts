import type { ComposeProject, ComposeService } from '../model/stack.js';
import type { MappingNode } from '../model/yaml-node.js';
import { child, entries, items, text } from '../model/yaml-node.js';

/** Keys whose work at the start of a container only Compose does. */
const KEYS = ['post_start', 'provider', 'models', 'use_api_socket'];
/** Their contents Compose copies into the container before it starts it, unless they are files, which are mounted. */
const INJECTED = ['configs', 'secrets'] as const;
const SHARED = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

/** Services that an engine alone would start without what belongs to their start, and those that share something with one of them. */
export function startedByCompose({ root }: ComposeProject, services: readonly ComposeService[]): Set<string> {
  const injected = INJECTED.filter((key) => hasContents(root, key));
  const found = new Set(
    services.filter(({ node }) => [...KEYS, ...injected].some((key) => child(node, key))).map(({ name }) => name),
  );
  // A container that shares a namespace can only be created when the other one is there.
  for (const name of found) for (const service of services) if (sharesWith(service, name)) found.add(service.name);
  return found;
}

function hasContents(root: MappingNode, key: string): boolean {
  const defined = child(root, key);
  if (defined?.kind !== 'mapping') return false;
  return entries(defined).some(([, { value }]) => child(value, 'content') ?? child(value, 'environment'));
}

function sharesWith({ node }: ComposeService, name: string): boolean {
  return (
    SHARED.some((key) => text(child(node, key)) === `service:${name}`) ||
    items(child(node, 'volumes_from')).some((item) => text(item)?.split(':')[0] === name)
  );
}
