import { replacePath } from '../metrics-path-edits.js';
import type { StackRule } from '../rule.js';

/** Paths of metrics that do not start with a slash. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/path-without-slash',
  severity: 'notice',
  summary: 'a metrics_path that does not start with a slash',
  why: 'Prometheus puts the slash there itself when it asks, so the scrape works; relabelling, other collectors and people that read __metrics_path__ see a path without it.',
  remedy: 'start metrics_path with a slash',
  check: (stack) =>
    (stack.prometheus?.config?.jobs ?? []).flatMap((job) => {
      const { value, at } = job.metricsPath;
      // A URL in its place is another mistake.
      if (value === '' || value.startsWith('/') || /:\/\//.test(value)) return [];
      return [
        {
          message: `metrics_path "${value}" of scrape job "${job.name.value}" does not start with a slash, expected "/${value}"`,
          at,
          help: `write "/${value}"`,
          subject: { job: job.name.value },
          fix: replacePath(job, `/${value}`, 'safe'),
        },
      ];
    }),
};
