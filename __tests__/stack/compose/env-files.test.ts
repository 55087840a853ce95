import { describe, expect, test } from '@jest/globals';
import { readEnvFile, readRawEnvFile } from '../../../src/stack/compose/dotenv.js';
import { isGitIgnored } from '../../../src/stack/compose/git-ignored.js';
import { stackOf } from '../../fakes/load.js';
import { MemoryFiles } from '../../fakes/memory-files.js';

const WEB = 'services:\n  web:\n    image: web:1\n    env_file: [secret.env]\n';

function said(files: Readonly<Record<string, string>>): string[] {
  return stackOf(files).problems.map(
    ({ code, severity, location, message }) =>
      `${code} ${severity} ${location?.file ?? ''}:${String(location?.start.line)}:${String(location?.start.column)} ${message}`,
  );
}

describe('env files of services', () => {
  test('a missing one is an error at its path', () => {
    expect(said({ 'compose.yml': WEB })).toEqual([
      'file/unreadable error compose.yml:4:16 the file "secret.env" does not exist',
    ]);
  });

  test('a missing one that git ignores is one notice, however many services name it', () => {
    const two = `${WEB}  api:\n    image: api:1\n    env_file: secret.env\n`;
    expect(said({ 'compose.yml': two, '.git/HEAD': '', '.gitignore': '*.env\n' })).toEqual([
      'compose/env-file-ignored notice compose.yml:4:16 the env file "secret.env" is missing here; ".gitignore" keeps it out of the repository, so its variables are not known',
    ]);
  });

  test('a line that is no variable is an error in the env file', () => {
    expect(said({ 'compose.yml': WEB, 'secret.env': 'A=1\nB C=2\n' })).toEqual([
      'compose/env-file error secret.env:2:1 the env file cannot be read: the name "B C" has a space; a line must read NAME=VALUE',
    ]);
  });

  test('every variable knows its line', () => {
    const stack = stackOf({ 'compose.yml': WEB, 'secret.env': 'A=1\nB="two"\n' });
    const found = stack.project.services[0]?.environment.get('B');
    expect(found?.value).toBe('two');
    expect(found?.at.file.path).toBe('secret.env');
    expect(found?.at.file.position(found.at.start)).toEqual({ line: 2, column: 3 });
  });

  test('one of a service that is off is never read', () => {
    expect(said({ 'compose.yml': `${WEB}    profiles: [off]\n` })).toEqual([]);
  });
});

describe('the lines of an env file', () => {
  test.each([
    ['A=1 # note\nB=a#b', { A: '1', B: 'a#b' }],
    ['export A = x\nB: y', { A: 'x', B: 'y' }],
    ['A=\'$RAW\'\nB="${A}-$KNOWN"', { A: '$RAW', B: '$RAW-known' }],
    ['A="one\ntwo"\nB=3', { A: 'one\ntwo', B: '3' }],
    ['# only a note\n\n', {}],
    ['BARE\nA=1', { BARE: undefined, A: '1' }],
  ])('%j', (text, expected) => {
    const { variables, problem } = readEnvFile(text, { KNOWN: 'known' });
    expect(problem).toBeUndefined();
    expect(Object.fromEntries(variables.map(({ name, value }) => [name, value]))).toEqual(expected);
  });

  test.each([
    ['A="open', 'the value of "A" opens a " that nothing closes', 2],
    ['A=1\nB-C?=2', 'the name "B-C?" has a "?"; a line must read NAME=VALUE', 4],
    ['A=${B', '"${B" is no valid interpolation; write ${NAME} for a variable, or $$ for a dollar sign', 2],
  ])('%j is refused', (text, message, start) => {
    expect(readEnvFile(text, {}).problem).toEqual(expect.objectContaining({ message, start }));
  });

  test('the raw format keeps everything after the sign', () => {
    const { variables } = readRawEnvFile('A="x" # y\n# note\nB=$C\n');
    expect(variables.map(({ name, value }) => [name, value])).toEqual([
      ['A', '"x" # y'],
      ['B', '$C'],
    ]);
  });
});

describe('what git ignores', () => {
  const ignored = (path: string, files: Readonly<Record<string, string>>): boolean =>
    isGitIgnored(path, new MemoryFiles({ '/repo/.git/HEAD': '', ...files }));

  test.each([
    ['secret.env', '/repo/app/secret.env', true],
    ['/secret.env', '/repo/app/secret.env', false],
    ['/secret.env', '/repo/secret.env', true],
    ['*.env', '/repo/app/secret.env', true],
    ['app/*.env', '/repo/app/secret.env', true],
    ['app/*.env', '/repo/app/deep/secret.env', false],
    ['app/**/*.env', '/repo/app/deep/secret.env', true],
    ['env/', '/repo/app/env/secret', true],
    ['*.env\n!secret.env', '/repo/secret.env', false],
    ['# secret.env', '/repo/secret.env', false],
    ['secretXenv', '/repo/secret.env', false],
  ])('%j of %s: %s', (text, path, expected) => {
    expect(ignored(path, { '/repo/.gitignore': text })).toBe(expected);
  });

  test('the nearest file has the last word', () => {
    const files = { '/repo/.gitignore': '*.env', '/repo/app/.gitignore': '!shared.env' };
    expect(ignored('/repo/app/shared.env', files)).toBe(false);
    expect(ignored('/repo/app/own.env', files)).toBe(true);
  });

  test('outside of a repository nothing is ignored', () => {
    expect(isGitIgnored('/elsewhere/a.env', new MemoryFiles({ '/elsewhere/.gitignore': '*.env' }))).toBe(false);
  });
});
