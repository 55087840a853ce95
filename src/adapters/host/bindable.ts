import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { WantedPort } from '../../ports/host.js';

/**
 * Whether this machine lets a port be taken: the same question that Docker asks, for an instant. `unknown` where this user may not
 * ask, or where the address is none of this machine.
 */
export async function bindable(wanted: WantedPort): Promise<'free' | 'in-use' | 'unknown'> {
  const addresses = wanted.address === '' ? ['0.0.0.0', '::'] : [wanted.address.replace(/^\[|\]$/g, '')];
  const answers = await Promise.all(addresses.map((address) => bind(wanted, address)));
  if (answers.includes('in-use')) return 'in-use';
  // A machine without IPv6 publishes on IPv4 alone.
  return answers.includes('free') ? 'free' : 'unknown';
}

function bind({ protocol, port }: WantedPort, address: string): Promise<'free' | 'in-use' | 'unknown'> {
  const ipv6Only = address.includes(':');
  return new Promise((resolve) => {
    const failed = ({ code }: NodeJS.ErrnoException): void => {
      resolve(code === 'EADDRINUSE' ? 'in-use' : 'unknown');
    };
    if (protocol === 'udp') {
      const socket = createSocket({ type: ipv6Only ? 'udp6' : 'udp4', ipv6Only });
      socket.once('error', failed).bind({ address, port, exclusive: true }, () => {
        socket.close(() => {
          resolve('free');
        });
      });
      return;
    }
    const server = createServer().once('error', failed);
    server.listen({ host: address, port, ipv6Only, exclusive: true }, () => {
      server.close(() => {
        resolve('free');
      });
    });
  });
}
