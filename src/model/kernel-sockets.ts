import type { ListeningSocket } from './container-facts.js';

/** The state TCP_LISTEN of include/net/tcp_states.h. */
const LISTEN = '0A';

/**
 * The sockets that wait for connections in a text of `/proc/net/tcp` or `/proc/net/tcp6`. Addresses are 32-bit words in hexadecimal,
 * each in the byte order of the machine; every machine that Docker runs on in practice is little-endian.
 * https://docs.kernel.org/networking/proc_net_tcp.html
 */
export function listeningSockets(text: string): ListeningSocket[] {
  const found = new Map<string, ListeningSocket>();
  for (const line of text.split('\n')) {
    const [, local, , state] = line.trim().split(/\s+/);
    if (state !== LISTEN || local === undefined) continue;
    const socket = parseLocal(local);
    if (socket) found.set(`${socket.address} ${String(socket.port)}`, socket);
  }
  return [...found.values()];
}

function parseLocal(local: string): ListeningSocket | undefined {
  const [, hex = '', port = ''] = /^([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4})$/i.exec(local) ?? [];
  if (hex === '') return undefined;
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) =>
    [6, 4, 2, 0].map((at) => Number.parseInt(word.slice(at, at + 2), 16)),
  );
  const isMapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
  const family = bytes.length === 4 || isMapped ? 4 : 6;
  const address = family === 4 ? bytes.slice(-4).join('.') : ipv6(bytes);
  return { family, address, port: Number.parseInt(port, 16) };
}

/** The short form of RFC 5952: the longest run of zero groups becomes `::`. */
function ipv6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0));
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}

/** Whether only the container itself can reach an address. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Whether a socket accepts what is sent to any address of its family. */
export function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}
