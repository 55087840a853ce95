import { describe, expect, test } from '@jest/globals';
import { MemoryFiles } from '../fakes/memory-files.js';
import type { StackRule } from '../../src/rules/rule.js';
import { rule as undefinedVolume } from '../../src/rules/compose/undefined-volume.js';
import { rule as commandWithoutConfig } from '../../src/rules/mounts/command-without-config.js';
import { rule as configFlag } from '../../src/rules/mounts/config-flag-not-mounted.js';
import { rule as directoryForFile } from '../../src/rules/mounts/directory-for-file.js';
import { rule as fileForDirectory } from '../../src/rules/mounts/file-for-directory.js';
import { rule as sourceMissing } from '../../src/rules/mounts/source-missing.js';
import { rule as unusedConfig } from '../../src/rules/mounts/unused-config.js';
import { rule as volumeName } from '../../src/rules/mounts/volume-name-like-path.js';
import { rule as configNotMounted } from '../../src/rules/stack/config-not-mounted.js';
import { loadStack } from '../../src/stack/load-stack.js';

/** The lines below `services: p:` of a compose file, with the fix of the first finding applied, and how safe that is. */
function fixed(
  rule: StackRule,
  lines: string,
  files: Record<string, string> = {},
): { text: string; safety: string } | undefined {
  const head = 'services:\n  p:\n';
  const texts = { '/p/compose.yml': head + lines, '/p/.git/HEAD': '', ...files };
  const request = {
    directory: '/p',
    composeFiles: [],
    envFiles: [],
    environment: { NAME: 'prometheus' },
    profiles: [],
  };
  const stack = loadStack({ ...request, displayPath: (path) => path.slice('/p/'.length) }, new MemoryFiles(texts));
  const problems = stack ? rule.check(stack) : [];
  expect(problems).toHaveLength(1);
  const fix = problems[0]?.fix;
  const [edit] = fix?.edits ?? [];
  if (!fix || !edit) return undefined;
  const { text } = edit.at.file;
  return {
    text: (text.slice(0, edit.at.start) + edit.text + text.slice(edit.at.end)).slice(head.length),
    safety: fix.safety,
  };
}

const PROMETHEUS = '    image: prom/prometheus:v3.5.0\n';
const ALERTMANAGER = '    image: prom/alertmanager:v0.28.1\n';
const CONFIG = { '/p/prometheus.yml': 'global: {}\n' };

describe('a command without the flag of its configuration', () => {
  const flag = '--config.file=/etc/prometheus/prometheus.yml';
  test.each([
    [
      '    command:\n      - --web.enable-lifecycle\n',
      `    command:\n      - ${flag}\n      - --web.enable-lifecycle\n`,
    ],
    ['    command: ["--web.enable-lifecycle"]\n', `    command: ["${flag}", "--web.enable-lifecycle"]\n`],
    [
      '    command: [ --web.enable-lifecycle, --log.level=debug ]\n',
      `    command: [ ${flag}, --web.enable-lifecycle, --log.level=debug ]\n`,
    ],
    ['    command: --web.enable-lifecycle # reload\n', `    command: ${flag} --web.enable-lifecycle # reload\n`],
    ["    command: '--web.enable-lifecycle'\n", `    command: '${flag} --web.enable-lifecycle'\n`],
  ])('%j gets it', (before, after) => {
    expect(fixed(commandWithoutConfig, PROMETHEUS + before)).toEqual({ text: PROMETHEUS + after, safety: 'suggested' });
  });

  test('gets the path at which the project has mounted it', () => {
    const volumes = '    volumes:\n      - ./prometheus.yml:/config/prometheus.yml\n';
    expect(
      fixed(commandWithoutConfig, `${PROMETHEUS}    command: --web.enable-lifecycle\n${volumes}`, CONFIG)?.text,
    ).toContain('command: --config.file=/config/prometheus.yml --web');
  });

  test('is left alone where it is a block of text', () => {
    expect(fixed(commandWithoutConfig, `${PROMETHEUS}    command: >-\n      --web.enable-lifecycle\n`)).toBeUndefined();
  });
});

describe('a path that is not there', () => {
  test('another ending of YAML is surely meant', () => {
    const volume = (name: string): string =>
      `${PROMETHEUS}    volumes:\n      - ./${name}:/etc/prometheus/alerts.yml\n`;
    expect(fixed(sourceMissing, volume('alerts.yml'), { '/p/alerts.yaml': 'groups: []\n' })).toEqual({
      text: volume('alerts.yaml'),
      safety: 'safe',
    });
  });

  test('a similar name may be meant', () => {
    const volume = (name: string): string =>
      `${PROMETHEUS}    volumes:\n      - ./${name}:/etc/prometheus/alerts.yml\n`;
    expect(fixed(sourceMissing, volume('alert.yml'), { '/p/alerts.yml': 'groups: []\n' })).toEqual({
      text: volume('alerts.yml'),
      safety: 'suggested',
    });
  });

  test('the file of a config is mended where it is defined', () => {
    const lines = (name: string): string =>
      `${PROMETHEUS}    configs: [web]\nconfigs:\n  web:\n    file: ${name} # of the server\n`;
    expect(fixed(sourceMissing, lines('config/web.yml'), { '/p/config/web.yaml': '{}\n' })?.text).toBe(
      lines('config/web.yaml'),
    );
  });

  test('an interpolated path is left alone', () => {
    const lines = `${PROMETHEUS}    volumes:\n      - ./\${NAME}.yaml:/etc/other/prometheus.yml\n`;
    expect(fixed(sourceMissing, lines, CONFIG)).toBeUndefined();
  });
});

