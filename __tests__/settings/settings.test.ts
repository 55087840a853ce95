import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { HELP } from '../../src/entry/help.js';
import { readSettingsFile } from '../../src/settings/settings-file.js';
import { resolveSettings } from '../../src/settings/resolve-settings.js';
import { LISTS, SWITCHES, TEXTS, type RawOptions } from '../../src/settings/settings.js';
import { MemoryFiles } from '../fakes/memory-files.js';

const source = (options: RawOptions, label = 'option') => ({ label: (name: string) => `${label} ${name}`, options });
const resolve = (...options: RawOptions[]) =>
  resolveSettings(
    'gate',
    ['.'],
    options.map((one) => source(one)),
    { color: false },
  );

test('without any option everything has its default', () => {
  expect(resolve()).toEqual({
    command: 'gate',
    paths: ['.'],
    composeFiles: [],
    envFiles: [],
    profiles: [],
    projectName: undefined,
    prometheusService: undefined,
    timeoutMs: 300_000,
    externalTargets: 'require',
    stableScrapes: 1,
    tempo: 'fast',
    failOn: 'degraded',
    failOnSeverity: 'error',
    format: 'text',
    keep: false,
    reportDir: '.scrapegate/report',
    quiet: false,
    color: false,
    ignores: [],
    baseline: undefined,
    writeBaseline: false,
    notices: false,
    mend: undefined,
  });
});

test('the first source that has an option wins', () => {
  expect(resolve({ timeout: '90s', keep: false }, { timeout: '5m', keep: true, profile: ['a'] })).toMatchObject({
    timeoutMs: 90_000,
    keep: false,
    profiles: ['a'],
  });
});

describe('a bad option is named with its value and what is expected', () => {
  test.each<[RawOptions, string]>([
    [{ timeout: '0' }, 'option timeout is "0", expected a duration above zero such as 90s or 5m'],
    [{ 'fail-on': 'healthy' }, 'option fail-on is "healthy", expected one of degraded, unhealthy'],
    [{ 'external-targets': 'no' }, 'option external-targets is "no", expected one of require, ignore'],
    [{ 'stable-scrapes': '0' }, 'option stable-scrapes is "0", expected a whole number from 1 to 99'],
    [{ keep: 'yes' }, 'option keep is "yes", expected true or false'],
    [{ profile: 'x' }, 'option profile is "x", expected a list of texts'],
    [{ 'report-dir': '' }, 'option report-dir is "", expected a text that is not empty'],
    [{ profil: ['x'] }, 'unknown option option profil; did you mean option profile?'],
  ])('%j', (options, message) => {
    expect(() => resolve(options)).toThrow(message);
  });
});

