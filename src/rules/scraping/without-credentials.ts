import { keyRange, child, entries, items, text } from '../../model/yaml-node.js';
import { serverTitle } from '../image-facts.js';
import { hasCredentials } from '../job-credentials.js';
import type { StackRule } from '../rule.js';
import { eachScraped } from '../scraped-ports.js';
import { askedPath } from '../served-path.js';
import { webConfigOf } from '../web-config.js';

/** Programs with the web configuration of Prometheus' exporters, by what their image is for. */
const TOOLKIT = new Set(['prometheus', 'alertmanager', 'pushgateway', 'exporter']);

/** Targets that ask for a password which the scrape job does not give. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/without-credentials',
  severity: 'error',
  summary: 'a scrape target asks for a password, and the scrape job gives none',
  why: 'With basic_auth_users in its web configuration a server answers every request without one of these users by 401, that of Prometheus too, also when Prometheus scrapes itself.',
  remedy: 'give the scrape job basic_auth with one of the users, and its password in password_file',
  check: (stack) =>
    eachScraped(stack, ({ job, target, service, image, scraped }) => {
      const document = TOOLKIT.has(image.role) && !hasCredentials(job) ? webConfigOf(stack, service) : undefined;
      const users = entries(child(document?.root, 'basic_auth_users')).map(([name]) => name);
      if (!document?.whole || users.length === 0) return undefined;
      const path = askedPath(scraped.metricsPath);
      const open = items(child(document.root, 'auth_excluded_paths')).some((one) => text(one) === path);
      if (open) return undefined;
      const where = keyRange(document.root, 'basic_auth_users');
      const certain = serverTitle(service) !== undefined && document.place.service === service.name;
      return {
        message: `target "${target.value}" of scrape job "${job.name.value}" asks for a password, which the job does not give: the answer is 401`,
        help: `write basic_auth with username: ${users[0] ?? ''} and password_file in scrape job "${job.name.value}"`,
        ...(where ? { related: [{ message: `the users of service "${service.name}"`, at: where }] } : {}),
        ...(certain ? {} : { severity: 'warning' as const }),
      };
    }),
};
