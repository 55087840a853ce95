import type { ScrapeJob, Stack } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { HEALTH_PATH } from '../health-path.js';
import { serverTitle } from '../image-facts.js';
import { removeJob } from '../job-edits.js';
import { replacePath } from '../metrics-path-edits.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';
import { scrapedServices, type ScrapedService } from '../scraped-ports.js';
import { askedPath } from '../served-path.js';
import { resolvedTargets, type ResolvedTarget } from '../target-problems.js';

/** Targets of one job that are asked for the same health path; none when a discovery finds them. */
interface Asked {
  readonly job: ScrapeJob;
  readonly path: string;
  readonly targets: ResolvedTarget[];
}

/** Jobs that scrape a health endpoint. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/scrape-of-health-endpoint',
  severity: 'warning',
  summary: 'a scrape job reads a health endpoint, which does not serve metrics',
  why: 'A health endpoint answers JSON or a word such as "ok". Prometheus reads only the exposition format, so every scrape of it fails and the target is always down.',
  remedy:
    'remove the job and watch the endpoint with a healthcheck in the compose file, or probe it with the blackbox exporter; `up` of the metrics job already tells whether the service answers',
  check: (stack) => asked(stack).flatMap((one) => judge(stack, one)),
};

function asked(stack: Stack): Asked[] {
  const groups = new Map<ScrapeJob, Map<string, Asked>>();
  const healthy = new Map<string, boolean>();
  const isHealth = (path: string): boolean => {
    let is = healthy.get(path);
    if (is === undefined) healthy.set(path, (is = HEALTH_PATH.test(path)));
    return is;
  };
  const group = (job: ScrapeJob, path: string): Asked => {
    let paths = groups.get(job);
    if (!paths) groups.set(job, (paths = new Map<string, Asked>()));
    let one = paths.get(path);
    if (!one) paths.set(path, (one = { job, path, targets: [] }));
    return one;
  };
  for (const target of resolvedTargets(stack)) {
    const { metricsPath } = target.scraped;
    if (isHealth(metricsPath)) group(target.job, metricsPath).targets.push(target);
  }
  // What a discovery finds has the path of its job, unless relabelling gives another.
  for (const job of stack.prometheus?.config?.jobs ?? [])
    if (job.discoveries.length > 0 && !job.relabels && isHealth(job.metricsPath.value))
      group(job, job.metricsPath.value);
  // A format may be asked for by a parameter.
  return [...groups.values()].flatMap((paths) => [...paths.values()]).filter(({ job }) => !child(job.node, 'params'));
}

function judge(stack: Stack, { job, path, targets }: Asked): Problem[] {
  const known = scrapedServices(stack).filter((one) => one.job === job && one.scraped.metricsPath === path);
  // A known program that does serve metrics there.
  if (known.some(({ listens }) => listens?.metrics === askedPath(path))) return [];
  const [first] = targets;
  const titles = known.map(({ image }) => image.title);
  const certain = targets.length > 0 && known.length === targets.length && known.every((one) => answersWell(one, path));
  const metrics = metricsJob(stack, job, targets);
  const subject = { job: job.name.value, ...(first ? { target: first.target.value } : {}) };
  const answer = certain ? `how ${titles[0] ?? 'it'} is, in JSON or a word` : 'JSON or a word such as "ok"';
  return [
    {
      message: `scrape job "${job.name.value}" reads the health endpoint "${path}"${named(targets)}, which serves no metrics: the target will always be down`,
      at: job.name.at,
      subject,
      help: metrics
        ? `remove the job: it gets ${answer}, and \`up{job="${metrics.name.value}"}\` tells already whether the service answers; watch "${path}" with a healthcheck in the compose file, or probe it with the blackbox exporter`
        : `write the path of its metrics, usually /metrics: here it gets ${answer}; watch "${path}" with a healthcheck in the compose file, or probe it with the blackbox exporter`,
      related: [
        path === job.metricsPath.value
          ? { message: 'this path answers with the state of the service', at: job.metricsPath.at }
          : { message: 'labels or relabelling give this target the path', at: first?.target.at ?? job.name.at },
        ...(metrics
          ? [{ message: `job "${metrics.name.value}" already scrapes its metrics`, at: metrics.name.at }]
          : []),
      ],
      fix: fixOf(stack, job, path, metrics),
      ...(certain ? { severity: 'error' as const } : {}),
    },
  ];
}

function named([first, ...others]: readonly ResolvedTarget[]): string {
  if (!first) return '';
  return ` of ${first.target.value}${others.length > 0 ? ` and ${String(others.length)} more` : ''}`;
}

/** Whether the path is known to answer with the state of a program. */
function answersWell({ listens, service }: ScrapedService, path: string): boolean {
  return (
    listens?.health?.includes(askedPath(path).replace(/(?<=.)\/$/, '')) === true && serverTitle(service) !== undefined
  );
}

/** Another job that scrapes the same address, at a path that is no health endpoint. */
function metricsJob(stack: Stack, job: ScrapeJob, targets: readonly ResolvedTarget[]): ScrapeJob | undefined {
  const addresses = new Set(targets.map(({ scraped }) => scraped.address));
  if (addresses.size === 0) return undefined;
  return resolvedTargets(stack).find(
    (other) =>
      other.job !== job && addresses.has(other.scraped.address) && !HEALTH_PATH.test(other.scraped.metricsPath),
  )?.job;
}

function fixOf(stack: Stack, job: ScrapeJob, path: string, metrics: ScrapeJob | undefined): ProblemFix | undefined {
  if (path !== job.metricsPath.value) return undefined;
  if (!metrics) return replacePath(job, '/metrics', 'suggested');
  return removeJob(job, stack.prometheus?.config?.jobs ?? []);
}