describe('a settings file', () => {
  const read = (text: string) => readSettingsFile('/s.yml', 's.yml', true, new MemoryFiles({ '/s.yml': text }));

  test('has the same options', () => {
    expect(read('timeout: 2m\nkeep: true\nprofile: [a, b]\ncompose-file: c.yml\n').options).toEqual({
      timeout: '2m',
      keep: true,
      profile: ['a', 'b'],
      'compose-file': ['c.yml'],
    });
    expect(read('')).toEqual({ options: {}, ignores: [] });
  });

  test('may be absent unless it was asked for', () => {
    expect(readSettingsFile('/none', 'none', false, new MemoryFiles({}))).toEqual({ options: {}, ignores: [] });
    expect(() => readSettingsFile('/none', 'none', true, new MemoryFiles({}))).toThrow(
      'the settings file "none" cannot be read: missing',
    );
  });

  test.each([
    ['- a\n', 's.yml:1:1: settings must be a mapping of option names to values'],
    ['write-baseline: true\n', 's.yml:1:1: write-baseline is only for the command line'],
    ['quiet: true\nfix: true\n', 's.yml:2:1: fix is only for the command line'],
    ['ignore: stack/*\n', 's.yml:1:9: ignore must be a list of entries with code and reason'],
    ['ignore: [stack/x]\n', 's.yml:1:10: an entry of ignore must be a mapping with code and reason'],
    ['ignore:\n  - reason: x\n', 's.yml:2:5: an entry of ignore has no code: name a rule such as'],
    [
      'ignore: [{code: a/b, fil: x}]\n',
      's.yml:1:22: an entry of ignore has the unknown key "fil"; did you mean "file"?',
    ],
    ['ignore: [{code: a/b, job: [x]}]\n', 's.yml:1:27: job of an entry of ignore must be a text that is not empty'],
    ['ignore: [{code: a/b, file: ""}]\n', 's.yml:1:28: file of an entry of ignore must be a text that is not empty'],
    ['timeout: {a: 1}\n', 's.yml:1:10: timeout must not be a mapping'],
    ['a: 1\na: 2\n', 's.yml:2:1: key "a" is already set on line 1'],
  ])('%j is refused with the place', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

test('a settings file lists findings to ignore, with the place of each', () => {
  const text =
    'ignore:\n  - {code: stack/*, file: "a/**", service: s, job: j, target: "t:1", reason: because}\n  - code: a/b\n';
  const { ignores } = readSettingsFile('/s.yml', 's.yml', true, new MemoryFiles({ '/s.yml': text }));
  expect(ignores.map(({ at, ...entry }) => [entry, at.file.position(at.start)])).toEqual([
    [
      { code: 'stack/*', file: 'a/**', service: 's', job: 'j', target: 't:1', reason: 'because' },
      { line: 2, column: 12 },
    ],
    [
      { code: 'a/b', reason: '' },
      { line: 3, column: 11 },
    ],
  ]);
});

describe('a baseline is written', () => {
  test.each<['check' | 'gate', RawOptions, string]>([
    ['gate', { 'write-baseline': true, baseline: 'b.json' }, '--write-baseline is only for check, not for gate'],
    ['check', { 'write-baseline': true }, '--write-baseline needs the file to write: name it with --baseline'],
  ])('not by %s with %j', (command, options, message) => {
    expect(() => resolveSettings(command, ['.'], [source(options)], { color: false })).toThrow(message);
  });

  test('by check, into the file that is named', () => {
    const options = { 'write-baseline': true, baseline: 'b.json' };
    expect(resolveSettings('check', ['.'], [source(options)], { color: false })).toMatchObject({
      baseline: 'b.json',
      writeBaseline: true,
    });
  });
});

describe('files are mended', () => {
  test.each<['check' | 'gate', RawOptions, string]>([
    ['gate', { fix: true }, '--fix is only for check, not for gate'],
    ['check', { 'dry-run': true }, '--dry-run needs --fix'],
    ['check', { suggestions: true }, '--suggestions needs --fix'],
    ['check', { fix: true, baseline: 'b', 'write-baseline': true }, '--fix and --write-baseline exclude each other'],
  ])('not by %s with %j', (command, options, message) => {
    expect(() => resolveSettings(command, ['.'], [source(options)], { color: false })).toThrow(message);
  });

  test('by check, as far as it is told to', () => {
    const mend = (options: RawOptions) => resolveSettings('check', ['.'], [source(options)], { color: false }).mend;
    expect(mend({ fix: true })).toEqual({ dryRun: false, suggestions: false });
    expect(mend({ fix: true, 'dry-run': true, suggestions: true })).toEqual({ dryRun: true, suggestions: true });
    expect(mend({ fix: false })).toBeUndefined();
  });
});

test('every option is in the schema, in the help and, where a workflow can use it, an input', () => {
  const names = [...LISTS, ...SWITCHES, ...TEXTS].sort();
  const schema = JSON.parse(readFileSync('schemas/settings.schema.json', 'utf8')) as { properties: object };
  expect(Object.keys(schema.properties).sort()).toEqual([...names, 'ignore', 'stages'].sort());
  for (const name of names) expect(HELP).toContain(name === 'color' ? '--no-color' : `--${name}`);
  const { inputs } = load(readFileSync('action.yml', 'utf8')) as { inputs: object };
  const onlyOnTheCommandLine = ['color', 'format', 'write-baseline', 'fix', 'dry-run', 'suggestions'];
  const onlyInAWorkflow = ['command', 'path', 'settings'];
  expect(Object.keys(inputs).sort()).toEqual(
    [...names.filter((name) => !onlyOnTheCommandLine.includes(name)), ...onlyInAWorkflow].sort(),
  );
});
