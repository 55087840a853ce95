import type { Report } from '../model/report.js';
import { oneLine } from '../model/harmless.js';

/** More nodes than this make no picture that anybody can read. */
const MOST_NODES = 60;

/** A Mermaid flowchart: who waits for whom (dotted), whom Prometheus scrapes (solid, marked by health). */
export function topology({ services, targets }: Report, prometheus: string | undefined): string | undefined {
  if (services.length === 0 || services.length > MOST_NODES) return undefined;
  const ids = new Map(services.map(({ name }, index) => [name, `s${String(index)}`]));
  const lines = ['flowchart LR'];
  for (const service of services) {
    lines.push(`  ${ids.get(service.name) ?? ''}["${label(service.name)}"]:::${shade(service)}`);
  }
  for (const { name, depends_on } of services) {
    for (const other of depends_on)
      if (ids.has(other)) lines.push(`  ${ids.get(name) ?? ''} -.-> ${ids.get(other) ?? ''}`);
  }
  const from = prometheus === undefined ? undefined : ids.get(prometheus);
  let edges = 0;
  const links: string[] = [];
  for (const [index, { job, target, health, service }] of targets.entries()) {
    if (from === undefined || index >= MOST_NODES) break;
    const known = service === undefined ? undefined : ids.get(service);
    const to = known ?? `t${String(index)}["${label(target)}"]`;
    lines.push(`  ${from} ==>|"${label(`${job}: ${health}`)}"| ${to}`);
    links.push(health === 'up' ? '#1a7f37' : '#cf222e');
    edges++;
  }
  const dotted = lines.filter((line) => line.includes('-.->')).length;
  for (let edge = 0; edge < edges; edge++)
    lines.push(`  linkStyle ${String(dotted + edge)} stroke:${links[edge] ?? ''}`);
  lines.push(
    '  classDef good stroke:#1a7f37,stroke-width:2px',
    '  classDef bad stroke:#cf222e,stroke-width:2px',
    '  classDef idle stroke-dasharray:4',
  );
  return lines.join('\n');
}

function shade({ state, health }: Report['services'][number]): 'good' | 'bad' | 'idle' {
  if (health === 'healthy' || (health === 'none' && state === 'running')) return 'good';
  return state === 'not started' || (state === 'running' && health === 'starting') ? 'idle' : 'bad';
}

/** Mermaid's own escapes: a quote would end the label, a hash start an entity. */
function label(text: string): string {
  return oneLine(text)
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('`', '#96;')
    .slice(0, 60);
}
