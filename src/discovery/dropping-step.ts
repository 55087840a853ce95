import type { SourceRange } from '../model/source.js';
import type { PrometheusInstance } from '../model/stack.js';
import { child } from '../model/yaml-node.js';
import { isKept, relabel, relabelSteps, type RelabelStep } from './relabel.js';

/** The step that drops a target of a job with the labels that Prometheus itself discovered; undefined when none does. */
export type DroppingStep = (job: string, labels: Readonly<Record<string, string>>) => SourceRange | undefined;

/** Follows the relabelling of the jobs of a configuration. */
export function droppingSteps({ config }: Pick<PrometheusInstance, 'config'>): DroppingStep {
  const known = new Map<string, readonly RelabelStep[]>();
  return (job, labels) => {
    let steps = known.get(job);
    if (!steps) {
      const found = config?.jobs.find(({ name }) => name.value === job);
      known.set(job, (steps = relabelSteps(child(found?.node, 'relabel_configs'))));
    }
    try {
      const after = relabel(new Map(Object.entries(labels)), steps);
      return isKept(after) ? undefined : after.node.at;
    } catch {
      // A pattern that does not compile has its own finding.
      return undefined;
    }
  };
}
