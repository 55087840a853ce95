import { scrapeTargets } from '../discovery/scrape-targets.js';
import { flag, commandLine } from '../model/service-flags.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import { child, entries, items, text, type YamlNode } from '../model/yaml-node.js';

/** Values of the label `job` that series of this Prometheus can have. */
export interface JobNames {
  readonly names: ReadonlySet<string>;
  /** Whether there can be no others. */
  readonly complete: boolean;
}

const cached = new WeakMap<Stack, JobNames>();

/** By the scrape jobs, labels of targets, relabelling and recording rules. Worked out once a stack. */
export function jobNames(stack: Stack): JobNames {
  let found = cached.get(stack);
  if (!found) cached.set(stack, (found = collect(stack)));
  return found;
}

function collect(stack: Stack): JobNames {
  const jobs = stack.prometheus?.config?.jobs ?? [];
  const names = new Set(jobs.map(({ name }) => name.value));
  for (const { labels } of scrapeTargets(stack)) {
    const own = labels?.get('job');
    if (own !== undefined) names.add(own);
  }
  for (const document of stack.documents)
    if (document.kind === 'rules')
      for (const group of items(child(document.root, 'groups')))
        for (const rule of [group, ...items(child(group, 'rules'))]) {
          const own = text(child(rule, 'labels', 'job'));
          if (own !== undefined) names.add(own);
        }
  return { names, complete: jobs.length > 0 && !jobs.some(mayGiveOthers) && !comesFromElsewhere(stack) };
}

/** What others say of themselves stays with honor_labels, and discoveries and relabelling can set the label. */
function mayGiveOthers({ node, discoveries }: ScrapeJob): boolean {
  if (text(child(node, 'honor_labels')) === 'true') return true;
  const isListed = (key: string): boolean => key === 'static_configs' || key === 'file_sd_configs';
  const sets = (step: YamlNode): boolean =>
    text(child(step, 'target_label')) === 'job' || /^label(?:map|keep)$/i.test(text(child(step, 'action')) ?? '');
  if (items(child(node, 'metric_relabel_configs')).some(sets)) return true;
  return !discoveries.every(isListed) && items(child(node, 'relabel_configs')).some(sets);
}

/** Series that no scrape job brings: written to this Prometheus, read from another, or there from before. */
function comesFromElsewhere({ prometheus }: Stack): boolean {
  if (!prometheus?.config) return true;
  const { root } = prometheus.config;
  const receives = ['web.enable-remote-write-receiver', 'web.enable-otlp-receiver'].some(
    (name) =>
      flag(prometheus.service, name) ?? commandLine(prometheus.service).some(({ value }) => value === `--${name}`),
  );
  const has = (key: string): boolean => items(child(root, key)).length > 0 || entries(child(root, key)).length > 0;
  return receives || ['remote_read', 'scrape_config_files'].some(has);
}
