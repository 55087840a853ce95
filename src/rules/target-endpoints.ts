import type { Stack } from '../model/stack.js';
import { child } from '../model/yaml-node.js';
import { dnsEndpoints } from './dns-endpoints.js';
import type { Endpoint } from './endpoint.js';
import { isFine } from './endpoint-faults.js';
import { sortedProblems } from './endpoint-problems.js';
import { resolvedTargets, targetsInside, type ResolvedTarget } from './target-problems.js';
import { networkView } from '../model/network-view.js';

/** The problems of a kind of all scrape targets. */
export const targetProblems = sortedProblems(targetEndpoints);

function* targetEndpoints(stack: Stack): Iterable<Endpoint> {
  yield* listedEndpoints(stack);
  yield* dnsEndpoints(stack);
}

function* listedEndpoints(stack: Stack): Iterable<Endpoint> {
  const asker = stack.prometheus?.service;
  if (!asker) return;
  const { knowsOthers, closed } = networkView(stack, asker);
  const proxied = new Map<ResolvedTarget['job'], boolean>();
  for (const { job, target, host, port, meaning, scraped } of closed ? resolvedTargets(stack) : targetsInside(stack)) {
    if (isFine(stack, { asker, meaning, port })) continue;
    let isProxied = proxied.get(job);
    if (isProxied === undefined) proxied.set(job, (isProxied = usesProxy(job.node)));
    if (isProxied) continue;
    const isWritten = scraped.address === target.value;
    yield {
      asker,
      askerTitle: 'Prometheus',
      label: `target "${target.value}" of scrape job "${job.name.value}"${isWritten ? '' : `, scraped at "${scraped.address}",`}`,
      at: target.at,
      subject: { job: job.name.value, target: target.value },
      host,
      port,
      ...(isWritten ? { written: { before: '', authority: target.value } } : {}),
      meaning,
      knowsOthers,
      wants: 'metrics',
    };
  }
}

/** Whether something else asks in its place, from wherever that is. */
export function usesProxy(node: Parameters<typeof child>[0]): boolean {
  return child(node, 'proxy_url') !== undefined || child(node, 'proxy_from_environment') !== undefined;
}
