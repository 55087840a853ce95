import { isWithin } from '../../model/mounted-path.js';
import type { StackRule } from '../rule.js';
import { exportersOf } from '../../knowledge/known-images.js';
import { eachScraped } from '../scraped-ports.js';

/** Targets that are programs without any metrics. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/no-metrics',
  severity: 'warning',
  summary: 'a scrape target is a program that serves no metrics for Prometheus',
  why: 'Not every program that speaks HTTP has metrics. Web servers and consoles answer with a page or "not found", and the target is down.',
  remedy: 'remove the target, or scrape an exporter for the program',
  check: (stack) =>
    eachScraped(stack, ({ job, target, service, image, scraped }, { protocol, metrics }) => {
      if (image.no_metrics !== true || metrics !== undefined || protocol?.startsWith('http') === false)
        return undefined;
      // Plugins of search engines bring metrics at /_prometheus/metrics.
      if (scraped.metricsPath.includes('prometheus')) return undefined;
      // A web server with a configuration of its own may pass the path on to a program that has metrics.
      const directories = image.config ? [image.config.path.replace(/\/[^/]*$/, '')] : [];
      if (service.mounts.some(({ target: own }) => directories.some((one) => isWithin(own, one)))) return undefined;
      const exporter = exportersOf(image.name)[0];
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" is ${image.title}, which serves no metrics for Prometheus`,
        help: exporter
          ? `scrape ${exporter.repositories[0] ?? exporter.title} beside it, which gives its metrics on port ${String(exporter.ports?.[0]?.port ?? '')}`
          : 'remove the target; whether the service answers is for a healthcheck or the blackbox exporter to tell',
        related: [{ message: `the image of service "${service.name}"`, at: service.image?.at ?? service.at }],
      };
    }),
};
