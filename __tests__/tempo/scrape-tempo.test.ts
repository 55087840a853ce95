import { describe, expect, test } from '@jest/globals';
import { SourceFile } from '../../src/model/source.js';
import type { YamlNode } from '../../src/model/yaml-node.js';
import { tightenScrapes } from '../../src/tempo/scrape-tempo.js';
import { parseYaml } from '../../src/yaml/parse.js';

const JOBS = 'scrape_configs:\n  - job_name: api\n';
const text = (written: string): string | undefined => tightenScrapes(written, [])?.text;
const rootOf = (written: string): YamlNode => {
  const [root] = parseYaml(new SourceFile('jobs.yml', 'scrape-configs', written), 'v2').roots;
  if (!root) throw new Error('empty');
  return root;
};

describe('the intervals of prometheus.yml', () => {
  test('become one second, timeouts too, and every other byte stays', () => {
    const written =
      '# ours\r\nglobal:\r\n  scrape_interval:   15s # often\r\n  scrape_timeout: "10s"\r\n  external_labels: {a: \'b\'}\r\n' +
      'scrape_configs:\r\n- job_name: api\r\n  scrape_interval: 1m\r\n- {job_name: web, scrape_timeout: 5s}\r\n';
    expect(tightenScrapes(written, [])).toEqual({
      text: written.replace('15s', '1s').replace('"10s"', '1s').replace('1m', '1s').replace('5s}', '1s}'),
      changes: [
        { what: 'scrape_interval', from: '15s', to: '1s' },
        { what: 'scrape_timeout', from: '10s', to: '1s' },
        { what: 'scrape_interval of job "api"', from: '1m', to: '1s' },
        { what: 'scrape_timeout of job "web"', from: '5s', to: '1s' },
      ],
    });
  });

  test.each([
    [
      'a global without one',
      `global:\n    # why\n    external_labels: {}\n${JOBS}`,
      '    scrape_interval: 1s\n    external',
    ],
    ['a global in flow style', `global: {external_labels: {}}\n${JOBS}`, 'global: {scrape_interval: 1s, external'],
    ['no global', `# first\n---\n${JOBS}`, '---\nglobal:\n  scrape_interval: 1s\nscrape_configs:'],
  ])('are added to %s', (_, written, added) => {
    const result = tightenScrapes(written, []);
    expect(result?.text).toContain(added);
    expect(result?.changes).toEqual([{ what: 'scrape_interval', from: 'not set, which is 1m', to: '1s' }]);
  });

  test('that are short already stay', () => {
    const written = `global:\n  scrape_interval: 500ms\n${JOBS}    scrape_timeout: 300ms\n`;
    expect(text(written)).toBeUndefined();
    expect(text(`${written}  - job_name: slow\n    scrape_interval: 5s\n`)).toContain('scrape_interval: 500ms\n');
  });

  test('that an anchor shares with something else are left alone', () => {
    const written = `global:\n  scrape_interval: &a 15s\n  external_labels: {every: *a}\n${JOBS}`;
    expect(tightenScrapes(written, [])).toBeUndefined();
  });

  test('that jobs share by an anchor or a merge key are tightened for all of them', () => {
    const written = `x-a: &a {scrape_interval: 30s}\n${JOBS}    <<: *a\n  - job_name: web\n    <<: *a\n`;
    // An unknown key, which Prometheus refuses, holds the anchor here: it would change as well.
    expect(tightenScrapes(written, [])).toBeUndefined();
    const between = `global: &g {scrape_interval: 30s}\n${JOBS}    scrape_interval: &i 20s\n  - job_name: web\n    scrape_interval: *i\n`;
    expect(text(between)).toBe(between.replace('30s', '1s').replace('20s', '1s'));
  });

  test('of a text that is no YAML are left alone', () => {
    expect(text('global: [')).toBeUndefined();
    expect(text('')).toBeUndefined();
  });
});

describe('files of scrape_config_files', () => {
  const written = `global:\n  scrape_interval: 15s\n${JOBS}    scrape_interval: 20s\n`;

  test('inherit the tightened interval', () => {
    expect(tightenScrapes(written, [rootOf(JOBS)])?.text).toContain('scrape_interval: 1s\nscrape_configs');
  });

  test('with a timeout of their own keep the global interval, which Prometheus wants to be longer', () => {
    const included = rootOf(`${JOBS}    scrape_timeout: 8s\n`);
    expect(tightenScrapes(written, [included])?.text).toBe(written.replace('20s', '1s'));
  });

  test('that nobody can read keep it too', () => {
    expect(tightenScrapes(written, undefined)?.text).toBe(written.replace('20s', '1s'));
  });
});

test('what Prometheus refuses as it is written stays as it is', () => {
  const refused = `global:\n  scrape_interval: 15s\n${JOBS}    scrape_timeout: 20s\n`;
  expect(tightenScrapes(refused, [])).toBeUndefined();
});
