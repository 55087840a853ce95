import { describe, expect, test } from '@jest/globals';
import type { BringUpFailure } from '../../src/model/observation.js';
import { rule } from '../../src/rules/runtime/bring-up-failed.js';
import { planBringUp } from '../../src/stages/plan.js';
import { stackOf } from '../fakes/load.js';

const COMPOSE = `services:
  agent:
    image: r.test/agent:1
    container_name: the-agent
    user: nobody
    entrypoint: [/opt/start]
    command: [serve]
    ports: ["127.0.0.1:18000:8000"]
    devices: [/dev/ttyUSB0]
    volumes:
      - ./missing.yml:/etc/agent.yml
      - store:/data
    networks: [inner]
  other:
    image: r.test/other:1
networks:
  inner: { ipam: { config: [{ subnet: 10.0.0.0/16 }] } }
volumes:
  store: { driver_opts: { type: none, o: bind, device: /nosuch } }
`;
const stack = stackOf({ 'compose.yml': COMPOSE });
const judge = (output: string, rest: Partial<BringUpFailure> = {}) => {
  const bringUpFailure = { services: ['agent'], command: 'docker start 12', exitCode: 1, output, ...rest };
  const observation = {
    atMs: 0,
    containers: [],
    prometheus: { ready: false },
    logs: {},
    neverStarted: [],
    bringUpFailure,
  };
  const [problem] = rule.judge({ stack, plan: planBringUp(stack), targets: [], observation });
  if (!problem) throw new Error('no problem');
  return {
    ...problem,
    line: problem.at && COMPOSE.split('\n')[problem.at.file.position(problem.at.start).line - 1]?.trim(),
  };
};

const TASK =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';
const OLD = 'OCI runtime create failed: container_linux.go:380: starting container process caused: ';
const NETWORK =
  'failed to set up container networking: driver failed programming external connectivity on endpoint run-agent-1 (5d1f): ';

