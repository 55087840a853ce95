import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/model/finding.js';
import { child } from '../../../src/model/yaml-node.js';
import { interpolate } from '../../../src/stack/compose/interpolate.js';
import { parseDotenv } from '../../../src/stack/compose/dotenv.js';
import { resolveCompose, type ComposeRequest } from '../../../src/stack/compose/resolve.js';
import { toValue } from '../../../src/yaml/to-value.js';
import { MemoryFiles } from '../../fakes/memory-files.js';

function resolve(files: Readonly<Record<string, string>>, request: Partial<ComposeRequest> = {}) {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/p/${path}`, text]));
  const displayPath = (path: string): string => path.replace('/p/', '');
  const all = { directory: '/p', composeFiles: [], envFiles: [], environment: {}, displayPath, ...request };
  const resolved = resolveCompose(all, new MemoryFiles(absolute));
  if (!resolved) throw new Error('no compose file');
  return { ...resolved, value: toValue(resolved.root) as Record<string, Record<string, unknown>> };
}
const said = (problems: readonly Finding[]): string[] =>
  problems.map(
    ({ severity, message, location }) =>
      `${String(location?.start.line)}:${String(location?.start.column)} ${severity} ${message}`,
  );
const web = (body: string): string => `services:\n  web:\n${body}`;

describe('interpolation', () => {
  const variables = { A: 'a', EMPTY: '' };
  test.each([
    ['$A', 'a'],
    ['${A}', 'a'],
    ['x${A}y$A', 'xaya'],
    ['$$A', '$A'],
    ['a $ b$', 'a $ b$'],
    ['${A:-d}', 'a'],
    ['${EMPTY:-d}', 'd'],
    ['${EMPTY-d}', ''],
    ['${NONE-d}', 'd'],
    ['${NONE:-}', ''],
    ['${NONE:-${A}}', 'a'],
    ['${NONE:-${OTHER:-deep}}-x', 'deep-x'],
    ['${A:+r}', 'r'],
    ['${EMPTY:+r}', ''],
    ['${EMPTY+r}', 'r'],
    ['${NONE+r}', ''],
    ['${BIND:-127.0.0.1}:${PORT:-9091}:9090', '127.0.0.1:9091:9090'],
    ['no variable at all', 'no variable at all'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, variables)).toEqual({ text: expected, problems: [] });
  });

  test.each([
    ['${NONE:?set it}', 'required', 0, 15],
    ['ab${EMPTY:?}', 'required', 2, 12],
    ['x $NONE', 'unset', 2, 7],
    ['${}', 'syntax', 0, 3],
    ['a ${A', 'syntax', 2, 5],
    ['${A B}', 'syntax', 0, 6],
  ])('%s is a problem with a place', (text, kind, start, end) => {
    expect(interpolate(text, variables).problems).toEqual([expect.objectContaining({ kind, start, end })]);
  });

  test('a problem stands at the exact column of the file', () => {
    const { problems } = resolve({ 'compose.yml': web('    image: "app:$TAG"\n    command: ${X:?is needed}\n') });
    expect(said(problems)).toEqual([
      '3:17 warning the variable "TAG" is not set and reads as empty; set it, or write a default: ${TAG:-default}',
      '4:14 error the variable "X" is required and not set: is needed',
    ]);
  });

  test('keys are not interpolated', () => {
    expect(
      resolve({ 'compose.yml': web('    labels:\n      $A: $A\n') }, { environment: { A: 'v' } }).value['services'],
    ).toEqual({
      web: { labels: { $A: 'v' } },
    });
  });
});

describe('.env', () => {
  test('reads quotes, comments, export and its own variables', () => {
    const text = `# comment
A=plain # comment
export B="two\\nlines"
C='raw $A'
D=\${A}-\${E:-none}
F = spaced
G=
H="x # y"
`;
    expect(parseDotenv(text, {})).toEqual({
      A: 'plain',
      B: 'two\nlines',
      C: 'raw $A',
      D: 'plain-none',
      F: 'spaced',
      G: '',
      H: 'x # y',
    });
  });

  test('gives way to the shell, and named env files take its place', () => {
    const files = { 'compose.yml': web('    image: $A-$B\n'), '.env': 'A=env\nB=env\n', other: 'A=other\nB=other\n' };
    expect(resolve(files, { environment: { A: 'shell' } }).value['services']).toEqual({ web: { image: 'shell-env' } });
    expect(resolve(files, { envFiles: ['other'] }).value['services']).toEqual({ web: { image: 'other-other' } });
    expect(resolve(files, { envFiles: ['none'] }).problems[0]).toMatchObject({ code: 'file/unreadable' });
  });
});

describe('several files', () => {
  const base = web(
    '    image: app:1\n    ports: ["80:80"]\n    environment: [A=1, B=1]\n    command: [a, b]\n    volumes: ["./a:/data", "./c:/c"]\n    depends_on: [db]\n',
  );
  const merged = (override: string) =>
    (
      resolve({ 'compose.yml': base, 'compose.override.yml': web(override) }).value['services'] as Record<
        string,
        Record<string, unknown>
      >
    )['web'];

  test.each([
    ['scalars are replaced', '    image: app:2\n', { image: 'app:2' }],
    ['lists are appended', '    ports: ["81:81"]\n', { ports: ['80:80', '81:81'] }],
    [
      'lists of pairs merge by key',
      '    environment:\n      B: two\n      C: 3\n',
      { environment: { A: '1', B: 'two', C: 3 } },
    ],
    ['commands are replaced', '    command: c\n', { command: 'c' }],
    ['volumes merge by mount point', '    volumes: ["./b:/data:ro"]\n', { volumes: ['./b:/data:ro', './c:/c'] }],
    [
      'depends_on merges by name',
      '    depends_on:\n      db: {condition: service_healthy}\n      mq: {condition: service_started}\n',
      { depends_on: { db: { condition: 'service_healthy' }, mq: { condition: 'service_started' } } },
    ],
    ['!override takes the place', '    ports: !override ["81:81"]\n', { ports: ['81:81'] }],
  ])('%s', (_, override, expected) => {
    expect(merged(override)).toMatchObject(expected);
  });

  test('!reset removes', () => {
    expect(merged('    ports: !reset []\n')).not.toHaveProperty('ports');
  });

  test('a value knows which file it came from', () => {
    const { root } = resolve({ 'compose.yml': base, 'compose.override.yml': web('    image: app:2\n') });
    expect(child(root, 'services', 'web', 'image')?.at.file.path).toBe('compose.override.yml');
    expect(child(root, 'services', 'web', 'command')?.at.file.path).toBe('compose.yml');
  });

  test('named files take the place of the found ones', () => {
    const files = {
      'compose.yml': base,
      'compose.override.yml': web('    image: app:2\n'),
      'other.yml': web('    image: app:3\n'),
    };
    expect(resolve(files, { composeFiles: ['compose.yml', 'other.yml'] }).value['services']).toMatchObject({
      web: { image: 'app:3' },
    });
    expect(resolve(files, { composeFiles: ['compose.yml', 'none.yml'] }).problems[0]?.message).toBe(
      'the file "none.yml" does not exist',
    );
  });
});

test('COMPOSE_FILE and COMPOSE_PROFILES count, from the shell or from .env', () => {
  const files = {
    'a.yml': web('    image: a\n'),
    'b.yml': web('    image: b\n'),
    '.env': 'COMPOSE_FILE=a.yml:b.yml\nCOMPOSE_PROFILES=x,y\n',
  };
  const { composeFiles, profiles } = resolve(files);
  expect(composeFiles).toEqual(['/p/a.yml', '/p/b.yml']);
  expect(profiles).toEqual(['x', 'y']);
  expect(resolve(files, { environment: { COMPOSE_FILE: 'b.yml' } }).composeFiles).toEqual(['/p/b.yml']);
});

describe('extends and include', () => {
  const common =
    'services:\n  base:\n    image: base:1\n    volumes: ["./data:/data", "named:/named"]\n    environment: {A: 1, B: 1}\n';

  test('a service takes over another of the same file', () => {
    const text = `${common}  web:\n    extends: base\n    environment: {B: 2}\n`;
    expect(resolve({ 'compose.yml': text }).value['services']?.['web']).toMatchObject({
      image: 'base:1',
      environment: { A: 1, B: 2 },
    });
  });

  test('a service takes over one of another file, whose relative paths start there', () => {
    const text = 'services:\n  web:\n    extends: {file: lib/common.yml, service: base}\n';
    const { value, sources } = resolve({ 'compose.yml': text, 'lib/common.yml': common });
    expect(value['services']?.['web']).toMatchObject({
      image: 'base:1',
      volumes: ['/p/lib/data:/data', 'named:/named'],
    });
    expect(sources.map(({ path }) => path)).toEqual(['compose.yml', 'lib/common.yml']);
  });

  test.each([
    [
      'a service that is not there',
      'services:\n  web:\n    extends: base\n',
      'service "web" extends "base", which the file does not have; it has web',
    ],
    ['itself', 'services:\n  web:\n    extends: web\n', 'services extend each other in a circle, by "web"'],
    [
      'a file that is not there',
      'services:\n  web:\n    extends: {file: none.yml, service: base}\n',
      'the file "none.yml" does not exist',
    ],
  ])('extending %s is a problem', (_, text, message) => {
    expect(resolve({ 'compose.yml': text }).problems[0]?.message).toBe(message);
  });

  test('included services are there, and the including file wins', () => {
    const files = {
      'compose.yml': 'include:\n  - db/compose.yml\n  - path: [mq.yml]\nservices:\n  web:\n    image: web:$TAG\n',
      'db/compose.yml': 'services:\n  db:\n    image: db:$TAG\n    volumes: ["./init:/init"]\n',
      'db/.env': 'TAG=from-db\n',
      'mq.yml': 'services:\n  mq:\n    image: mq:1\n',
    };
    const { value, problems } = resolve(files, { environment: { TAG: 'shell' } });
    expect(problems).toEqual([]);
    expect(value['services']).toEqual({
      db: { image: 'db:shell', volumes: ['/p/db/init:/init'] },
      mq: { image: 'mq:1' },
      web: { image: 'web:shell' },
    });
  });

  test('files that include each other are a problem, not an endless loop', () => {
    const files = { 'compose.yml': 'include: [other.yml]\n', 'other.yml': 'include: [compose.yml]\n' };
    expect(resolve(files).problems.map(({ code }) => code)).toContain('compose/extends');
  });
});

test.each([
  ['compose.yaml', 'docker-compose.yml'],
  ['compose.yml', 'docker-compose.yml'],
  ['docker-compose.yml', 'docker-compose.yaml'],
])('%s is found before %s', (first, second) => {
  expect(resolve({ [second]: 'services: {}\n', [first]: 'services: {}\n' }).composeFiles).toEqual([`/p/${first}`]);
});
