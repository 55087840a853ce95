import { child, keyRange } from '../../model/yaml-node.js';
import type { Stack } from '../../model/stack.js';
import { serverTitle } from '../image-facts.js';
import { replaceWithin } from '../edits.js';
import { hasOneTarget, insertLine } from '../metrics-path-edits.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';
import { eachScraped, mayBeTold, type ScrapedService } from '../scraped-ports.js';
import { webConfigOf } from '../web-config.js';
import type { ListeningPort } from '../listening-ports.js';

/** Words and variables that may make a program speak TLS. */
const TLS = /tls|ssl|https|cert|web.?config|protocol/i;
/** Programs that speak TLS by their flags or their web configuration alone, by what their image is for. */
const BY_FLAGS = new Set(['prometheus', 'alertmanager', 'pushgateway', 'exporter']);

/** Targets that are asked by HTTPS and speak HTTP, and the other way round. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/scheme',
  severity: 'error',
  summary: 'a scrape job asks by HTTPS what speaks plain HTTP, or the other way round',
  why: 'A server without TLS answers a TLS handshake in plain text, and one with TLS answers a plain request by 400: the target is down either way.',
  remedy: 'write the scheme that the target speaks',
  check: (stack) => eachScraped(stack, (one, port) => asksTooMuch(stack, one, port) ?? asksTooLittle(stack, one, port)),
};

type Judged = Omit<Problem, 'subject'> | undefined;

function asksTooMuch(stack: Stack, one: ScrapedService, { protocol }: ListeningPort): Judged {
  const { job, target, service, image, scraped } = one;
  if (scraped.scheme.toLowerCase() !== 'https' || protocol !== 'http' || mayBeTold(stack, service, TLS))
    return undefined;
  const certain = BY_FLAGS.has(image.role) && serverTitle(service) !== undefined;
  const at = one.scraped.scheme === job.scheme ? child(job.node, 'scheme')?.at : undefined;
  return {
    message: `target "${target.value}" of scrape job "${job.name.value}" is asked by HTTPS, but ${image.title} speaks plain HTTP there`,
    help: 'remove scheme: https',
    related: [
      ...(at ? [{ message: 'the scheme', at }] : []),
      { message: `nothing turns TLS on for service "${service.name}"`, at: service.at },
    ],
    fix: certain ? fix(one, 'http') : undefined,
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}

function asksTooLittle(stack: Stack, one: ScrapedService, { protocol }: ListeningPort): Judged {
  const { job, target, service, image, scraped } = one;
  if (scraped.scheme.toLowerCase() !== 'http') return undefined;
  const document = BY_FLAGS.has(image.role) ? webConfigOf(stack, service) : undefined;
  const tls = keyRange(document?.root, 'tls_server_config');
  const settings = child(document?.root, 'tls_server_config');
  const byFile = document?.whole === true && settings?.kind === 'mapping' && settings.entries.size > 0;
  if (!byFile && protocol !== 'https') return undefined;
  const certain = byFile && serverTitle(service) !== undefined && document.place.service === service.name;
  return {
    message: `target "${target.value}" of scrape job "${job.name.value}" is asked by plain HTTP, but ${image.title} speaks TLS there`,
    help: 'write scheme: https in the scrape job, and tls_config with the authority of its certificate',
    related: [
      { message: `the certificate of service "${service.name}"`, at: (byFile ? tls : undefined) ?? service.at },
    ],
    fix: certain ? fix(one, 'https') : undefined,
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}

/** Only suggested: TLS brings a certificate to trust, and what is asked without it may have been meant to be safe. */
function fix({ job }: ScrapedService, scheme: string): ProblemFix | undefined {
  if (!hasOneTarget(job) || job.relabels) return undefined;
  const written = child(job.node, 'scheme');
  if (!written) return scheme === 'http' ? undefined : insertLine(job, `scheme: ${scheme}`, 'suggested');
  const edit = replaceWithin(written.at, job.scheme, scheme);
  return edit && { safety: 'suggested', title: `write scheme: ${scheme}`, edits: [edit] };
}
