import { scrapeTargets, type ScrapeTarget } from '../../discovery/scrape-targets.js';
import { meaningOfHost, splitAddress } from '../../model/address.js';
import type { Stack } from '../../model/stack.js';
import { child, items, text } from '../../model/yaml-node.js';
import { isBlackbox } from '../probe-endpoints.js';
import type { Problem, StackRule } from '../rule.js';

/** Jobs of a blackbox exporter without the relabelling that makes them so. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/probe-not-relabelled',
  severity: 'warning',
  summary: 'a job that probes does not hand its targets to the blackbox exporter',
  why: 'A blackbox exporter is asked at its own address and told by the parameter "target" whom to probe. Without relabelling the target itself is asked for /probe, or the exporter is asked to probe nothing.',
  remedy: 'relabel __address__ to __param_target, and set __address__ to the blackbox exporter',
  check: (stack) =>
    scrapeTargets(stack)
      .filter(({ metricsPath }) => metricsPath === '/probe')
      .flatMap((target) => problemOf(stack, target) ?? []),
};

function problemOf(stack: Stack, target: ScrapeTarget): Problem | undefined {
  const { job, written, address, labels, droppedBy } = target;
  if (droppedBy) return undefined;
  const module = labels?.get('__param_module') ?? text(items(child(job.node, 'params', 'module'))[0]);
  const probed = labels?.get('__param_target') ?? text(items(child(job.node, 'params', 'target'))[0]);
  if (module === undefined) return undefined;
  const from = stack.prometheus?.service;
  const host = splitAddress(address)?.host;
  const meaning = from && host !== undefined ? meaningOfHost(stack, from, host) : undefined;
  const isExporter = meaning?.kind === 'service' && isBlackbox(meaning.service);
  const about = { at: written.at, subject: { job: job.name.value, target: written.value } };
  const name = `target "${written.value}" of scrape job "${job.name.value}"`;
  if (isExporter)
    return probed === undefined
      ? {
          ...about,
          severity: 'error',
          message: `${name} is asked to probe with module "${module}", but not whom: nothing sets __param_target`,
        }
      : undefined;
  // What is no blackbox exporter by these files may be one in the world, when it is told whom to probe.
  if (address !== written.value || (probed !== undefined && probed !== written.value)) return undefined;
  if (meaning?.kind === 'service' && probed === undefined) return undefined;
  return {
    ...about,
    message: `${name} is scraped itself at /probe: nothing sets __address__ to a blackbox exporter`,
    related: [{ message: 'this path is that of a blackbox exporter', at: job.metricsPath.at }],
  };
}