describe('a file and a directory taken for each other', () => {
  test('the name of the file is added to a target that is a directory', () => {
    const lines = (target: string): string => `${PROMETHEUS}    volumes:\n      - "./prometheus.yml:${target}:ro"\n`;
    const want = { text: lines('/etc/prometheus/prometheus.yml'), safety: 'safe' };
    expect(fixed(fileForDirectory, lines('/etc/prometheus'), CONFIG)).toEqual(want);
    expect(fixed(fileForDirectory, lines('/etc/prometheus/'), CONFIG)).toEqual(want);
  });

  test('a file of another name gets that of the configuration, as a suggestion', () => {
    const lines = (target: string): string => `${PROMETHEUS}    volumes:\n      - ./monitoring.yml:${target}\n`;
    expect(fixed(fileForDirectory, lines('/etc/prometheus'), { '/p/monitoring.yml': 'global: {}\n' })).toEqual({
      text: lines('/etc/prometheus/prometheus.yml'),
      safety: 'suggested',
    });
  });

  test('the file of that name in a directory is mounted in its place', () => {
    const lines = (source: string): string => `${ALERTMANAGER}    volumes:\n      - ${source}:/srv/settings.json\n`;
    expect(fixed(directoryForFile, lines('./web'), { '/p/web/settings.json': '{}' })).toEqual({
      text: lines('./web/settings.json'),
      safety: 'safe',
    });
    expect(fixed(directoryForFile, lines('./web'), { '/p/web/other.json': '{}' })).toBeUndefined();
  });
});

describe('a volume that is meant as a path', () => {
  test('gets its "./" when the file is there and no volume is defined', () => {
    const lines = (source: string): string =>
      `${PROMETHEUS}    volumes:\n      - ${source}:/etc/prometheus/prometheus.yml\n`;
    expect(fixed(undefinedVolume, lines('prometheus.yml'), CONFIG)).toEqual({
      text: lines('./prometheus.yml'),
      safety: 'safe',
    });
  });

  test('may be a volume still to be defined when its name is no path', () => {
    const lines = (source: string): string => `${PROMETHEUS}    volumes:\n      - ${source}:/etc/prometheus\n`;
    expect(fixed(undefinedVolume, lines('prometheus'), { '/p/prometheus/prometheus.yml': '' })).toEqual({
      text: lines('./prometheus'),
      safety: 'suggested',
    });
    expect(fixed(undefinedVolume, lines('prometheus'))).toBeUndefined();
  });

  test('is suggested where the volume is defined', () => {
    const lines = (source: string): string =>
      `${PROMETHEUS}    volumes:\n      - ${source}:/etc/prometheus/prometheus.yml\nvolumes:\n  prometheus.yml:\n`;
    expect(fixed(volumeName, lines('prometheus.yml'), CONFIG)).toEqual({
      text: lines('./prometheus.yml'),
      safety: 'suggested',
    });
  });
});

describe('a configuration that is mounted elsewhere', () => {
  const mounted = (target: string, command = ''): string =>
    `${ALERTMANAGER}${command}    volumes:\n      - ./alertmanager.yml:${target}\n`;
  const files = { '/p/alertmanager.yml': 'route: { receiver: none }\nreceivers: [{ name: none }]\n' };

  test('is mounted where the program reads it', () => {
    expect(fixed(unusedConfig, mounted('/etc/alertmanager/config.yml'), files)).toEqual({
      text: mounted('/etc/alertmanager/alertmanager.yml'),
      safety: 'suggested',
    });
  });

  test('the flag names what is mounted', () => {
    const command = (path: string): string => `    command: [--config.file=${path}]\n`;
    expect(
      fixed(configFlag, mounted('/etc/alertmanager/am.yml', command('/etc/alertmanager/config.yml')), files),
    ).toEqual({
      text: mounted('/etc/alertmanager/am.yml', command('/etc/alertmanager/am.yml')),
      safety: 'suggested',
    });
  });

  test('the flag of Prometheus as well', () => {
    const lines = (path: string): string =>
      `${PROMETHEUS}    command: [--config.file=${path}]\n    volumes: [./prometheus.yml:/etc/prometheus/prometheus.yml]\n`;
    expect(fixed(configNotMounted, lines('/etc/prom/prometheus.yml'), CONFIG)).toEqual({
      text: lines('/etc/prometheus/prometheus.yml'),
      safety: 'suggested',
    });
  });
});
