import type { Document } from '../model/document.js';
import type { Located, SourceRange } from '../model/source.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import { child, entries, items, located, text, type YamlNode } from '../model/yaml-node.js';
import { isKept, relabel, relabelSteps, type Labels, type RelabelStep } from './relabel.js';

/** A target that a configuration lists, as Prometheus would scrape it after relabelling. */
export interface ScrapeTarget {
  readonly job: ScrapeJob;
  /** As listed in `static_configs`, or in a file of `file_sd_configs`. */
  readonly written: Located<string>;
  /** What is scraped: `HOST:PORT`. */
  readonly address: string;
  readonly scheme: string;
  readonly metricsPath: string;
  /** All labels after relabelling, those with two underscores included; undefined when nothing was relabelled. */
  readonly labels?: Labels | undefined;
  /** The relabelling step that drops it: it is not scraped. */
  readonly droppedBy?: SourceRange | undefined;
}

const known = new WeakMap<Stack, readonly ScrapeTarget[]>();

/**
 * Every target that the files list, static and of `file_sd_configs`, in the order of the jobs. Targets of other discoveries are
 * not known before they run. A job whose relabelling cannot be followed, since a pattern of it is broken, has none.
 */
export function scrapeTargets(stack: Stack): readonly ScrapeTarget[] {
  let targets = known.get(stack);
  if (!targets) {
    const files = stack.documents.filter(({ kind }) => kind === 'target-groups');
    targets = (stack.prometheus?.config?.jobs ?? []).flatMap((job) => targetsOf(job, files));
    known.set(stack, targets);
  }
  return targets;
}

/** The files of targets that one list of `file_sd_configs` names. */
export function filesOfTargets(discoveries: YamlNode | undefined, files: readonly Document[]): readonly Document[] {
  const names = new Set(items(discoveries).flatMap((discovery) => items(child(discovery, 'files'))));
  return files.filter(({ namedBy }) => namedBy?.some((node) => names.has(node)));
}

function targetsOf(job: ScrapeJob, files: readonly Document[]): ScrapeTarget[] {
  const steps = relabelSteps(child(job.node, 'relabel_configs'));
  const fixed = items(child(job.node, 'static_configs')).flatMap((group) => targetsOfGroup(job, group, steps));
  const listed = filesOfTargets(child(job.node, 'file_sd_configs'), files).flatMap(({ root, place }) =>
    items(root).flatMap((group) => targetsOfGroup(job, group, steps, place.containerPath)),
  );
  return listed.length === 0 ? fixed : [...fixed, ...listed];
}

function targetsOfGroup(job: ScrapeJob, group: YamlNode, steps: readonly RelabelStep[], file?: string): ScrapeTarget[] {
  const own = entries(child(group, 'labels')).map(([name, { value }]) => [name, text(value) ?? ''] as const);
  // What a job says of itself can be changed by labels alone, also without relabelling.
  const plain = steps.length === 0 && own.length === 0;
  const { scheme, metricsPath } = job;
  const found: ScrapeTarget[] = [];
  for (const target of items(child(group, 'targets'))) {
    const written = located(target);
    if (!written) continue;
    if (plain) found.push({ job, written, address: written.value, scheme, metricsPath: metricsPath.value });
    else found.push(...relabelled(job, written, steps, file === undefined ? own : [...own, ['__meta_filepath', file]]));
  }
  return found;
}

function relabelled(
  job: ScrapeJob,
  written: Located<string>,
  steps: readonly RelabelStep[],
  own: readonly (readonly [string, string])[],
): ScrapeTarget[] {
  const before: Labels = new Map([
    ['job', job.name.value],
    ['__scheme__', job.scheme],
    ['__metrics_path__', job.metricsPath.value],
    ...parametersOf(job),
    ['__address__', written.value],
    ...own,
  ]);
  const after = followed(before, steps);
  if (after === undefined) return [];
  const labels = isKept(after) ? after : before;
  return [
    {
      job,
      written,
      address: labels.get('__address__') ?? '',
      scheme: labels.get('__scheme__') ?? 'http',
      metricsPath: labels.get('__metrics_path__') ?? '/metrics',
      labels,
      ...(isKept(after) ? {} : { droppedBy: after.node.at }),
    },
  ];
}

/** Only the first value of a parameter can be relabelled. */
function parametersOf(job: ScrapeJob): [string, string][] {
  return entries(child(job.node, 'params')).flatMap(([name, { value }]) => {
    const first = text(items(value)[0]);
    return first === undefined ? [] : [[`__param_${name}`, first]];
  });
}

function followed(labels: Labels, steps: readonly RelabelStep[]): ReturnType<typeof relabel> | undefined {
  try {
    return relabel(labels, steps);
  } catch {
    // A pattern that does not compile has its own finding.
    return undefined;
  }
}
