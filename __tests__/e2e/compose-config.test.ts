import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { ComposeService } from '../../src/model/stack.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { check } from '../../src/stages/check.js';

interface Project {
  readonly files: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-compose-'));
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

const one = (body: string, rest = ''): Project => ({
  files: { 'compose.yml': `services:\n  web:\n    image: web:1\n${body}${rest}` },
});
const two = (first: string, second: string): Project => ({
  files: {
    'compose.yml': `services:\n  web:\n    image: web:1\n${first}`,
    'compose.override.yml': `services:\n  web:\n${second}`,
  },
});

/** A walk through the Compose specification, by what our loader reads of it. */
const PROJECTS: Readonly<Record<string, Project>> = {
  'one service': one(''),
  'a command as text': one('    command: run --with "two words" plain\n'),
  'a command as list': one('    command: [run, --x=1, "a b"]\n'),
  'an entrypoint': one('    entrypoint: ["/bin/sh", -c]\n    command: ["echo hi"]\n'),
  'short ports': one('    ports: ["80", "8080:81", "127.0.0.1:8082:82", "9000-9001:9100-9101", "53:53/udp"]\n'),
  'ports as numbers': one('    ports:\n      - 8000\n'),
  'long ports': one(
    '    ports:\n      - {target: 80, published: "8080", protocol: tcp}\n      - {target: 53, protocol: udp}\n',
  ),
  'IPv6 ports': one('    ports: ["[::1]:8080:80"]\n'),
  expose: one('    expose: ["80", 90]\n'),
  'short volumes': one('    volumes: ["./a:/a", "./b:/b:ro", "named:/n", "/anonymous"]\n', 'volumes:\n  named:\n'),
  'long volumes': one(
    '    volumes:\n      - {type: bind, source: ./a, target: /a}\n      - {type: volume, source: named, target: /n}\n      - {type: tmpfs, target: /t}\n',
    'volumes:\n  named:\n',
  ),
  'volumes above the project': one('    volumes: ["../a:/a", "/etc/hosts:/hosts"]\n'),
  'networks as list': one('    networks: [front, back]\n', 'networks:\n  front:\n  back:\n'),
  'networks with aliases': one(
    '    networks:\n      front: {aliases: [a, b]}\n      back:\n',
    'networks:\n  front:\n  back:\n',
  ),
  'host networking': one('    network_mode: host\n'),
  'the network of another service': one('    network_mode: "service:db"\n  db:\n    image: db:1\n'),
  links: one('    links: ["db:database"]\n  db:\n    image: db:1\n'),
  'depends_on as list': one('    depends_on: [db]\n  db:\n    image: db:1\n'),
  'depends_on with conditions': one(
    '    depends_on:\n      db: {condition: service_healthy}\n      init: {condition: service_completed_successfully, required: false}\n  db:\n    image: db:1\n  init:\n    image: init:1\n',
  ),
  'a healthcheck as text': one('    healthcheck:\n      test: curl -f http://localhost\n      interval: 10s\n'),
  'a healthcheck as list': one('    healthcheck: {test: [CMD, "true"], retries: 3}\n'),
  'a healthcheck that is off': one('    healthcheck: {disable: true}\n'),
  'restart and names': one('    restart: unless-stopped\n    container_name: the-web\n    hostname: webhost\n'),
  'extra hosts': one('    extra_hosts: ["a:10.0.0.1", "b=10.0.0.2", "host.docker.internal:host-gateway"]\n'),
  'a profile that is off': one('  extra:\n    image: extra:1\n    profiles: [extra]\n'),
  'a profile that is on': { ...one('  extra:\n    image: extra:1\n    profiles: [extra]\n'), profiles: ['extra'] },
  'anchors and merge keys': {
    files: {
      'compose.yml':
        'x-base: &base\n  image: base:1\n  restart: always\nx-ports: &ports\n  ports: ["80:80"]\nservices:\n  web:\n    <<: [*base, *ports]\n    image: web:1\n  db:\n    <<: *base\n',
    },
  },
  'interpolation with defaults': one('    command: ["${A:-d}", "${A-e}", "$$HOME", "${B:+set}", "${A:-${B:-deep}}"]\n'),
  'interpolation from the shell': { ...one('    command: ["$A", "${B:-d}"]\n'), environment: { A: 'shell', B: '' } },
  'interpolation from .env': {
    files: {
      '.env': 'A=one\nexport B="two\\nlines"\nC=\'raw $A\'\nD=${A}-x\n# no\nE=v # comment\nF=\n',
      'compose.yml': 'services:\n  web:\n    image: web:1\n    command: ["$A", "$B", "$C", "$D", "$E", "$F"]\n',
    },
  },
  'interpolated ports and images': {
    ...one('    ports: ["${BIND:-127.0.0.1}:${PORT:-8080}:80"]\n  db:\n    image: ${DB:-db}:${TAG:-1}\n'),
    environment: { TAG: '7' },
  },
  'an override of scalars': two('    restart: always\n    command: [a]\n', '    image: web:2\n    command: b c\n'),
  'an override of lists': two(
    '    ports: ["80:80"]\n    expose: ["90"]\n',
    '    ports: ["81:81", "80:80"]\n    expose: ["91"]\n',
  ),
  'an override of volumes by mount point': two('    volumes: ["./a:/x", "./c:/c"]\n', '    volumes: ["./b:/x"]\n'),
  'an override of depends_on': two(
    '    depends_on: [db]\n  db:\n    image: db:1\n',
    '    depends_on:\n      db: {condition: service_healthy}\n',
  ),
  'an override of networks': {
    files: {
      'compose.yml': 'services:\n  web:\n    image: web:1\n    networks: [front]\nnetworks:\n  front:\n  back:\n',
      'compose.override.yml': 'services:\n  web:\n    networks:\n      back: {aliases: [w]}\n',
    },
  },
  'an override of a healthcheck': two(
    '    healthcheck: {test: [CMD, a], interval: 5s}\n',
    '    healthcheck: {test: [CMD, b]}\n',
  ),
  'an override that resets': two(
    '    ports: ["80:80"]\n    restart: always\n',
    '    ports: !reset []\n    restart: !reset null\n',
  ),
  'an override that overrides': two('    ports: ["80:80"]\n', '    ports: !override ["81:81"]\n'),
  'an override that adds a service': two('', '    restart: always\n  db:\n    image: db:1\n'),
  'extends in one file': one(
    '    restart: always\n    ports: ["80:80"]\n  copy:\n    extends: web\n    ports: ["81:81"]\n  long:\n    extends: {service: copy}\n    image: long:1\n',
  ),
  'extends of another file': {
    files: {
      'compose.yml': 'services:\n  web:\n    extends: {file: lib/base.yml, service: base}\n    restart: "no"\n',
      'lib/base.yml':
        'services:\n  base:\n    extends: {service: root}\n    image: base:1\n  root:\n    image: root:1\n    volumes: ["./data:/data"]\n    restart: always\n',
    },
  },
  include: {
    files: {
      'compose.yml': 'include:\n  - db/compose.yml\nservices:\n  web:\n    image: web:1\n    depends_on: [db]\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:${TAG:-1}\n    volumes: ["./init:/init"]\n',
      'db/.env': 'TAG=9\n',
    },
  },
  'include in the long form': {
    files: {
      'compose.yml':
        'include:\n  - path: [db/compose.yml, db/more.yml]\n    project_directory: .\n    env_file: db.env\nservices:\n  web:\n    image: web:1\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:$TAG\n    volumes: ["./init:/init"]\n',
      'db/more.yml': 'services:\n  db:\n    restart: always\n',
      'db.env': 'TAG=5\n',
    },
  },
  'configs and secrets': one(
    '    configs: [{source: c, target: /c.yml}]\n    secrets: [s]\n',
    'configs:\n  c: {file: ./c.yml}\nsecrets:\n  s: {file: ./s.txt}\n',
  ),
  'several documents in one file': {
    files: { 'compose.yml': 'services:\n  web:\n    image: web:1\n---\nservices:\n  web:\n    restart: always\n' },
  },
  'docker-compose.yml': { files: { 'docker-compose.yml': 'version: "3.8"\nservices:\n  web:\n    image: web:1\n' } },
};

const REFUSED: Readonly<Record<string, Project>> = {
  'a required variable': one('    command: ${MISSING:?set it}\n'),
  'a malformed interpolation': one('    command: "${A B}"\n'),
  'an unknown key': one('    port: ["80:80"]\n'),
  'a wrong type': one('    ports: {a: b}\n'),
  'no image': { files: { 'compose.yml': 'services:\n  web:\n    restart: always\n' } },
  'a dependency that is not there': one('    depends_on: [db]\n'),
  'a circle': one('    depends_on: [db]\n  db:\n    image: db:1\n    depends_on: [web]\n'),
  'extends of nothing': one('    extends: nothing\n'),
  'extends of a missing file': one('    extends: {file: none.yml, service: base}\n'),
  'include of a missing file': {
    files: { 'compose.yml': 'include: [none.yml]\nservices:\n  web:\n    image: web:1\n' },
  },
  'a duplicate key': one('    image: web:2\n'),
  tabs: { files: { 'compose.yml': 'services:\n\tweb:\n' } },
};

function materialise(name: string, { files }: Project): string {
  const directory = join(workspace, name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

function compose(directory: string, { profiles = [], environment = {} }: Project) {
  const args = ['compose', ...profiles.flatMap((profile) => ['--profile', profile]), 'config', '--format', 'json'];
  const env = { PATH: process.env['PATH'], HOME: '/root', ...environment };
  const { status, stdout, stderr, error } = spawnSync('docker', args, { cwd: directory, encoding: 'utf8', env });
  if (error) throw error;
  return { ok: status === 0, stdout, stderr };
}

function ours(directory: string, { profiles = [], environment = {} }: Project) {
  const displayPath = (path: string): string => path;
  const request = { directory, composeFiles: [], envFiles: [], environment, profiles, displayPath };
  const stack = loadStack(request, new NodeFiles());
  if (!stack) throw new Error('no compose file');
  return stack;
}

interface ComposeJson {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What Compose says of a service, in the words of ours. */
function theirs(service: Readonly<Record<string, unknown>>): object {
  const list = (key: string): Record<string, unknown>[] => (service[key] ?? []) as Record<string, unknown>[];
  const keyed = (key: string): [string, Record<string, unknown> | null][] =>
    Object.entries((service[key] ?? {}) as Record<string, Record<string, unknown> | null>);
  const healthcheck = service['healthcheck'] as { test?: string[]; disable?: boolean } | undefined;
  return {
    image: service['image'],
    // It prints what a compose file would have to say, where a dollar is written twice.
    command: ((service['command'] ?? []) as string[]).map((word) => word.replaceAll('$$', '$')),
    entrypoint: service['entrypoint'] ?? [],
    containerName: service['container_name'],
    networkMode: service['network_mode'],
    networks: keyed('networks')
      .map(([name, value]) => [name, (value?.['aliases'] ?? []) as string[]])
      .sort(),
    ports: list('ports')
      .filter(({ protocol }) => protocol === 'tcp')
      .map(({ target, published }) => [target, published === undefined ? undefined : Number(published)])
      .sort(),
    expose: ((service['expose'] ?? []) as string[]).map(Number).sort(),
    volumes: list('volumes')
      .filter(({ type }) => type === 'bind')
      .map(({ source, target }) => [source, target])
      .sort(),
    dependsOn: keyed('depends_on')
      .map(([name, value]) => [name, value?.['condition'], value?.['required']])
      .sort(),
    test: healthcheck?.disable ? 'off' : healthcheck?.test,
    restart: service['restart'] ?? 'no',
    hosts: ((service['extra_hosts'] ?? []) as string[]).map((host) => host.split('=')[0]).sort(),
  };
}

function asTheirs(service: ComposeService): object {
  const binds = service.mounts.filter(
    ({ kind, target }) => kind === 'bind' && !target.startsWith('/run/secrets/') && target !== '/c.yml',
  );
  return {
    image: service.image?.value,
    command: service.command.map(({ value }) => value),
    entrypoint: service.entrypoint.map(({ value }) => value),
    containerName: service.containerName?.value,
    networkMode: service.networkMode?.value,
    networks: [...service.networks].map(([name, aliases]) => [name, [...aliases]]).sort(),
    ports: service.ports.map(({ containerPort, hostPort }) => [containerPort, hostPort]).sort(),
    expose: service.expose.map(({ value }) => value).sort(),
    volumes: binds.map(({ source, target }) => [source, target]).sort(),
    dependsOn: service.dependsOn.map(({ service: name, condition, required }) => [name, condition, required]).sort(),
    test: service.healthcheck?.disabled ? 'off' : service.healthcheck?.test,
    restart: service.restart,
    hosts: [...service.extraHosts].sort(),
  };
}

describe('our loader reads what docker compose config reads', () => {
  test.each(Object.entries(PROJECTS))('%s', (name, project) => {
    const directory = materialise(name, project);
    const { ok, stdout, stderr } = compose(directory, project);
    expect(ok ? '' : stderr).toBe('');
    const expected = (JSON.parse(stdout) as ComposeJson).services;
    const stack = ours(directory, project);
    const found = Object.fromEntries(stack.project.services.map((service) => [service.name, asTheirs(service)]));
    expect(stack.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.entries(expected).map(([key, service]) => [key, theirs(service)])));
  });
});

describe('what docker compose config refuses, check refuses', () => {
  test.each(Object.entries(REFUSED))('%s', (name, project) => {
    const directory = materialise(`refused ${name}`, project);
    expect(compose(directory, project).ok).toBe(false);
    const errors = check(ours(directory, project)).filter(
      ({ severity, code }) => severity === 'error' && code !== 'stack/no-prometheus',
    );
    expect(errors).not.toEqual([]);
    expect(errors[0]?.location).toBeDefined();
  });
});
