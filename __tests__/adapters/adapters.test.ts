import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../src/adapters/docker/command.js';
import type { InspectedContainer } from '../../src/adapters/docker/engine.js';
import { demultiplex } from '../../src/adapters/docker/log-stream.js';
import { toSnapshot } from '../../src/adapters/docker/snapshot.js';
import { candidateUrls } from '../../src/adapters/prometheus/door.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import type { ContainerSnapshot } from '../../src/model/observation.js';
import type { PrometheusInstance } from '../../src/model/stack.js';
import { EnvironmentError } from '../../src/model/errors.js';

describe('a command', () => {
  test('is run by its argv, never by a shell', async () => {
    const result = await runCommand(process.execPath, ['-e', 'console.log(process.argv[1])', '$(whoami); `x`']);
    expect(result).toMatchObject({ exitCode: 0, stdout: '$(whoami); `x`\n' });
  });

  test('that is not there is an environment error', async () => {
    await expect(runCommand('no-such-program', [])).rejects.toThrow(EnvironmentError);
  });

  test('that ignores SIGTERM is killed after an abort', async () => {
    const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
    const abort = new AbortController();
    setTimeout(() => {
      abort.abort();
    }, 300);
    const result = await runCommand(process.execPath, ['-e', script], { signal: abort.signal });
    expect(result.exitCode).not.toBe(0);
  }, 10_000);
});

test('a sleep ends with its signal', async () => {
  const abort = new AbortController();
  const started = Date.now();
  setTimeout(() => {
    abort.abort();
  }, 20);
  await systemClock.sleep(60_000, abort.signal);
  expect(Date.now() - started).toBeLessThan(5000);
});

test('a log stream is put together over piece and character boundaries', () => {
  const piece = (stream: number, bytes: Uint8Array): Uint8Array => {
    const header = new Uint8Array(8);
    header[0] = stream;
    new DataView(header.buffer).setUint32(4, bytes.length);
    return new Uint8Array([...header, ...bytes]);
  };
  const text = new TextEncoder().encode('naïve ✓\n');
  const bytes = new Uint8Array([
    ...piece(1, text.slice(0, 3)),
    ...piece(1, text.slice(3)),
    ...piece(2, new TextEncoder().encode('err\n')),
  ]);
  expect(demultiplex(bytes)).toBe('naïve ✓\nerr\n');
  expect(demultiplex(bytes.subarray(0, bytes.length - 2))).toContain('naïve');
});

const INSPECTED: InspectedContainer = {
  Id: 'abc',
  Name: '/run-agent-1',
  RestartCount: 2,
  State: {
    Status: 'running',
    ExitCode: 0,
    OOMKilled: false,
    Error: '',
    StartedAt: '2026-11-19T10:00:00.5Z',
    FinishedAt: '0001-01-01T00:00:00Z',
    Health: { Status: 'unhealthy', Log: [{ Start: '2026-11-19T10:00:01Z', ExitCode: 1, Output: 'no' }] },
  },
  Config: { Image: 'agent:1', Labels: { 'com.docker.compose.service': 'agent' } },
  HostConfig: { RestartPolicy: { Name: '', MaximumRetryCount: 0 } },
  NetworkSettings: {
    Networks: { app: { IPAddress: '172.18.0.3' }, off: { IPAddress: '' } },
    Ports: {
      '8000/tcp': [
        { HostIp: '0.0.0.0', HostPort: '18000' },
        { HostIp: '::', HostPort: '18000' },
      ],
      '9000/tcp': null,
    },
  },
};

test('an inspected container becomes a snapshot', () => {
  expect(toSnapshot(INSPECTED)).toMatchObject({
    service: 'agent',
    name: 'run-agent-1',
    health: 'unhealthy',
    restartPolicy: 'no',
    startedAtMs: Date.UTC(2026, 10, 19, 10, 0, 0, 500),
    finishedAtMs: 0,
    addresses: ['172.18.0.3'],
    probes: [{ exitCode: 1, output: 'no' }],
  });
});

test('Prometheus is looked for on its published port, then on its address', () => {
  const instance = { port: 8000, routePrefix: '/prom' } as PrometheusInstance;
  expect(candidateUrls(instance, toSnapshot(INSPECTED))).toEqual([
    'http://127.0.0.1:18000/prom',
    'http://[::1]:18000/prom',
    'http://172.18.0.3:8000/prom',
  ]);
  const hostNetwork: ContainerSnapshot = { ...toSnapshot(INSPECTED), addresses: [], publishedPorts: [] };
  expect(candidateUrls(instance, hostNetwork)).toEqual(['http://127.0.0.1:8000/prom']);
});
