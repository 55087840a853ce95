import type { ComposeService, Stack } from './stack.js';

interface GeneratedName {
  readonly kind: 'generated';
  readonly service: ComposeService;
  readonly separator: '-' | '_';
}

const known = new WeakMap<Stack, ReadonlyMap<string, ComposeService>>();

/**
 * The service whose container Compose would call so, in a project of any name: `PROJECT-SERVICE-1`, or `PROJECT_SERVICE_1` by
 * Compose v1 and with --compatibility. A service with a container_name has no such name.
 */
export function generatedName(stack: Stack, name: string): GeneratedName | undefined {
  const [, rest, separator] = /^(.+)([-_])\d+$/.exec(name) ?? [];
  if (rest === undefined) return undefined;
  const services = named(stack);
  for (let at = rest.indexOf(separator ?? ''); at >= 0; at = rest.indexOf(separator ?? '', at + 1)) {
    const service = at > 0 ? services.get(rest.slice(at + 1)) : undefined;
    if (service) return { kind: 'generated', service, separator: separator === '_' ? '_' : '-' };
  }
  return undefined;
}

function named(stack: Stack): ReadonlyMap<string, ComposeService> {
  let services = known.get(stack);
  if (!services) {
    const own = stack.project.services.filter(({ containerName }) => containerName === undefined);
    services = new Map(own.map((service) => [service.name.toLowerCase(), service]));
    known.set(stack, services);
  }
  return services;
}
