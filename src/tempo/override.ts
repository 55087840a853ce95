import type { ComposeService } from '../model/stack.js';
import { mountFor } from '../model/mounted-path.js';
import type { HealthTempo } from './health-tempo.js';

/** A file of this machine over a path of a service's container. */
export interface OverMount {
  readonly service: ComposeService;
  readonly source: string;
  readonly target: string;
}

const CONFIG = 'scrapegate-prometheus';

/** The compose file that is read after the user's: tightened healthchecks, and another prometheus.yml at the same path. JSON is YAML. */
export function renderOverride(health: ReadonlyMap<string, HealthTempo>, over: OverMount | undefined): string {
  const services = new Map<string, Record<string, unknown>>();
  for (const [name, healthcheck] of health) services.set(name, { healthcheck });
  if (!over) return `${JSON.stringify({ services: Object.fromEntries(services) }, undefined, 2)}\n`;
  const { service } = over;
  // Compose fills variables in here too.
  const [source, target] = [over.source, over.target].map((path) => path.replaceAll('$', '$$$$'));
  const isConfig = mountFor(service.mounts, over.target)?.mount.origin === 'configs';
  // Compose merges volumes by their target, and configs likewise; one of each at the same target is refused.
  const shown = isConfig
    ? { configs: [{ source: CONFIG, target }] }
    : { volumes: [{ type: 'bind', source, target, read_only: true, bind: { create_host_path: false, selinux: 'z' } }] };
  services.set(service.name, { ...services.get(service.name), ...shown });
  const top = isConfig ? { configs: { [CONFIG]: { file: source } } } : {};
  return `${JSON.stringify({ services: Object.fromEntries(services), ...top }, undefined, 2)}\n`;
}
