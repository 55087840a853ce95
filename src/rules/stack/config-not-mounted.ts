import type { StackRule } from '../rule.js';

/** A Prometheus whose configuration does not come from the project. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/config-not-mounted',
  severity: 'warning',
  summary: 'the configuration file of Prometheus is not mounted from the project',
  why: 'Prometheus then runs the default configuration of its image, or one that is baked into it; what it should scrape cannot be known, so nothing can be proved.',
  remedy: 'mount prometheus.yml at the path that --config.file names',
  check(stack) {
    const prometheus = stack.prometheus;
    if (!prometheus || prometheus.config) return [];
    // A file that is mounted but cannot be read or parsed has its own finding.
    if (stack.problems.some(({ severity }) => severity === 'error')) return [];
    return [
      {
        message: `no file of the project is mounted at "${prometheus.configPath.value}", the configuration of service "${prometheus.service.name}"`,
        at: prometheus.configPath.at,
        severity: prometheus.service.hasBuild ? ('warning' as const) : ('error' as const),
        subject: { service: prometheus.service.name },
      },
    ];
  },
};
