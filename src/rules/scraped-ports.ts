import type { KnownImage } from '../knowledge/image.js';
import { namespaceOf, networkView } from '../model/network-view.js';
import type { ScrapeJob, ComposeService, Stack } from '../model/stack.js';
import { knownOf } from './known-service.js';
import { listeningPorts, type ListeningPort } from './listening-ports.js';
import type { Problem } from './rule.js';
import { usesProxy } from './target-endpoints.js';
import { hasUnseenVariables } from './unseen-variables.js';
import { targetsInside, type ResolvedTarget } from './target-problems.js';

/** A target that is a service of a known image which Prometheus reaches. */
export interface ScrapedService extends ResolvedTarget {
  readonly service: ComposeService;
  readonly image: KnownImage;
  /** What is known of the port that is scraped; undefined when the image is not known to listen there. */
  readonly listens?: ListeningPort | undefined;
}

const known = new WeakMap<Stack, readonly ScrapedService[]>();

/** Every target of a known image. What a proxy asks in the place of Prometheus is left out, as are names that do not resolve. */
export function scrapedServices(stack: Stack): readonly ScrapedService[] {
  let services = known.get(stack);
  if (!services) {
    services = lookUp(stack);
    known.set(stack, services);
  }
  return services;
}

function lookUp(stack: Stack): ScrapedService[] {
  const proxied = new Map<ScrapeJob, boolean>();
  return targetsInside(stack).flatMap((target): ScrapedService[] => {
    const { meaning, job, port } = target;
    const owner =
      meaning.kind === 'service' && meaning.shared
        ? meaning.service
        : meaning.kind === 'localhost'
          ? stack.prometheus?.service
          : undefined;
    if (!owner) return [];
    let isProxied = proxied.get(job);
    if (isProxied === undefined) proxied.set(job, (isProxied = usesProxy(job.node)));
    if (isProxied) return [];
    for (const service of namespaceOf(stack, networkView(stack, owner).owner)) {
      const listens = listeningPorts(service).find((one) => one.port === port);
      const image = listens && knownOf(service);
      if (image) return [{ ...target, service, image, listens }];
    }
    return [];
  });
}

/** The problems of each target of a known image. */
export function eachScraped(
  stack: Stack,
  judge: (target: ScrapedService, listens: ListeningPort) => Omit<Problem, 'subject'> | undefined,
): Problem[] {
  return scrapedServices(stack).flatMap((one) => {
    const problem = one.listens && judge(one, one.listens);
    if (!problem) return [];
    const subject = { job: one.job.name.value, target: one.target.value, service: one.service.name };
    return [{ at: one.target.at, ...problem, subject }];
  });
}

/** Whether some word or variable of a service matches, or may do so: one that may change what is known of its image. */
export function mayBeTold(stack: Stack, service: ComposeService, pattern: RegExp): boolean {
  const { command, environment } = service;
  if (hasUnseenVariables(stack, service) || command.some(({ value }) => pattern.test(value))) return true;
  for (const name of environment.keys()) if (pattern.test(name)) return true;
  return false;
}
