import { explainedServices } from '../failed-services.js';
import type { RuntimeRule } from '../rule.js';

/** Prometheus runs, but its API gives no answer. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/prometheus-unreachable',
  severity: 'error',
  stage: 'verify',
  summary: 'the HTTP API of Prometheus does not answer',
  why: 'What cannot be asked cannot be proved: without the API no target is known to be scraped.',
  remedy: 'publish its port, and check --web.listen-address, --web.external-url and --web.config.file',
  judge(run) {
    const { stack, observation } = run;
    const prometheus = stack.prometheus;
    const { ready, lastError } = observation.prometheus;
    if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
      return [];
    return [
      {
        message: `Prometheus in service "${prometheus.service.name}" does not answer: ${lastError}`,
        cause: 'prometheus-unreachable',
        at: prometheus.service.at,
        subject: { service: prometheus.service.name },
        evidence: observation.logs[prometheus.service.name] ?? [],
      },
    ];
  },
};
