import type { Cause } from '../../src/model/cause.js';
import type { Expected, Fault } from './fault.js';
import { agentImage, COMMAND, command, COMPOSE, compose, ofAgent } from './patches.js';
import { foreignContainer, foreignNetwork, imageOfAnotherProcessor, portOfProgram, registry } from './surroundings.js';

const refused = (cause: Cause, line: string): Expected => ({
  code: 'runtime/bring-up-failed',
  cause,
  file: COMPOSE,
  line,
});
/** Engines of today start it, and it ends at once. */
const exited = (cause: Cause, line: string): Expected => ({ ...refused(cause, line), code: 'runtime/service-failed' });
const PORT = '    ports:\n      - "127.0.0.1:@PORT@:8000"\n';
const SUBNET = '    ipam:\n      config:\n        - subnet: "@SUBNET@"\n';
const VOLUMES = '      - ./agent:/agent:ro\n';

/** What Docker refuses to create or start: images, ports, names, mounts, devices, users. */
export const START_FAULTS: readonly Fault[] = [
  {
    name: 'command-not-found',
    title: 'the command is not in the image',
    patches: [command('[voice-agent, --serve]')],
    expect: refused('command-not-found', 'command: [voice-agent'),
  },
  {
    name: 'command-not-executable',
    title: 'the command is a file that is not executable',
    patches: [command('[/agent/misbehave.mjs]')],
    expect: refused('command-not-executable', 'command: [/agent'),
  },
  {
    name: 'no-shebang',
    title: 'the command is a text without the line that names its interpreter',
    patches: [command('[/agent/start]')],
    files: { 'agent/start': { text: 'node /agent/misbehave.mjs\n', mode: 0o755 } },
    expect: exited('command-not-executable', 'command: [/agent/start]'),
  },
  {
    name: 'wrong-architecture',
    title: 'the program of the image is for another processor',
    patches: [agentImage('@IMAGE@'), compose(`    ${COMMAND}\n`, '')],
    surroundings: imageOfAnotherProcessor,
    suppress: ['startup/*'],
    expect: exited('wrong-architecture', 'image: scrapegate-fault'),
  },
  {
    name: 'port-of-a-program',
    title: 'a program of the host has the port',
    patches: [ofAgent(PORT)],
    surroundings: portOfProgram,
    expect: { code: 'runtime/port-in-use', cause: 'port-in-use', file: COMPOSE, line: '- "127.0.0.1:' },
  },
  {
    name: 'port-of-a-container',
    title: 'a container of somebody else has the port',
    patches: [ofAgent(PORT)],
    surroundings: foreignContainer,
    expect: { code: 'runtime/port-in-use', cause: 'port-in-use', file: COMPOSE, line: '- "127.0.0.1:' },
  },
  {
    name: 'name-in-use',
    title: 'a container of somebody else has the container_name',
    patches: [ofAgent('    container_name: "@NAME@"\n')],
    surroundings: foreignContainer,
    expect: refused('name-in-use', 'container_name:'),
  },
  {
    name: 'image-missing',
    title: 'the registry does not have the image',
    patches: [agentImage('@REGISTRY@/agent:404')],
    surroundings: registry,
    expect: refused('image-unavailable', 'image: 127.0.0.1'),
  },
  {
    name: 'image-never-pulled',
    title: 'the image is not here, and pull_policy is never',
    patches: [agentImage('voice-ai-agent:not-here'), ofAgent('    pull_policy: never\n')],
    expect: refused('image-unavailable', 'image: voice-ai-agent:not-here'),
  },
  {
    name: 'image-denied',
    title: 'the registry denies the image',
    patches: [agentImage('@REGISTRY@/agent:403')],
    surroundings: registry,
    expect: refused('image-denied', 'image: 127.0.0.1'),
  },
  {
    name: 'registry-not-there',
    title: 'nothing answers where the registry should be',
    patches: [agentImage('127.0.0.1:1/agent:1')],
    expect: refused('registry-unavailable', 'image: 127.0.0.1:1'),
  },
  {
    name: 'mount-source-missing',
    title: 'the source of a mount is not there, create_host_path: false',
    patches: [
      compose(
        VOLUMES,
        `${VOLUMES}      - type: bind\n        source: ./secrets\n        target: /secrets\n        bind:\n          create_host_path: false\n`,
      ),
    ],
    suppress: ['mounts/*'],
    expect: refused('mount-failed', 'source: ./secrets'),
  },
  {
    name: 'mount-directory-on-file',
    title: 'a directory is mounted onto a file of the image',
    patches: [compose(VOLUMES, `${VOLUMES}      - ./agent:/etc/passwd:ro\n`)],
    suppress: ['mounts/*'],
    expect: refused('mount-failed', './agent:/etc/passwd'),
  },
  {
    name: 'device-missing',
    title: 'a device is not on this machine',
    patches: [ofAgent('    devices:\n      - /dev/no-such-device:/dev/microphone\n')],
    suppress: ['mounts/*'],
    expect: refused('device-missing', '- /dev/no-such-device'),
  },
  {
    name: 'user-missing',
    title: 'the image has no such user',
    patches: [ofAgent('    user: voice\n')],
    expect: refused('user-missing', 'user: voice'),
  },
  {
    name: 'working-directory-is-a-file',
    title: 'working_dir is a file',
    patches: [ofAgent('    working_dir: /etc/passwd\n')],
    expect: refused('bring-up-failed', '  working_dir: /etc/passwd'),
  },
  {
    name: 'network-overlaps',
    title: 'a network wants addresses that another network has',
    patches: [compose('  monitoring:\n\nvolumes', `  monitoring:\n${SUBNET}\nvolumes`)],
    surroundings: foreignNetwork,
    expect: refused('networks-exhausted', '  monitoring:'),
  },
];
