import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../src/adapters/docker/command.js';
import type { Engine } from '../../src/adapters/docker/engine.js';
import { bindable } from '../../src/adapters/host/bindable.js';
import { EngineHost, isTaken } from '../../src/adapters/host/engine-host.js';
import { listeningSockets, parseSockets } from '../../src/adapters/host/listening-sockets.js';
import { socketOwners } from '../../src/adapters/host/socket-owner.js';

const signal = new AbortController().signal;

describe('the table of sockets', () => {
  // As Linux 6.12 shows them: 127.0.0.53:53 and 0.0.0.0:9090 listen, one connection does not count.
  const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 3500007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 00000000   102        0 23001 1 0000000000000000 100 0 0 10 5
   1: 00000000:2382 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 23002 1 0000000000000000 100 0 0 10 0
   2: 0100007F:2382 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 23003 1 0000000000000000 20 4 30 10 -1
`;
  const TCP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 23004 1 0000000000000000 100 0 0 10 0
   1: 00000000000000000000000001000000:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 23005 1 0000000000000000 100 0 0 10 0
`;

  test('is read with addresses as people write them', () => {
    expect(parseSockets(TCP, 'tcp').map(({ address, port, inode }) => `${address} ${String(port)} ${inode}`)).toEqual([
      '127.0.0.53 53 23001',
      '0.0.0.0 9090 23002',
    ]);
    expect(parseSockets(TCP6, 'tcp').map(({ address, port }) => `${address} ${String(port)}`)).toEqual([
      ':: 8080',
      '::1 8081',
    ]);
    expect(parseSockets('', 'tcp')).toEqual([]);
  });

  test('leads to the process that has a socket', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = listeningSockets().find((one) => one.protocol === 'tcp' && one.port === port);
    expect(socket).toMatchObject({ address: '127.0.0.1' });
    expect(socketOwners(new Set([socket?.inode ?? ''])).get(socket?.inode ?? '')).toMatchObject({ pid: process.pid });
    server.close();
  });
});

describe('a port', () => {
  test('of a listening server is taken, on its address and on all of them, and free afterwards', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const on = (address: string) => bindable({ protocol: 'tcp', address, port });
    expect(await Promise.all([on('127.0.0.1'), on(''), on('0.0.0.0')])).toEqual(['in-use', 'in-use', 'in-use']);
    expect(await on('127.0.0.2')).toBe('free');
    expect(await bindable({ protocol: 'udp', address: '127.0.0.1', port })).toBe('free');
    await new Promise((done) => server.close(done));
    expect(await on('')).toBe('free');
  });

  test('of UDP is known as well', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    expect(await bindable({ protocol: 'udp', address: '', port: socket.address().port })).toBe('in-use');
    socket.close();
  });

  test('on an address that this machine does not have is not known', async () => {
    expect(await bindable({ protocol: 'tcp', address: '192.0.2.1', port: 1024 })).toBe('unknown');
  });
});

test('a port that this user may not try is taken when somebody listens on it', () => {
  const sockets = parseSockets('head\n 0: 0100007F:0050 00000000:0000 0A 0:0 00:0 0 0 0 1 1 0 100 0 0 10 5\n', 'tcp');
  const port = { protocol: 'tcp', port: 80 } as const;
  expect(isTaken({ ...port, address: '' }, 'unknown', sockets)).toBe(true);
  expect(isTaken({ ...port, address: '127.0.0.2' }, 'unknown', sockets)).toBe(false);
  expect(isTaken({ ...port, port: 81, address: '' }, 'unknown', sockets)).toBe(false);
  expect(isTaken({ ...port, address: '' }, 'free', sockets)).toBe(false);
});

describe('the host of an engine', () => {
  const engine = (name: string): Engine =>
    ({
      address: 'unix:///run/docker.sock',
      info: () => Promise.resolve({ Name: name, DockerRootDir: '/', MemTotal: 2 ** 33 }),
      publishing: () =>
        Promise.resolve([
          {
            name: 'shop-web-1',
            labels: {
              'com.docker.compose.project': 'shop',
              'com.docker.compose.service': 'web',
              'com.docker.compose.project.config_files': '/srv/a.yml,/srv/b.yml',
            },
            ports: [{ protocol: 'tcp', address: '127.0.0.1', port: 8000 }],
          },
        ]),
    }) as unknown as Engine;

  test('in another machine is judged by its containers alone', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const wanted = [
      { protocol: 'tcp', address: '', port: 8000 },
      { protocol: 'tcp', address: '127.0.0.2', port: 8000 },
      { protocol: 'udp', address: '', port: 8000 },
      { protocol: 'tcp', address: '', port },
    ] as const;
    const seen = await new EngineHost(engine('a-machine-far-away')).look(wanted, signal);
    const container = {
      name: 'shop-web-1',
      project: 'shop',
      service: 'web',
      composeFiles: ['/srv/a.yml', '/srv/b.yml'],
    };
    expect(seen).toEqual({
      portsInUse: [{ protocol: 'tcp', port: 8000, wantedAddress: '', address: '127.0.0.1', container }],
      memory: { totalBytes: 2 ** 33 },
    });
    server.close();
  });

  test('that does not answer is left to those who ask for it', async () => {
    const silent = { ...engine('x'), info: () => Promise.reject(new Error('gone')) } as unknown as Engine;
    expect(await new EngineHost(silent).look([], signal)).toEqual({ portsInUse: [] });
  });
});

test('a command that prints nothing for too long is ended, and says so', async () => {
  const talks = "let n = 0; setInterval(() => { console.error('still'); if (++n === 6) process.exit(0) }, 50)";
  expect((await runCommand(process.execPath, ['-e', talks], { idleMs: 2000 })).exitCode).toBe(0);
  const silent = await runCommand(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { idleMs: 300 });
  expect(silent.exitCode).not.toBe(0);
  expect(silent.output).toContain('no progress for 0.3 s');
});
