import { meaningOfHost } from '../model/address.js';
import type { ComposeService, ScrapeJob, Stack } from '../model/stack.js';
import type { ExpectedTarget } from '../model/target.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';
import { relabelPartly } from './partial-relabel.js';
import { relabelSteps } from './relabel.js';
import { refreshMs, timingOf } from './timing.js';

const KEY = 'dns_sd_configs';

/**
 * What each name of `dns_sd_configs` has to give. Docker's resolver answers A with the address of every replica, so each one is
 * counted; AAAA only on networks that have IPv6, SRV, MX and NS never, so those promise no number.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#dns_sd_config
 */
export function dnsTargets(stack: Stack, from: ComposeService, job: ScrapeJob): ExpectedTarget[] {
  return items(child(job.node, KEY)).flatMap((entry) =>
    items(child(entry, 'names')).flatMap((node) => targetsOfName(stack, from, job, entry, node)),
  );
}

function targetsOfName(
  stack: Stack,
  from: ComposeService,
  job: ScrapeJob,
  entry: YamlNode,
  node: YamlNode,
): ExpectedTarget[] {
  const name = text(node);
  if (name === undefined) return [];
  const type = (text(child(entry, 'type')) ?? 'SRV').toUpperCase();
  const addresses = type === 'A' || type === 'AAAA';
  const meaning = meaningOfHost(stack, from, name);
  const service = 'service' in meaning ? meaning.service : undefined;
  const replicas = type === 'A' && meaning.kind === 'service' ? replicasOf(meaning.service) : 1;
  const after = outcome(job, name);
  return [
    {
      job: job.name.value,
      at: node.at,
      found: { discovery: KEY, dnsName: name },
      timing: timingOf(job, refreshMs(KEY, entry)),
      ...(service ? { service: service.name } : {}),
      ...(replicas > 1 ? { atLeast: replicas } : {}),
      ...(addresses && meaning.kind === 'outside' ? { external: true } : {}),
      ...(typeof after === 'string' ? {} : { droppedBy: after.node.at }),
    },
  ];
}

/** The addresses are known to the resolver alone; what else relabelling may look at is in the configuration. */
function outcome(job: ScrapeJob, name: string): ReturnType<typeof relabelPartly> {
  const known = new Map([
    ['job', job.name.value],
    ['__scheme__', job.scheme],
    ['__metrics_path__', job.metricsPath.value],
    ['__meta_dns_name', name],
  ]);
  const mayHave = (label: string): boolean => label.startsWith('__');
  try {
    return relabelPartly(known, relabelSteps(child(job.node, 'relabel_configs')), mayHave);
  } catch {
    return 'unknown';
  }
}

/** How many containers Compose makes of a service; `scale` and `deploy.replicas` say the same. */
export function replicasOf({ node }: ComposeService): number {
  const written = Number(text(child(node, 'deploy', 'replicas') ?? child(node, 'scale')) ?? 1);
  return Number.isInteger(written) && written >= 0 ? written : 1;
}
