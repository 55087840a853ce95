import type { ComposeService, ScrapeJob } from '../model/stack.js';
import type { ExpectedTarget } from '../model/target.js';
import { child, items, text, type YamlNode } from '../model/yaml-node.js';
import { replicasOf } from './dns-targets.js';
import { relabelPartly } from './partial-relabel.js';
import { relabelSteps } from './relabel.js';
import { refreshMs, timingOf } from './timing.js';

const KEY = 'docker_sd_configs';
const LABEL = '__meta_docker_container_label_';

/**
 * The services whose containers `docker_sd_configs` certainly finds and relabelling certainly keeps. What an image adds (labels,
 * ports) and what the run chooses (names of containers and networks) nobody can tell from the files; where all depends on that,
 * the list is empty. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#docker_sd_config
 */
export function dockerTargets(services: readonly ComposeService[], job: ScrapeJob): ExpectedTarget[] {
  return items(child(job.node, KEY)).flatMap((entry) =>
    services
      .filter((service) => isFound(service, entry) && isKeptFor(service, job))
      .map((service) => ({
        job: job.name.value,
        at: entry.at,
        service: service.name,
        found: { discovery: KEY, containersOf: service.name },
        timing: timingOf(job, refreshMs(KEY, entry)),
        ...(replicasOf(service) > 1 ? { atLeast: replicasOf(service) } : {}),
      })),
  );
}

/** Whether every filter certainly lets the containers through; values of one filter are alternatives, of `label` all needed. */
function isFound(service: ComposeService, entry: YamlNode): boolean {
  if (replicasOf(service) === 0) return false;
  return items(child(entry, 'filters')).every((filter) => {
    const values = items(child(filter, 'values')).flatMap((value) => text(value) ?? []);
    switch (text(child(filter, 'name'))) {
      case 'label':
        return values.every((value) => hasLabel(service, value));
      case 'status':
        return values.includes('running');
      case 'name':
        return values.some((value) => service.containerName?.value.includes(value) === true);
      case undefined:
      default:
        return false;
    }
  });
}

function hasLabel(service: ComposeService, filter: string): boolean {
  const equals = filter.indexOf('=');
  const value = labelsOf(service).get(equals < 0 ? filter : filter.slice(0, equals));
  return value !== undefined && (equals < 0 || value === filter.slice(equals + 1));
}

/** The labels that the files give, those of Compose included. */
function labelsOf(service: ComposeService): Map<string, string> {
  const own = [...service.labels].map(([name, value]) => [name, value?.value ?? ''] as const);
  return new Map([
    ...own,
    ['com.docker.compose.service', service.name],
    ['com.docker.compose.oneoff', 'False'],
    ['com.docker.compose.container-number', '1'],
  ]);
}

function isKeptFor(service: ComposeService, job: ScrapeJob): boolean {
  const known = new Map([
    ['job', job.name.value],
    ['__scheme__', job.scheme],
    ['__metrics_path__', job.metricsPath.value],
    ...[...labelsOf(service)].map(([name, value]) => [`${LABEL}${name.replaceAll(/\W/g, '_')}`, value] as const),
    ...(service.containerName ? [['__meta_docker_container_name', `/${service.containerName.value}`] as const] : []),
  ]);
  try {
    const steps = relabelSteps(child(job.node, 'relabel_configs'));
    return relabelPartly(known, steps, (label) => label.startsWith('__')) === 'kept';
  } catch {
    return false;
  }
}
