import type { SourceRange } from '../../model/source.js';
import { isEvidence, type TargetResult } from '../../model/target.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** A run that saw no target at all. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/no-evidence',
  severity: 'error',
  stage: 'verify',
  summary: 'no target was expected, so nothing was proved',
  why: 'A gate that passes on zero evidence is no gate.',
  remedy: 'mount a prometheus.yml with scrape jobs for the services',
  judge({ stack, targets, observation }) {
    if (!observation.prometheus.ready || targets.some((target) => isEvidence(target))) return [];
    const config = stack.prometheus?.config;
    return [
      {
        message:
          targets.length === 0
            ? 'the configuration of Prometheus names no target that could be verified'
            : targets.some(({ health }) => health === 'external')
              ? 'no target of the stack was seen: those that the configuration names are outside of it, or are dropped'
              : 'relabelling drops every target that the configuration names',
        cause: 'no-evidence',
        at: config?.root.at ?? stack.prometheus?.service.at,
        related: droppingSteps(targets),
      },
    ];
  },
};

/** Each step that drops something, once. */
function droppingSteps(targets: readonly TargetResult[]): NonNullable<Problem['related']> {
  const steps = new Map<string, SourceRange>();
  for (const { droppedBy } of targets)
    if (droppedBy) steps.set(`${droppedBy.file.path}:${String(droppedBy.start)}`, droppedBy);
  return [...steps.values()].map((at) => ({ message: 'this step drops targets', at }));
}
