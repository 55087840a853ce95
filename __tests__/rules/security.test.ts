import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SourceFile } from '../../src/model/source.js';
import { reachOf } from '../../src/rules/exposure.js';
import { onLoopback } from '../../src/rules/loopback-edits.js';
import { asWritten, hasUnknownPart, holdsSecret, judgeSecret, passwordInUrl } from '../../src/rules/secret-words.js';
import { rule as plainSecret } from '../../src/rules/security/plain-secret.js';
import { rule as prometheusExposed } from '../../src/rules/security/prometheus-exposed.js';
import { FIXTURES, findingsOf } from '../fakes/rule-fixtures.js';

test.each([
  ['', 'everywhere'],
  ['0.0.0.0', 'everywhere'],
  ['::', 'everywhere'],
  ['203.0.113.7', 'everywhere'],
  ['2001:db8::1', 'everywhere'],
  ['127.0.0.1', 'loopback'],
  ['127.8.8.8', 'loopback'],
  ['::1', 'loopback'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['172.32.0.1', 'everywhere'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'private'],
  ['100.128.0.1', 'everywhere'],
  ['fd00::1', 'private'],
  ['fe80::1', 'private'],
  ['node.example.org', 'unknown'],
])('address "%s" can be reached from: %s', (address, reach) => {
  expect(reachOf(address)).toBe(reach);
});

describe('a port on the loopback address', () => {
  test.each([
    ['"9090:9090"', '"127.0.0.1:9090:9090"'],
    ['9090:9090', '127.0.0.1:9090:9090'],
    ["'9090:9090/tcp'", "'127.0.0.1:9090:9090/tcp'"],
    ['"9090"', '"127.0.0.1::9090"'],
    ['"9090-9092:9090-9092"', '"127.0.0.1:9090-9092:9090-9092"'],
    ['"0.0.0.0:9090:9090"', '"127.0.0.1:9090:9090"'],
    ['"[::]:9090:9090"', '"127.0.0.1:9090:9090"'],
    ['${PORT:-9090}:9090', '127.0.0.1:${PORT:-9090}:9090'],
    ['${PORT}', '127.0.0.1::${PORT}'],
  ])('%s becomes %s', (before, after) => {
    const file = new SourceFile('compose.yml', 'compose', before);
    const { edit } = onLoopback({ file, start: 0, end: before.length }) ?? {};
    expect(edit && before.slice(0, edit.at.start) + edit.text + before.slice(edit.at.end)).toBe(after);
  });

  test.each(['"10.0.0.5:9090:9090"', '${BIND}:9090:9090', '"203.0.113.7:9090:9090"'])('%s is left alone', (written) => {
    const file = new SourceFile('compose.yml', 'compose', written);
    expect(onLoopback({ file, start: 0, end: written.length })).toBeUndefined();
  });

  test('the long syntax gets or changes its address', () => {
    const fixes = ['bad-long-syntax', 'bad-long-address'].map(
      (name) => findingsOf(prometheusExposed, join(FIXTURES, 'security/prometheus-exposed', name))[0]?.fix?.edits[0],
    );
    expect(fixes.map((edit) => [edit?.replaces, edit?.text])).toEqual([
      ['', 'host_ip: 127.0.0.1\n        '],
      ['0.0.0.0', '127.0.0.1'],
    ]);
  });

  test('all ports of a finding are changed together, as a suggestion', () => {
    const [finding] = findingsOf(prometheusExposed, join(FIXTURES, 'security/prometheus-exposed/bad-random-port'));
    expect(finding?.fix).toMatchObject({
      safety: 'suggested',
      title: 'write "127.0.0.1::9090", "127.0.0.1:9091:9090"',
    });
    expect(finding?.fix?.edits).toHaveLength(2);
  });
});

test.each([
  ['', 'none'],
  ['${X}', 'none'],
  ['{{ password }}', 'none'],
  ['@@PASSWORD@@', 'none'],
  ['vault:secret/app#key', 'none'],
  ['<secret>', 'placeholder'],
  ['your-api-key', 'placeholder'],
  ['xxxxxxxx', 'placeholder'],
  ['paste-it-here', 'placeholder'],
  ['admin', 'guessable'],
  ['changeme', 'guessable'],
  ['CHANGE_ME_NOW', 'guessable'],
  ['password123', 'guessable'],
  ['123456', 'guessable'],
  ['battery-horse-staple', 'secret'],
  ['T7rq0LmZ', 'secret'],
])('"%s" is for a reader: %s', (value, word) => {
  expect(judgeSecret(value)).toBe(word);
});

test.each([
  ['POSTGRES_PASSWORD', 'x', true],
  ['DB_PASS', 'x', true],
  ['apiKey', 'x', true],
  ['client-secret', 'x', true],
  ['requirepass', 'x', true],
  ['SECRET_KEY_BASE', 'x', true],
  ['API_KEY_2', 'x', false],
  ['TOKEN2', 'x', true],
  ['PWD', '/srv', false],
  ['POSTGRES_PASSWORD_FILE', '/run/secrets/x', false],
  ['AWS_ACCESS_KEY_ID', 'x', false],
  ['ALLOW_EMPTY_PASSWORD', 'yes', false],
  ['MAX_TOKEN', '4096', false],
  ['VITE_API_KEY', 'x', false],
  ['PUBLIC_KEY', 'x', false],
  ['BYPASS', 'x', false],
  ['MONKEY', 'x', false],
  ['JWT_SECRET', '/run/secrets/jwt', false],
  ['AUTH_TOKEN', 'true', false],
])('%s with value "%s" holds a secret: %s', (name, value, expected) => {
  expect(holdsSecret(name, value)).toBe(expected);
});

test.each([
  ['plain', 'plain', false],
  ['${X}', '\u0000', true],
  ['$X', '\u0000', true],
  ['${X:?}', '\u0000', true],
  ['${X:-word}', 'word', false],
  ['${X:-${Y:-word}}', 'word', false],
  ['${X:-${Y}}', '\u0000', true],
  ['a$$b', 'a$b', false],
])('%s is written as %j', (raw, written, unknown) => {
  expect(asWritten(raw)).toBe(written);
  expect(hasUnknownPart(asWritten(raw))).toBe(unknown);
});

test.each([
  ['postgres://app:words@db:5432/app', { user: 'app', password: 'words' }],
  ['redis://:words@cache:6379', { user: '', password: 'words' }],
  ['http://prometheus:9090/a@b', undefined],
  ['postgres://app@db', undefined],
  ['https://example.org', undefined],
])('the password in %s', (url, expected) => {
  expect(passwordInUrl(url)).toEqual(expected);
});

test('no finding shows a secret', () => {
  for (const name of ['bad', 'bad-clients', 'bad-configurations', 'bad-shared']) {
    const findings = findingsOf(plainSecret, join(FIXTURES, 'security/plain-secret', name));
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toMatch(/battery-horse/);
  }
});
