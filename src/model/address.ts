import type { ComposeService, Stack } from './stack.js';

/** A scrape target or other address split in two; the port is undefined when none is written. */
export interface Address {
  readonly host: string;
  readonly port?: number | undefined;
}

/** Splits `HOST:PORT`, `[IPV6]:PORT` or `HOST`; undefined when it is none of them. */
export function splitAddress(written: string): Address | undefined {
  const match = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s/:[\]]+))(?::(\d{1,5}))?$/.exec(written);
  if (!match) return undefined;
  const port = match[3] === undefined ? undefined : Number(match[3]);
  if (port !== undefined && port > 65_535) return undefined;
  return { host: match[1] ?? match[2] ?? '', port };
}

/** What a host name means inside a container of one service. */
export type HostMeaning =
  | { readonly kind: 'service'; readonly service: ComposeService; readonly shared: boolean }
  /** A service whose profile is off. */
  | { readonly kind: 'inactive'; readonly service: ComposeService }
  /** The container itself. */
  | { readonly kind: 'localhost' }
  /** Nothing that the compose files can tell: an address, a domain name, an extra host. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown' };

/** What `host` means to `from`, by the names Compose publishes on its networks. */
export function meaningOfHost(stack: Stack, from: ComposeService, host: string): HostMeaning {
  if (from.networkMode) return { kind: 'outside' };
  const name = host.toLowerCase();
  if (name === 'localhost' || name.startsWith('127.') || name === '::1' || name === '0.0.0.0')
    return { kind: 'localhost' };
  const linked = from.links.get(host);
  const service = stack.project.services.find((candidate) => answersTo(candidate, name) || candidate.name === linked);
  if (service) return { kind: 'service', service, shared: shareNetwork(from, service) };
  const inactive = stack.project.inactive.find((candidate) => answersTo(candidate, name));
  if (inactive) return { kind: 'inactive', service: inactive };
  if (/[.:]/.test(name) || from.extraHosts.includes(host) || isGeneratedContainerName(stack, name))
    return { kind: 'outside' };
  return hasNamesFromElsewhere(stack, from) ? { kind: 'outside' } : { kind: 'unknown' };
}

function answersTo(service: ComposeService, name: string): boolean {
  if (service.name.toLowerCase() === name || service.containerName?.value.toLowerCase() === name) return true;
  return [...service.networks.values()].some((aliases) => aliases.some((alias) => alias.toLowerCase() === name));
}

function shareNetwork(from: ComposeService, to: ComposeService): boolean {
  if (from.name === to.name) return true;
  return [...from.networks.keys()].some((network) => to.networks.has(network));
}

/** `PROJECT-SERVICE-1`, which resolves too, or its Compose v1 form with underscores. */
function isGeneratedContainerName(stack: Stack, name: string): boolean {
  return stack.project.services.some((service) => new RegExp(`[-_]${escape(service.name)}[-_]\\d+$`, 'i').test(name));
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** On an external network other projects publish names that these files cannot tell. */
function hasNamesFromElsewhere(stack: Stack, from: ComposeService): boolean {
  const networks = stack.project.root.entries.get('networks')?.value;
  if (networks?.kind !== 'mapping') return false;
  return [...from.networks.keys()].some((name) => {
    const definition = networks.entries.get(name)?.value;
    const external = definition?.kind === 'mapping' ? definition.entries.get('external')?.value : undefined;
    return external !== undefined && !(external.kind === 'scalar' && external.value === false);
  });
}

/** The container ports a service is known to offer: published and exposed ones. */
export function declaredPorts(service: ComposeService): ReadonlySet<number> {
  return new Set([...service.ports.map((port) => port.containerPort), ...service.expose.map((port) => port.value)]);
}
