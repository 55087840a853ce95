import { posix } from 'node:path';
import { mountFor } from '../../model/mounted-path.js';
import { flag } from '../../model/service-flags.js';
import type { PrometheusInstance, Stack } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { hasCommand, runsImage } from '../known-config.js';
import { hasForeignMounts, hostEntryOf, nearestMount, targetOf } from '../mount-facts.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';

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
    return isToldElsewhere(stack, prometheus) ? [] : [problemOf(prometheus)];
  },
};

/** A file that is mounted at a directory, and a command without the flag, are what other rules are about. */
function isToldElsewhere(stack: Stack, { service, configPath }: PrometheusInstance): boolean {
  const mounted = mountFor(service.mounts, posix.resolve('/', configPath.value));
  if (mounted && hostEntryOf(stack, mounted.mount)?.kind === 'file') return true;
  const lost = runsImage(service)?.config?.lost_with_command === true && hasCommand(service);
  return lost && !flag(service, 'config.file');
}

function problemOf({ service, configPath }: PrometheusInstance): Problem {
  const path = posix.resolve('/', configPath.value);
  const near = nearestMount(
    service.mounts.filter(({ origin }) => origin !== 'image'),
    path,
  );
  const instead = near && /\.ya?ml$/.test(near.target) ? near.target : undefined;
  const unknown = service.hasBuild || hasForeignMounts(service) || mountFor(service.mounts, path) !== undefined;
  return {
    message: `no file of the project is mounted at "${configPath.value}", the configuration of service "${service.name}"`,
    at: configPath.at,
    severity: unknown ? 'warning' : 'error',
    help:
      instead === undefined
        ? `mount prometheus.yml at "${path}"`
        : `name "${instead}", where a file is mounted, or mount the file at "${path}"`,
    related: near ? [{ message: `what is mounted is "${near.target}"`, at: targetOf(near) }] : [],
    subject: { service: service.name },
    fix: instead === undefined ? undefined : fixOf(service, configPath, instead),
  };
}

/** Where a flag names the path, the flag is mended. */
function fixOf(
  service: PrometheusInstance['service'],
  { value, at }: PrometheusInstance['configPath'],
  path: string,
): ProblemFix | undefined {
  const edit = flag(service, 'config.file') ? replaceWithin(at, value, path) : undefined;
  return edit && { safety: 'suggested', title: `name "${path}"`, edits: [edit] };
}
