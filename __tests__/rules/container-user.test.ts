import { describe, expect, test } from '@jest/globals';
import { MemoryFiles } from '../fakes/memory-files.js';
import type { HostAccess } from '../../src/model/host-entry.js';
import { ENTER, may, READ, userOf, WRITE, type ContainerUser } from '../../src/rules/container-user.js';
import { rule as notReadable } from '../../src/rules/mounts/file-not-readable.js';
import { rule as notWritable } from '../../src/rules/mounts/directory-not-writable.js';
import type { Stack } from '../../src/model/stack.js';
import { loadStack } from '../../src/stack/load-stack.js';

const nobody: ContainerUser = { uid: 65534, gid: 65534, inMore: false, shown: 'nobody' };
const access = (mode: number, uid = 1000, gid = 1000): HostAccess => ({ mode, uid, gid });

function load(service: string, accesses: Record<string, HostAccess> = {}, files: Record<string, string> = {}): Stack {
  const texts = { '/p/compose.yml': `services:\n  p:\n${service}`, ...files };
  const request = { directory: '/p', composeFiles: [], envFiles: [], environment: {}, profiles: [] };
  const stack = loadStack(
    { ...request, displayPath: (path) => path.slice('/p/'.length) },
    new MemoryFiles(texts, accesses),
  );
  if (!stack) throw new Error('no stack');
  return stack;
}

describe('what a user may', () => {
  test.each<[string, ContainerUser, HostAccess, number, boolean]>([
    ['others may read', nobody, access(0o644), READ, true],
    ['only the owner may read', nobody, access(0o600), READ, false],
    ['it is the owner', { ...nobody, uid: 1000 }, access(0o600), READ, true],
    ['the owner may less than others', { ...nobody, uid: 1000 }, access(0o044), READ, false],
    ['it is in the group', { ...nobody, gid: 1000 }, access(0o640), READ, true],
    ['the group may less than others', { ...nobody, gid: 1000 }, access(0o604), READ, false],
    ['its group is not known', { ...nobody, gid: undefined }, access(0o640), READ, true],
    ['its group is not known, and would not help', { ...nobody, gid: undefined }, access(0o600), READ, false],
    ['it is in further groups', { ...nobody, inMore: true }, access(0o640), READ, true],
    ['root may everything', { ...nobody, uid: 0 }, access(0), READ | WRITE, true],
    ['a directory needs both', nobody, access(0o706), WRITE | ENTER, false],
  ])('%s', (_, user, entry, bits, expected) => {
    expect(may(user, entry, bits)).toBe(expected);
  });
});

describe('the user of a service', () => {
  test.each([
    ['image: prom/prometheus:v3.5.0', 65534],
    ['{ image: prom/prometheus:v3.5.0, user: root }', 0],
    ['{ image: prom/prometheus:v3.5.0, user: "1000:1000" }', 1000],
    ['{ image: prom/prometheus:v3.5.0, user: nobody }', undefined],
    ['{ image: prom/prometheus:v3.5.0, entrypoint: [sh] }', undefined],
    ['{ image: example/app:1 }', undefined],
    ['{ image: redis:7 }', undefined],
    ['{ image: prom/prometheus:v3.5.0, build: . }', undefined],
  ])('%s: %s', (written, uid) => {
    const service = load(`    ${written}\n`).project.services[0];
    expect(service && userOf(service)?.uid).toBe(uid);
  });
});

describe('files of a stack by their modes', () => {
  const compose = '    image: prom/prometheus:v3.5.0\n    volumes: [./conf:/etc/prometheus, ./data:/prometheus]\n';
  const files = {
    '/p/conf/prometheus.yml': 'rule_files: [rules/a.yml]\n',
    '/p/conf/rules/a.yml': 'groups: []\n',
    '/p/data/x': '',
  };
  const found = (accesses: Record<string, HostAccess>): (string | undefined)[] => {
    const stack = load(compose, { '/p/data': access(0o777), ...accesses }, files);
    return [...notReadable.check(stack), ...notWritable.check(stack)].map(({ message }) => message.replace(/.*: /, ''));
  };

  test('says nothing when all is as it should be', () => {
    expect(found({})).toEqual([]);
  });

  test.each([
    [
      { '/p/conf/prometheus.yml': access(0o640) },
      'the file "conf/prometheus.yml" has mode 0640 and owner 1000; Prometheus does not start',
    ],
    [
      { '/p/conf/rules': access(0o700) },
      'the directory "conf/rules" has mode 0700 and owner 1000; Prometheus does not start',
    ],
    [
      { '/p/conf/rules/a.yml': access(0o600, 0, 0) },
      'the file "conf/rules/a.yml" has mode 0600 and owner 0; Prometheus does not start',
    ],
    [{ '/p/data': access(0o755, 0, 0) }, '"./data" has mode 0755 and owner 0'],
  ])('%j', (accesses, message) => {
    expect(found(accesses as Record<string, HostAccess>)).toEqual([message]);
  });

  test('does not mind what the user of the image owns', () => {
    expect(
      found({ '/p/conf/prometheus.yml': access(0o600, 65534, 65534), '/p/data': access(0o700, 65534, 65534) }),
    ).toEqual([]);
  });
});
