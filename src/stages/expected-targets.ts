import { dnsTargets } from '../discovery/dns-targets.js';
import { dockerTargets } from '../discovery/docker-targets.js';
import { filesOfTargets, scrapeTargets, type ScrapeTarget } from '../discovery/scrape-targets.js';
import { refreshMs, timingOf } from '../discovery/timing.js';
import { hostMeanings, splitAddress } from '../model/address.js';
import type { ComposeService, PrometheusInstance, ScrapeJob, Stack } from '../model/stack.js';
import type { ExpectedTarget, TargetTiming } from '../model/target.js';
import { child, items, keyRange } from '../model/yaml-node.js';
import { oneShot } from '../rules/one-shot.js';

/**
 * The targets that the configuration promises, as Prometheus makes them: each one that is listed, in `static_configs` or in a file,
 * after relabelling; each name of DNS with its replicas; each service whose containers Docker's discovery finds; at least one for any
 * other discovery. Pure.
 */
export function expectedTargets(stack: Stack): ExpectedTarget[] {
  const { prometheus } = stack;
  if (!prometheus?.config) return [];
  const byJob = new Map<ScrapeJob, ScrapeTarget[]>();
  for (const target of scrapeTargets(stack)) {
    const list = byJob.get(target.job);
    if (list) list.push(target);
    else byJob.set(target.job, [target]);
  }
  const serviceAt = servicesByAddress(stack, prometheus);
  return prometheus.config.jobs.flatMap((job) => {
    const listed = byJob.get(job) ?? [];
    const timing = timingOf(job);
    return [
      ...listed.map((target) => listedTarget(target, timing, serviceAt)),
      ...(listed.length === 0 ? notFollowed(job, timing) : []),
      ...job.discoveries.flatMap((key) => discovered(stack, prometheus.service, job, key, listed)),
    ];
  });
}

function listedTarget(target: ScrapeTarget, timing: TargetTiming, whereIs: WhereIs): ExpectedTarget {
  const { job, written, address, droppedBy } = target;
  return {
    job: job.name.value,
    address: written.value,
    at: written.at,
    timing,
    ...(droppedBy ? { droppedBy } : whereIs(address)),
  };
}

/** Relabelling with a broken pattern cannot be followed; what is listed is expected as it stands. */
function notFollowed(job: ScrapeJob, timing: TargetTiming): ExpectedTarget[] {
  return job.staticTargets.map(({ value, at }) => ({ job: job.name.value, address: value, at, timing }));
}

type WhereIs = (address: string) => { readonly service?: string; readonly external?: boolean };

/** The service that answers at an address, as the container of Prometheus sees it, or that there is none in the stack. */
function servicesByAddress(stack: Stack, { service: prometheus }: PrometheusInstance): WhereIs {
  const meaningOf = hostMeanings(stack, prometheus);
  return (address) => {
    const parts = splitAddress(address);
    if (!parts) return {};
    const meaning = meaningOf(parts.host);
    if (meaning.kind === 'localhost') return { service: prometheus.name };
    if (meaning.kind === 'machine' || meaning.kind === 'no-gateway') return onMachine(stack, parts.port);
    if ('service' in meaning) return { service: meaning.service.name };
    return meaning.kind === 'outside' ? { external: true } : {};
  };
}

/** What listens on a port of the machine: a service that publishes it, or perhaps one on the host's network. */
function onMachine({ project }: Stack, port: number | undefined): ReturnType<WhereIs> {
  const publisher = project.services.find(({ ports }) => ports.some(({ hostPort }) => hostPort === port));
  if (publisher) return { service: publisher.name };
  return project.services.some(({ networkMode }) => networkMode?.value === 'host') ? {} : { external: true };
}

function discovered(
  stack: Stack,
  from: ComposeService,
  job: ScrapeJob,
  key: string,
  listed: readonly ScrapeTarget[],
): ExpectedTarget[] {
  if (key === 'dns_sd_configs') return orAny(dnsTargets(stack, from, job), job, key);
  if (key === 'docker_sd_configs') return orAny(dockerTargets(serversOf(stack), job), job, key);
  if (key === 'file_sd_configs') return filesWithout(stack, job, key, listed);
  return any(job, key);
}

/** At least one target, whatever it is. */
function any(job: ScrapeJob, key: string): ExpectedTarget[] {
  const [first] = items(child(job.node, key));
  const at = keyRange(job.node, key) ?? job.name.at;
  return [{ job: job.name.value, at, found: { discovery: key }, timing: timingOf(job, refreshMs(key, first)) }];
}

function orAny(targets: ExpectedTarget[], job: ScrapeJob, key: string): ExpectedTarget[] {
  return targets.length > 0 ? targets : any(job, key);
}

/** Something writes the files while the stack runs: one target for an entry whose files are not here, or list none. */
function filesWithout(stack: Stack, job: ScrapeJob, key: string, listed: readonly ScrapeTarget[]): ExpectedTarget[] {
  const discoveries = child(job.node, key);
  const documents = stack.documents.filter(({ kind }) => kind === 'target-groups');
  const here = new Set(filesOfTargets(discoveries, documents).map(({ file }) => file));
  return listed.some(({ written }) => here.has(written.at.file)) ? [] : any(job, key);
}

/** Services that stay: what has done its work and ended is found by no discovery. */
function serversOf({ project }: Stack): ComposeService[] {
  const awaited = new Set(
    project.services.flatMap(({ dependsOn }) =>
      dependsOn.flatMap((one) => (one.condition === 'service_completed_successfully' ? [one.service] : [])),
    ),
  );
  return project.services.filter((service) => !awaited.has(service.name) && oneShot(service) !== 'certainly');
}
