import type { ComposeService } from './stack.js';

export { meaningOfHost, type HostMeaning } from './host-meaning.js';

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

/** The container ports a service is known to offer: published and exposed ones. */
export function declaredPorts(service: ComposeService): ReadonlySet<number> {
  return new Set([...service.ports.map((port) => port.containerPort), ...service.expose.map((port) => port.value)]);
}
