import type { ComposeService } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';

/** How many containers each service has by `deploy.replicas` or `scale`, where that is not one. Pure. */
export function replicaCounts(services: readonly ComposeService[]): Map<string, number> {
  return new Map(
    services.flatMap(({ name, node }) => {
      const written = child(node, 'deploy', 'replicas') ?? child(node, 'scale');
      const count = Number(text(written) ?? 1);
      return Number.isInteger(count) && count >= 0 && count !== 1 ? [[name, count] as const] : [];
    }),
  );
}
