import { readFileSync } from 'node:fs';

/** A socket of this machine that a server listens on. */
export interface ListeningSocket {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  /** By which the process that has it is found. */
  readonly inode: string;
}

/** States of a socket that takes what comes. https://github.com/torvalds/linux/blob/v6.12/include/net/tcp_states.h */
const LISTENS = { tcp: '0A', udp: '07' } as const;

/** What listens in the network namespace of this process; empty where that is not known. */
export function listeningSockets(): ListeningSocket[] {
  return (['tcp', 'udp'] as const).flatMap((protocol) =>
    [protocol, `${protocol}6`].flatMap((file) => parseSockets(read(`/proc/net/${file}`), protocol)),
  );
}

/** Reads the table of sockets that Linux shows. https://docs.kernel.org/networking/proc_net_tcp.html */
export function parseSockets(table: string, protocol: 'tcp' | 'udp'): ListeningSocket[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      const [hex = '', port = ''] = local.split(':');
      if (state !== LISTENS[protocol]) return [];
      return [{ protocol, address: addressOf(hex), port: Number.parseInt(port, 16), inode }];
    });
}

/** Words of 32 bits in the byte order of the machine, which is little endian wherever Docker runs but on s390x. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  if (bytes.length === 4) return bytes.map((byte) => String(Number.parseInt(byte, 16))).join('.');
  const groups = bytes.flatMap((byte, index) => (index % 2 === 0 ? [`${byte}${bytes[index + 1] ?? ''}`] : []));
  const plain = groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
  return plain.replace(/(?:^|:)(?:0(?::|$)){2,}/, '::');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
