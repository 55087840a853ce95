import { commandLine } from '../../model/service-flags.js';
import type { KnownMetricsOff } from '../../knowledge/image.js';
import { isWithin } from '../../model/mounted-path.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { knownOf } from '../known-service.js';
import type { Problem, StackRule } from '../rule.js';
import { hasCredentials } from '../job-credentials.js';
import { askedPath } from '../served-path.js';
import { targetsInside, type ResolvedTarget } from '../target-problems.js';
import { usesProxy } from '../target-endpoints.js';
import { hasUnseenVariables } from '../unseen-variables.js';

/** Programs whose metrics have to be turned on first. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/metrics-off',
  severity: 'warning',
  summary: 'a scrape target is a program whose metrics are off by default',
  why: 'Some programs serve metrics only when they are told to. Until then the path answers 404, 401 or 403, or nothing listens on the port.',
  remedy: 'turn the metrics on',
  check: (stack) => targetsInside(stack).flatMap((one) => judge(stack, one)),
};

function judge(stack: Stack, { job, target, port, meaning, scraped }: ResolvedTarget): Problem[] {
  if (meaning.kind !== 'service' || !meaning.shared) return [];
  const { service } = meaning;
  const image = knownOf(service);
  const off = image?.metrics_off;
  if (!off || service.entrypoint.length > 0 || usesProxy(job.node)) return [];
  const asks =
    askedPath(scraped.metricsPath).replace(/\/$/, '') === off.path && (off.port === undefined || off.port === port);
  if (
    !asks ||
    isOn(off, service) ||
    hasCredentials(job) ||
    mayBeConfigured(service) ||
    hasUnseenVariables(stack, service)
  )
    return [];
  return [
    {
      message: `target "${target.value}" of scrape job "${job.name.value}" is ${image.title}, whose metrics are off by default`,
      at: target.at,
      help: off.how,
      related: [{ message: `service "${service.name}" does not turn them on`, at: service.image?.at ?? service.at }],
      subject: { job: job.name.value, target: target.value, service: service.name },
    },
  ];
}

/** A flag below the one that turns them on does so too: `--metrics.prometheus.buckets`. */
function isOn({ flag, env }: KnownMetricsOff, service: ComposeService): boolean {
  const flagged =
    flag !== undefined && commandLine(service).some(({ value }) => value.replace(/^-+/, '').startsWith(flag));
  return flagged || (env !== undefined && [...service.environment.keys()].some((name) => name.startsWith(env)));
}

/** A file of the project may turn them on. What only holds data does not. */
function mayBeConfigured(service: ComposeService): boolean {
  const image = knownOf(service);
  const directories = [...(image?.data ?? []), ...(image?.volumes ?? []), '/var/run', '/etc/localtime'];
  return service.mounts.some(
    ({ kind, target }) => kind !== 'volume' && !directories.some((directory) => isWithin(target, directory)),
  );
}
