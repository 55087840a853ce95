import type { ComposeService } from './stack.js';

export { hostMeanings, meaningOfHost, type HostMeaning } from './host-meaning.js';

/** A scrape target or other address split in two; the port is undefined when none is written. */
export interface Address {
  readonly host: string;
  readonly port?: number | undefined;
}

/** Splits `HOST:PORT`, `[IPV6]:PORT` or `HOST`; undefined when it is none of them. */
export function splitAddress(written: string): Address | undefined {
  return splitPlain(written) ?? splitAny(written);
}

const [ZERO, NINE, DOT, DASH, UNDERSCORE] = [0x30, 0x39, 0x2e, 0x2d, 0x5f] as const;

/** `NAME:PORT` in letters, digits, dots, dashes and underscores, without a regular expression: there may be many thousands. */
function splitPlain(written: string): Address | undefined {
  const colon = written.lastIndexOf(':');
  const digits = written.length - colon - 1;
  if (colon <= 0 || digits < 1 || digits > 5) return undefined;
  let port = 0;
  for (let at = colon + 1; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (code < ZERO || code > NINE) return undefined;
    port = port * 10 + code - ZERO;
  }
  for (let at = 0; at < colon; at++) {
    const code = written.charCodeAt(at);
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    if (!isLetter && !(code >= ZERO && code <= NINE) && code !== DOT && code !== DASH && code !== UNDERSCORE)
      return undefined;
  }
  return port > 65_535 ? undefined : { host: written.slice(0, colon), port };
}

function splitAny(written: string): Address | undefined {
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
