import { CAUSES } from '../../model/cause.js';
import type { PrometheusObservation } from '../../model/observation.js';
import type { SourceRange } from '../../model/source.js';
import type { PrometheusInstance } from '../../model/stack.js';
import { explainedServices } from '../failed-services.js';
import type { Problem, RuntimeRule } from '../rule.js';

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
    const { ready, lastError, refusal } = observation.prometheus;
    if (!prometheus || ready || lastError === undefined || explainedServices(run).has(prometheus.service.name))
      return [];
    return [
      {
        ...told(prometheus, lastError, refusal),
        at: at(prometheus, refusal),
        subject: { service: prometheus.service.name },
        evidence: observation.logs[prometheus.service.name] ?? [],
      },
    ];
  },
};

type Refusal = PrometheusObservation['refusal'];

/** What is to be said of a Prometheus that answers, and not to us. */
function told(
  { service }: PrometheusInstance,
  lastError: string,
  refusal: Refusal,
): Pick<Problem, 'message' | 'cause' | 'help'> {
  const name = `Prometheus in service "${service.name}"`;
  if (refusal === undefined)
    return { message: `${name} does not answer: ${lastError}`, cause: 'prometheus-unreachable' };
  const cause = refusal === 'credentials' ? 'prometheus-behind-authentication' : refusal;
  const help = CAUSES[cause].remedy;
  if (refusal === 'credentials') return { message: `${name} wants credentials: ${lastError}`, cause, help };
  return { message: `${name} was not reached: ${lastError}`, cause, help };
}

/** The flag that names the file which asks for credentials, or the service. */
function at({ service }: PrometheusInstance, refusal: Refusal): SourceRange {
  const flag = service.command.find(({ value }) => value.startsWith('--web.config.file'));
  return refusal === 'credentials' && flag ? flag.at : service.at;
}
