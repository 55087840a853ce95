import { configDifferences, configOrigin } from '../active-config.js';
import type { Problem, RuntimeRule } from '../rule.js';

const MOST_RELATED = 5;

/** Prometheus runs something else than the file that was judged. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/config-not-on-disk',
  severity: 'error',
  stage: 'verify',
  summary: 'the running Prometheus has another configuration than the file on disk',
  why: 'What is proved of the running Prometheus says nothing of the file that is to be deployed.',
  remedy:
    'mount the directory of the configuration in place of the single file, build the image again, and let nothing rewrite the file',
  judge(run) {
    const { prometheus } = run.stack;
    const file = prometheus?.config?.file.path ?? '';
    if (!prometheus) return [];
    const base = { at: configOrigin(run), subject: { service: prometheus.service.name } };
    const problems: Problem[] = [];
    const [first, ...others] = configDifferences(run);
    if (first)
      problems.push({
        ...base,
        message: `Prometheus runs another configuration than ${file}: ${first.says}${others.length > 0 ? ` (and ${String(others.length)} more)` : ''}`,
        cause: 'config-not-on-disk',
        related: [first, ...others].slice(0, MOST_RELATED).map(({ says, at }) => ({ message: says, at })),
      });
    if (run.observation.server?.runtime?.['reloadConfigSuccess'] === false)
      problems.push({
        ...base,
        message: `Prometheus could not load ${file} again and goes on with what it had`,
        cause: 'config-reload-failed',
        help: `see what "promtool check config" says of it in service "${prometheus.service.name}", and the log of Prometheus`,
      });
    return problems;
  },
};