describe('Docker’s words become a cause and the line that has to change', () => {
  test.each([
    // Engine 28 as it answers the start of a container.
    [
      `${TASK}exec: "/opt/start": stat /opt/start: no such file or directory`,
      'command-not-found',
      'entrypoint: [/opt/start]',
    ],
    [`${TASK}exec: "serve": executable file not found in $PATH`, 'command-not-found', 'command: [serve]'],
    [`${TASK}exec: "/opt/start": permission denied`, 'command-not-executable', 'entrypoint: [/opt/start]'],
    [
      `${TASK}error during container init: error mounting "/stack/missing.yml" to rootfs at "/etc/agent.yml": mount /stack/missing.yml:/etc/agent.yml (via /proc/self/fd/6), flags: 0x5000: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
      'mount-failed',
      '- ./missing.yml:/etc/agent.yml',
    ],
    [
      "error while mounting volume '/var/lib/docker/volumes/run_store/_data': failed to mount local volume: mount /nosuch:/var/lib/docker/volumes/run_store/_data, flags: 0x1000: no such file or directory",
      'mount-failed',
      'store: { driver_opts: { type: none, o: bind, device: /nosuch } }',
    ],
    [
      'error gathering device information while adding custom device "/dev/ttyUSB0": no such file or directory',
      'device-missing',
      'devices: [/dev/ttyUSB0]',
    ],
    [
      `${NETWORK}Bind for 127.0.0.1:18000 failed: port is already allocated`,
      'port-in-use',
      'ports: ["127.0.0.1:18000:8000"]',
    ],
    [
      `${NETWORK}failed to bind host port for 127.0.0.1:18000:172.18.0.3:8000/tcp: address already in use`,
      'port-in-use',
      'ports: ["127.0.0.1:18000:8000"]',
    ],
    ['unable to find user nobody: no matching entries in passwd file', 'user-missing', 'user: nobody'],
    ['failed to create endpoint: mkdir /var/lib/docker/x: no space left on device', 'disk-full', 'agent:'],
    // Engine 26.
    [`${TASK}exec: "serve": executable file not found in $PATH: unknown`, 'command-not-found', 'command: [serve]'],
    [`${TASK}exec: "/opt/start": permission denied: unknown`, 'command-not-executable', 'entrypoint: [/opt/start]'],
    [`${TASK}exec /opt/start: exec format error: unknown`, 'wrong-architecture', 'image: r.test/agent:1'],
    // Engine 20.10.
    [`${OLD}exec: "serve": executable file not found in $PATH: unknown`, 'command-not-found', 'command: [serve]'],
    [
      `${OLD}process_linux.go:545: container init caused: rootfs_linux.go:75: mounting "/stack/missing.yml" to rootfs at "/etc/agent.yml" caused: mount through procfd: not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
      'mount-failed',
      '- ./missing.yml:/etc/agent.yml',
    ],
    [
      'driver failed programming external connectivity on endpoint run-agent-1 (5d1f): Error starting userland proxy: listen tcp4 127.0.0.1:18000: bind: address already in use',
      'port-in-use',
      'ports: ["127.0.0.1:18000:8000"]',
    ],
  ])('%s', (said, cause, line) => {
    expect(judge(said)).toMatchObject({ cause, line });
    // The same in the words of docker compose, among its progress.
    const compose = ` Container run-other-1  Created\n Container run-agent-1  Creating\nError response from daemon: ${said}\n`;
    expect(judge(compose, { services: ['other', 'agent'] })).toMatchObject({ cause, line });
  });

  // What the creation of containers fails with.
  test.each([
    [
      'Error response from daemon: Conflict. The container name "/the-agent" is already in use by container "310ca9f5". You have to remove (or rename) that container to be able to reuse that name.',
      'name-in-use',
      'container_name: the-agent',
    ],
    [
      ' Container run-agent-1  Creating\nError response from daemon: invalid mount config for type "bind": bind source path does not exist: /stack/missing.yml',
      'mount-failed',
      '- ./missing.yml:/etc/agent.yml',
    ],
    [
      ' Network run_inner  Error\nfailed to create network run_inner: Error response from daemon: invalid pool request: Pool overlaps with other one on this address space',
      'networks-exhausted',
      'inner: { ipam: { config: [{ subnet: 10.0.0.0/16 }] } }',
    ],
    [
      'failed to create network run_inner: Error response from daemon: all predefined address pools have been fully subnetted',
      'networks-exhausted',
      'inner: { ipam: { config: [{ subnet: 10.0.0.0/16 }] } }',
    ],
    [
      'failed to create network run_inner: Error response from daemon: could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
      'networks-exhausted',
      'inner: { ipam: { config: [{ subnet: 10.0.0.0/16 }] } }',
    ],
  ])('%s', (said, cause, line) => {
    expect(judge(said, { services: ['agent', 'other'] })).toMatchObject({ cause, line });
  });
});

test('the message leaves out what Docker wraps around its reason', () => {
  expect(judge(`${TASK}exec: "serve": executable file not found in $PATH: unknown`).message).toBe(
    'service "agent" could not be started: exec: "serve": executable file not found in $PATH',
  );
});

test('an image that could not be pulled is named with the reason in plain words and the number of attempts', () => {
  const output =
    ' agent Pulling \n agent Error received unexpected HTTP status: 503 Service Unavailable\nError response from daemon: received unexpected HTTP status: 503 Service Unavailable\n';
  const { message, cause, line } = judge(output, { attempts: 5 });
  expect({ message, cause, line }).toEqual({
    message:
      'service "agent" could not be started: image "r.test/agent:1" cannot be had: the registry answers with a server error: received unexpected HTTP status: 503 Service Unavailable, also at attempt 5',
    cause: 'registry-unavailable',
    line: 'image: r.test/agent:1',
  });
});

test('services that no word of Docker tells apart are named together', () => {
  const { message, subject } = judge('something new', { services: ['agent', 'other'] });
  expect(message).toBe('services "agent", "other" could not be started: something new');
  expect(subject).toBeUndefined();
});
