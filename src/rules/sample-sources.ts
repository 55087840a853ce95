import { splitAddress } from '../model/address.js';
import { commandLine, imageName } from '../model/service-flags.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import { child, entries, items, text } from '../model/yaml-node.js';
import { scrapeTargets } from '../discovery/scrape-targets.js';
import { grafanasOf } from './grafana-datasources.js';
import { isPrometheusServer } from './server-roles.js';
import { labelsOf, rulesOf } from './stack-rules.js';

const RECEIVES = /^--?(?:web\.enable-(?:remote-write|otlp)-receiver|enable-feature=.*(?:remote-write|otlp).*)/;

/** Whether the series of the Prometheus of the stack may come from elsewhere than its scrape jobs and rules. */
export function takesOtherSamples(stack: Stack): boolean {
  const { service, config } = stack.prometheus ?? {};
  if (!service || !config || stack.problems.some(({ severity }) => severity === 'error')) return true;
  if (child(config.root, 'remote_read') ?? child(config.root, 'otlp')) return true;
  if (commandLine(service).some(({ value }) => RECEIVES.test(value))) return true;
  return hasUnseenFiles(stack);
}

/** Whether files of jobs, targets or rules are named that are not to be seen from here. */
export function hasUnseenFiles(stack: Stack): boolean {
  return stack.documents.some(
    ({ kind, references }) =>
      (kind === 'prometheus' || kind === 'scrape-configs') &&
      references.some(({ state, node }) => state !== 'found' && isListed(stack, node)),
  );
}

/** Whether a path is one of files of jobs, targets or rules. */
function isListed({ prometheus }: Stack, node: unknown): boolean {
  const { config } = prometheus ?? {};
  const lists = [
    child(config?.root, 'scrape_config_files'),
    child(config?.root, 'rule_files'),
    ...(config?.jobs ?? []).flatMap((job) =>
      items(child(job.node, 'file_sd_configs')).map((discovery) => child(discovery, 'files')),
    ),
  ];
  return lists.some((list) => items(list).some((item) => item === node));
}

/** Programs that scrape in the place of Prometheus, and hand on what they are given. */
const COLLECTORS =
  /^(?:alloy|agent|grafana-agent|vmagent|victoria-metrics|telegraf|opentelemetry-collector.*|otel.*|mimir|thanos|datadog.*|fluent-bit|vector|netdata)$/;

/** Whether some program of the stack collects metrics of others. */
export function hasCollector({ project }: Stack): boolean {
  return project.services.some(({ image, builtFrom }) =>
    [image, builtFrom].some((one) => COLLECTORS.test(imageName(one?.value ?? ''))),
  );
}

/** Servers that answer PromQL in the place of Prometheus. */
const OTHERS = /^(?:thanos|mimir|victoria-metrics|vmselect|cortex|promxy|cortex-.*)$/;

/** Whether dashboards ask the Prometheus of the stack, and no other server that answers PromQL. */
export function asksOnlyPrometheus(stack: Stack): boolean {
  const { services } = stack.project;
  if (
    services.some(({ image, builtFrom }) => [image, builtFrom].some((one) => OTHERS.test(imageName(one?.value ?? ''))))
  )
    return false;
  if (services.filter((one) => isPrometheusServer(stack, one)).length !== 1) return false;
  const prometheus = stack.prometheus?.service;
  const names = new Set([prometheus?.name, prometheus?.containerName?.value, 'localhost', 'host.docker.internal']);
  return grafanasOf(stack).every(({ sources }) =>
    sources.every(({ type, node }) => {
      if (type !== 'prometheus') return true;
      const host = splitAddress(/^(?:https?:\/\/)?([^/]*)/.exec(text(child(node, 'url')) ?? '')?.[1] ?? '')?.host;
      return host !== undefined && names.has(host);
    }),
  );
}

const jobs = new WeakMap<Stack, ReadonlySet<string> | 'unknown'>();

/** Every value that the label job may have; undefined when that is not known. */
export function jobLabels(stack: Stack): ReadonlySet<string> | undefined {
  let known = jobs.get(stack);
  if (!known) jobs.set(stack, (known = collect(stack) ?? 'unknown'));
  return known === 'unknown' ? undefined : known;
}

function collect(stack: Stack): ReadonlySet<string> | undefined {
  const all = stack.prometheus?.config?.jobs ?? [];
  if (all.length === 0 || takesOtherSamples(stack) || all.some(mayRename)) return undefined;
  const labels = new Set(all.map(({ name }) => name.value));
  for (const { labels: own } of scrapeTargets(stack)) {
    const job = own?.get('job');
    if (job !== undefined) labels.add(job);
  }
  for (const rule of rulesOf(stack)) {
    const job =
      rule.node.entries.has('labels') || rule.group?.entries.has('labels') ? labelsOf(rule).get('job') : undefined;
    if (job?.value.includes('{{')) return undefined;
    if (job) labels.add(job.value);
    if (rule.record !== undefined && /label_(?:replace|join)/.test(text(child(rule.node, 'expr')) ?? ''))
      return undefined;
  }
  return labels;
}

/** Whether a job's series may have another label job than its name, or than its listed targets give. */
function mayRename({ node, discoveries, relabels }: ScrapeJob): boolean {
  if (text(child(node, 'honor_labels')) === 'true') return true;
  if (items(child(node, 'metric_relabel_configs')).some((step) => touchesJob(step))) return true;
  const isFound = discoveries.some((key) => key !== 'file_sd_configs');
  return isFound && relabels && items(child(node, 'relabel_configs')).some((step) => touchesJob(step));
}

function touchesJob(step: Parameters<typeof child>[0]): boolean {
  const action = text(child(step, 'action'))?.toLowerCase();
  if (action === 'labelmap' || action === 'labelkeep') return true;
  const target = text(child(step, 'target_label')) ?? '';
  return target === 'job' || target.includes('$');
}

/** The names of a job's own settings that relabelling changes for each target. */
export function changesInterval({ node }: ScrapeJob): boolean {
  const groups = items(child(node, 'static_configs')).flatMap((group) => entries(child(group, 'labels')));
  return (
    groups.some(([name]) => name === '__scrape_interval__') ||
    items(child(node, 'relabel_configs')).some((step) =>
      /__scrape_interval__|\$/.test(text(child(step, 'target_label')) ?? ''),
    )
  );
}
