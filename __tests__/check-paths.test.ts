import { describe, expect, test } from '@jest/globals';
import { checkPaths, type CheckedPaths } from '../src/check-paths.js';
import type { Settings } from '../src/settings/settings.js';
import { CHECK_SETTINGS } from './fakes/check-settings.js';
import { AGENT_STACK } from './fakes/load.js';
import { MemoryFiles } from './fakes/memory-files.js';

function checked(files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}): Promise<CheckedPaths> {
  const absolute = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/repo/${path}`, text]));
  const ports = {
    files: new MemoryFiles(absolute),
    workingDirectory: '/repo',
    environment: {},
    displayPath: (path: string) => path.replace('/repo/', ''),
  };
  return checkPaths({ ...CHECK_SETTINGS, ...settings }, ports);
}

const at = (directory: string, stack: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(stack).map(([path, text]) => [`${directory}/${path}`, text]));
const codes = ({ findings }: CheckedPaths): string[] =>
  findings.map(({ code, location }) => `${location?.file ?? ''} ${code}`);
const paths = ({ files }: CheckedPaths): string[] => files.map(({ path }) => path);

describe('a directory', () => {
  const broken = { ...AGENT_STACK, 'prometheus.yml': `${AGENT_STACK['prometheus.yml']}nonsense: 1\n` };

  test('is searched for stacks, each with its own findings', async () => {
    const result = await checked({ ...at('one', AGENT_STACK), ...at('teams/two', broken), 'README.md': '#' });
    expect(paths(result)).toEqual([
      'one/compose.yml',
      'one/prometheus.yml',
      'teams/two/compose.yml',
      'teams/two/prometheus.yml',
    ]);
    expect(codes(result)).toEqual(['teams/two/prometheus.yml prometheus/unknown-key']);
  });

  test('is not searched where other people keep their files', async () => {
    const result = await checked({ ...AGENT_STACK, ...at('node_modules/x', broken), ...at('.cache', broken) });
    expect(codes(result)).toEqual([]);
    expect(paths(result)).toEqual(['compose.yml', 'prometheus.yml']);
  });

  test('has one stack when one compose file includes the other', async () => {
    const result = await checked({ 'compose.yml': 'include: [monitoring/compose.yml]\n', ...at('monitoring', broken) });
    expect(codes(result)).toEqual(['monitoring/prometheus.yml prometheus/unknown-key']);
  });

  test('may have stacks without Prometheus beside one that has it', async () => {
    const plain = { 'compose.yml': 'services:\n  web:\n    image: web:1\n' };
    expect(codes(await checked({ ...at('a', plain), ...at('b', AGENT_STACK) }))).toEqual([]);
    expect(codes(await checked(at('a', plain)))).toEqual(['a/compose.yml stack/no-prometheus']);
  });

  test('with no stack is a usage error', async () => {
    await expect(checked({ 'a/b.txt': '' })).rejects.toThrow('no compose file in "."');
  });
});

describe('files by name', () => {
  const RULES = 'groups:\n  - name: g\n    rules:\n      - record: a\n        expr: sum(\n';

  test('are judged alone, each as what its content says', async () => {
    const files = {
      'p.yml': 'global: {scrape_interval: 5}\n',
      'r.yml': RULES,
      't.yml': '- targets: [a:1]\n  label: {}\n',
    };
    const result = await checked(files, { paths: ['p.yml', 'r.yml', 't.yml'] });
    expect(codes(result)).toEqual([
      'p.yml prometheus/invalid-duration',
      'r.yml alerting/invalid-expression',
      't.yml prometheus/unknown-key',
    ]);
  });

  test('are judged as what they are said to be', async () => {
    expect(codes(await checked({ 'x.yml': '{}\n' }, { paths: ['x.yml'], as: 'rules' }))).toEqual([]);
    expect(codes(await checked({ 'x.yml': 'a: 1\n' }, { paths: ['x.yml'], as: 'rules' }))).toEqual([
      'x.yml alerting/unknown-key',
    ]);
  });

  test('that are compose files may be parts of a stack', async () => {
    const files = { 'compose.yml': 'services:\n  web:\n    image: web:1\n    port: 1\n', 'r.yml': RULES };
    expect(codes(await checked(files, { paths: ['compose.yml', 'r.yml'] }))).toEqual([
      'compose.yml compose/unknown-key',
      'r.yml alerting/invalid-expression',
    ]);
  });

  test('that nobody knows are told, and refused when there is nothing else', async () => {
    const files = { 'a.yml': 'a: 1\n', 'r.yml': 'groups: []\n' };
    expect(codes(await checked(files, { paths: ['a.yml', 'r.yml'] }))).toEqual(['a.yml file/unknown-kind']);
    await expect(checked(files, { paths: ['a.yml'] })).rejects.toThrow('nothing tells what "a.yml" is');
  });

  test('that are missing are a usage error', async () => {
    await expect(checked({ 'a.yml': '' }, { paths: ['b.yml'] })).rejects.toThrow('"b.yml" does not exist');
  });

  test('and the files that they name are judged with them', async () => {
    const files = {
      'p.yml': 'rule_files: [r.yml]\nscrape_config_files: [jobs/*.yml]\n',
      'r.yml': RULES,
      'jobs/a.yml': 'x: 1\n',
    };
    expect(codes(await checked(files, { paths: ['p.yml'] }))).toEqual([
      'jobs/a.yml prometheus/unknown-key',
      'r.yml alerting/invalid-expression',
    ]);
  });
});
