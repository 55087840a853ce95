import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault } from './fault.js';
import { agent, command, COMPOSE, compose, ofAgent, services } from './patches.js';
import { toTheAgent } from './surroundings.js';

const failed = (cause: Cause, line: string): Expected => ({
  code: 'runtime/service-failed',
  cause,
  file: COMPOSE,
  line,
});
const SERVICE = '  voice-ai-agent:';
/** Never ready, so that the run is still there when somebody does something. */
const NEVER_READY = agent('deaf', '      LATE: "60000"\n');

/** Containers that do not stay up, and services that wait for those. */
export const CONTAINER_FAULTS: readonly Fault[] = [
  {
    name: 'exits',
    title: 'the process exits with code 1',
    patches: [command(`[node, -e, "console.error('no API key'); process.exit(1)"]`)],
    expect: failed('container-exited', SERVICE),
  },
  {
    name: 'exits-at-once-with-success',
    title: 'a server that others wait for ends with code 0 under restart: always',
    patches: [command('[node, -e, ""]'), ofAgent('    restart: always\n')],
    expect: failed('crash-loop', SERVICE),
  },
  {
    name: 'command-not-found-in-shell',
    title: 'a script calls a program that is not there (127)',
    patches: [command('[sh, -c, "exec voice-agent --serve"]')],
    expect: failed('command-not-found', 'command: [sh'),
  },
  {
    name: 'command-not-executable-in-shell',
    title: 'a script calls a file that is not executable (126)',
    patches: [command('[sh, -c, /agent/misbehave.mjs]')],
    expect: failed('command-not-executable', 'command: [sh'),
  },
  {
    name: 'restarts-for-ever',
    title: 'the process fails after each start, restart: always',
    patches: [command('[node, -e, "process.exit(3)"]'), ofAgent('    restart: always\n')],
    expect: failed('crash-loop', SERVICE),
  },
  {
    name: 'memory-limit',
    title: 'the process takes more memory than mem_limit',
    patches: [command('[tail, /dev/zero]'), ofAgent('    mem_limit: 32m\n')],
    suppress: ['security/*'],
    expect: failed('out-of-memory', 'mem_limit: 32m'),
  },
  {
    name: 'segmentation-fault',
    title: 'the process dies of SIGSEGV',
    patches: [command('[node, -e, "process.kill(process.pid, 11)"]'), ofAgent('    init: true\n')],
    expect: failed('container-exited', SERVICE),
  },
  {
    name: 'paused',
    title: 'somebody else pauses the container while the gate waits',
    patches: [NEVER_READY],
    meanwhile: toTheAgent('pause'),
    expect: failed('stopped-from-outside', SERVICE),
  },
  {
    name: 'stopped',
    title: 'somebody else stops the container while the gate waits',
    patches: [NEVER_READY],
    meanwhile: toTheAgent('stop'),
    expect: failed('stopped-from-outside', SERVICE),
  },
  {
    name: 'removed',
    title: 'somebody else removes the container while the gate waits',
    patches: [NEVER_READY],
    meanwhile: toTheAgent('rm', '--force'),
    expect: failed('stopped-from-outside', SERVICE),
  },
  {
    name: 'stopped-after-it-was-ready',
    title: 'somebody else stops the container while its targets are awaited',
    patches: [],
    meanwhile: toTheAgent('stop'),
    expect: failed('stopped-from-outside', SERVICE),
  },
  {
    name: 'exits-after-it-was-ready',
    title: 'the process exits after it was ready, before its first scrape',
    patches: [agent('dies-later')],
    expect: failed('container-exited', SERVICE),
  },
  {
    name: 'one-shot-fails',
    title: 'a one-shot that the agent waits for fails',
    patches: [
      services(`  migrate:
    image: \${NODE_IMAGE:-node:24-alpine}
    command: [node, -e, "console.error('no such table'); process.exit(2)"]
    networks: [monitoring]
`),
      ofAgent('    depends_on:\n      migrate:\n        condition: service_completed_successfully\n'),
    ],
    expect: failed('container-exited', '  migrate:'),
  },
  {
    name: 'chain-blocked',
    title: 'Redis is unhealthy, the agent waits for it, and a third service for the agent',
    patches: [
      services(`  redis:
    image: \${REDIS_IMAGE:-redis:7-alpine}
    healthcheck:
      test: [CMD, redis-cli, -p, "6380", ping]
      interval: 1s
      retries: 2
    networks: [monitoring]

  web:
    image: \${NODE_IMAGE:-node:24-alpine}
    command: [node, -e, "setInterval(() => 0, 1000)"]
    depends_on:
      voice-ai-agent:
        condition: service_healthy
    networks: [monitoring]
`),
      ofAgent('    depends_on:\n      redis:\n        condition: service_healthy\n'),
    ],
    suppress: ['startup/*'],
    expect: {
      code: 'runtime/service-unhealthy',
      cause: 'healthcheck-wrong-port',
      file: COMPOSE,
      line: 'test: [CMD, redis-cli',
    },
  },
  {
    name: 'waits-without-healthcheck',
    title: 'the agent waits for a service to be healthy that has no healthcheck',
    patches: [
      services(`  redis:
    image: \${REDIS_IMAGE:-redis:7-alpine}
    networks: [monitoring]
`),
      ofAgent('    depends_on:\n      redis:\n        condition: service_healthy\n'),
    ],
    suppress: ['startup/*'],
    expect: { code: 'runtime/dependency-unmet', cause: 'dependency-unmet', file: COMPOSE, line: '      redis:' },
  },
  {
    name: 'user-may-not-write',
    title: 'the user of the container may not write where its program does',
    patches: [ofAgent('    user: "1000"\n    read_only: true\n')],
    suppress: ['mounts/*'],
    expect: failed('storage-not-writable', 'read_only: true'),
  },
  {
    name: 'ends-well',
    title: 'the process of a target ends with code 0',
    patches: [command('[node, -e, ""]')],
    expect: { code: 'runtime/target-down', cause: 'container-exited', file: COMPOSE, line: SERVICE },
  },
  {
    name: 'variable-missing',
    title: 'the program wants a variable that nobody sets',
    patches: [compose('      FAULT: none\n', '      FAULT: ""\n')],
    expect: failed('container-exited', SERVICE),
  },
];
