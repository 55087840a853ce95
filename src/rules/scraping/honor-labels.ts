import { child, text } from '../../model/yaml-node.js';
import type { ScrapeJob } from '../../model/stack.js';
import { insertLine } from '../metrics-path-edits.js';
import type { Problem, StackRule } from '../rule.js';
import { scrapedServices } from '../scraped-ports.js';

/** A Pushgateway whose labels are overwritten. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/honor-labels',
  severity: 'notice',
  summary: 'a Pushgateway is scraped without honor_labels',
  why: 'What is pushed has the labels job and instance of the one who pushed it. Without honor_labels those of the scrape take their place, and the pushed ones are renamed to exported_job and exported_instance.',
  remedy: 'write honor_labels: true in the scrape job of the Pushgateway',
  check(stack) {
    const said = new Set<ScrapeJob>();
    return scrapedServices(stack).flatMap(({ job, image, service, listens }): Problem[] => {
      if (image.role !== 'pushgateway' || listens?.metrics === undefined || said.has(job)) return [];
      said.add(job);
      const written = child(job.node, 'honor_labels');
      if (text(written) === 'true') return [];
      return [
        {
          message: `scrape job "${job.name.value}" asks a Pushgateway, service "${service.name}", without honor_labels: the pushed labels job and instance are renamed`,
          at: written?.at ?? job.name.at,
          subject: { job: job.name.value, service: service.name },
          fix: written ? undefined : insertLine(job, 'honor_labels: true', 'suggested'),
        },
      ];
    });
  },
};
