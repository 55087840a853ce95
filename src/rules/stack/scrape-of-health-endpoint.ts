import type { StackRule } from '../rule.js';

const HEALTH_PATH =
  /^\/(?:-\/|api\/|actuator\/|v\d+\/)*(?:health|healthz|healthcheck|health-check|livez|readyz|live|ready|alive|ping|status|healthy)\/?(?:\?.*)?$/i;

/** Jobs that scrape a health endpoint. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/scrape-of-health-endpoint',
  severity: 'warning',
  summary: 'a scrape job reads a health endpoint, which does not serve metrics',
  why: 'A health endpoint answers JSON or a word such as "ok". Prometheus reads only the exposition format, so every scrape of it fails and the target is always down.',
  remedy:
    'remove the job and watch the endpoint with a healthcheck in the compose file, or probe it with the blackbox exporter; `up` of the metrics job already tells whether the service answers',
  check: (stack) =>
    (stack.prometheus?.config?.jobs ?? [])
      .filter((job) => HEALTH_PATH.test(job.metricsPath.value))
      .map((job) => {
        const targets = job.staticTargets.map(({ value }) => value);
        const metrics = stack.prometheus?.config?.jobs.find(
          (other) => other !== job && other.staticTargets.some(({ value }) => targets.includes(value)),
        );
        return {
          message: `scrape job "${job.name.value}" reads the health endpoint "${job.metricsPath.value}"${targets[0] ? ` of ${targets[0]}` : ''}, which serves no metrics: the target will always be down`,
          at: job.name.at,
          subject: { job: job.name.value, ...(targets[0] ? { target: targets[0] } : {}) },
          related: [
            { message: 'this path answers with the state of the service', at: job.metricsPath.at },
            ...(metrics
              ? [{ message: `job "${metrics.name.value}" already scrapes its metrics`, at: metrics.name.at }]
              : []),
          ],
        };
      }),
};
