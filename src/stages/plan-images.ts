import type { PlannedImage } from '../model/plan.js';
import type { ComposeService } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';

/** Values of pull_policy with which an image that is here is used as it is. */
const NO_BUILD = new Set(['never', 'missing', 'if_not_present', 'always']);

/** An image that exists from an earlier run is stale, so what the file says to build is built. */
export function mustBuild(service: ComposeService): boolean {
  return service.hasBuild && !NO_BUILD.has(service.pullPolicy ?? 'build');
}

/**
 * The images that have to be here, each once. A service that could build its image when it cannot be pulled is left to Compose,
 * which knows the order of the two.
 */
export function plannedImages(services: readonly ComposeService[]): PlannedImage[] {
  const images = new Map<string, PlannedImage>();
  for (const service of services) {
    const { image, hasBuild, name, pullPolicy } = service;
    if (!image || (hasBuild && pullPolicy !== 'always')) continue;
    const platform = text(child(service.node, 'platform'));
    const key = `${image.value} ${platform ?? ''}`;
    const known = images.get(key);
    const pull = strictest(pullOf(pullPolicy), known?.pull);
    images.set(key, { image: image.value, platform, services: [...(known?.services ?? []), name], pull });
  }
  return [...images.values()];
}

/** `daily`, `weekly` and `every_…` ask a registry again only when the image is old: then it is here. */
function pullOf(policy: string | undefined): PlannedImage['pull'] {
  if (policy === 'always' || policy === 'never') return policy;
  return 'missing';
}

/** One service that may pull is enough for all that share the image. */
function strictest(a: PlannedImage['pull'], b: PlannedImage['pull'] = a): PlannedImage['pull'] {
  if (a === 'always' || b === 'always') return 'always';
  return a === 'never' && b === 'never' ? 'never' : 'missing';
}
