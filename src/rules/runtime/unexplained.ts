import { isFine } from '../../model/target.js';
import type { RuntimeRule } from '../rule.js';

/** Something is not proved, and no other rule says why. Asked last, and only then. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/unexplained',
  severity: 'error',
  stage: 'verify',
  summary: 'the stack is not proved, and the evidence fits no known cause',
  why: 'A gate that fails without a word helps nobody, and one that passes without proof is none.',
  remedy: 'read the evidence, and please open an issue with report.json',
  judge({ stack, targets, observation }) {
    const unproved = targets.filter((target) => !isFine(target));
    if (unproved.length === 0 && observation.prometheus.ready) return [];
    return [
      {
        message: `${String(unproved.length)} of ${String(targets.length)} expected targets are not proved, and no known cause fits`,
        cause: 'unexplained',
        at: stack.prometheus?.service.at,
        evidence: [
          `Prometheus: ${observation.prometheus.ready ? 'ready' : (observation.prometheus.lastError ?? 'never asked')}`,
          ...observation.containers.map(
            ({ service, state, health }) => `service ${service}: ${state}, health ${health}`,
          ),
          ...unproved.map(
            ({ expected, health }) => `target ${expected.address ?? '*'} of job ${expected.job}: ${health}`,
          ),
        ],
      },
    ];
  },
};
