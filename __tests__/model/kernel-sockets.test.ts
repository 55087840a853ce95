import { describe, expect, test } from '@jest/globals';
import { isLoopback, isWildcard, listeningSockets } from '../../src/model/kernel-sockets.js';

const HEADER = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const line = (local: string, state = '0A'): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 3513425 1 0 100 0 0 10 0\n`;

describe('listening sockets of /proc/net/tcp', () => {
  test.each([
    ['0100007F:1F40', { family: 4, address: '127.0.0.1', port: 8000 }],
    ['00000000:1F90', { family: 4, address: '0.0.0.0', port: 8080 }],
    ['020012AC:0050', { family: 4, address: '172.18.0.2', port: 80 }],
    ['00000000000000000000000000000000:0BB8', { family: 6, address: '::', port: 3000 }],
    ['00000000000000000000000001000000:0BB8', { family: 6, address: '::1', port: 3000 }],
    ['0000000000000000FFFF00000100007F:0BB8', { family: 4, address: '127.0.0.1', port: 3000 }],
    ['B80D01200000000067452301EFCDAB89:1F40', { family: 6, address: '2001:db8::123:4567:89ab:cdef', port: 8000 }],
  ])('%s', (local, socket) => {
    expect(listeningSockets(HEADER + line(local))).toEqual([socket]);
  });

  test('connections, twins and lines that are none are left out', () => {
    const text = HEADER + line('0100007F:1F40', '01') + line('00000000:1F40') + line('00000000:1F40') + 'x y\n\n';
    expect(listeningSockets(text)).toEqual([{ family: 4, address: '0.0.0.0', port: 8000 }]);
  });
});

test('addresses that nobody else reaches, and those that stand for all', () => {
  expect(['127.0.0.1', '127.0.0.11', '::1', '0.0.0.0', '10.1.2.3'].filter(isLoopback)).toHaveLength(3);
  expect(['0.0.0.0', '::', '127.0.0.1'].filter(isWildcard)).toEqual(['0.0.0.0', '::']);
});
