import { beforeAll, describe, expect, test } from '@jest/globals';
import { isKept, relabel, relabelSteps } from '../../src/discovery/relabel.js';
import { loadGoRegex } from '../../src/promql/go-regex.js';
import { SourceFile } from '../../src/model/source.js';
import { parseYaml } from '../../src/yaml/parse.js';

beforeAll(loadGoRegex);

/** Labels after relabelling, or `dropped`. */
function after(yaml: string, labels: Record<string, string>): Record<string, string> | 'dropped' {
  const result = relabel(
    new Map(Object.entries(labels)),
    relabelSteps(parseYaml(new SourceFile('relabel.yml', 'prometheus', yaml), 'v2').roots[0]),
  );
  return isKept(result) ? Object.fromEntries(result) : 'dropped';
}

// The cases follow https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
describe('relabelling', () => {
  test.each([
    [
      'replaces with a capture',
      '[{source_labels: [a], regex: "(.*)-x", target_label: b, replacement: "$1!"}]',
      { a: 'q-x' },
      { a: 'q-x', b: 'q!' },
    ],
    ['leaves what does not match', '[{source_labels: [a], regex: "z", target_label: b}]', { a: 'q' }, { a: 'q' }],
    ['is anchored', '[{source_labels: [a], regex: "q", target_label: b}]', { a: 'qq' }, { a: 'qq' }],
    [
      'joins with the separator',
      '[{source_labels: [a, b], separator: "@", target_label: c}]',
      { a: '1', b: '2' },
      { a: '1', b: '2', c: '1@2' },
    ],
    [
      'removes a label whose value becomes empty',
      '[{target_label: a, replacement: ""}]',
      { a: '1', b: '2' },
      { b: '2' },
    ],
    [
      'takes the longest name after a dollar',
      '[{source_labels: [a], regex: "(.)(.)", target_label: b, replacement: "$1x${2}$$"}]',
      { a: 'pq' },
      { a: 'pq', b: 'q$' },
    ],
    [
      'knows named groups',
      '[{source_labels: [a], regex: "(?P<host>[^:]+):\\\\d+", target_label: b, replacement: "${host}:9"}]',
      { a: 'h:1' },
      { a: 'h:1', b: 'h:9' },
    ],
    [
      'expands the target label',
      '[{source_labels: [a], regex: "(\\\\w+)=(\\\\w+)", target_label: "l_$1", replacement: "$2"}]',
      { a: 'k=v' },
      { a: 'k=v', l_k: 'v' },
    ],
    ['keeps', '[{source_labels: [a], regex: "q|r", action: keep}]', { a: 'r' }, { a: 'r' }],
    ['keeps only what matches', '[{source_labels: [a], regex: "q|r", action: keep}]', { a: 's' }, 'dropped'],
    ['drops', '[{source_labels: [a], regex: "q.*", action: drop}]', { a: 'qq' }, 'dropped'],
    [
      'compares for keepequal',
      '[{source_labels: [a], target_label: b, action: keepequal}]',
      { a: '1', b: '2' },
      'dropped',
    ],
    [
      'compares for dropequal',
      '[{source_labels: [a], target_label: b, action: dropequal}]',
      { a: '1', b: '1' },
      'dropped',
    ],
    ['maps names', '[{regex: "__meta_(.+)", action: labelmap}]', { __meta_x: '1' }, { __meta_x: '1', x: '1' }],
    ['drops names', '[{regex: "a.*", action: labeldrop}]', { ab: '1', b: '2' }, { b: '2' }],
    ['keeps names', '[{regex: "a.*", action: labelkeep}]', { ab: '1', b: '2' }, { ab: '1' }],
    ['changes case', '[{source_labels: [a], target_label: a, action: UPPERCASE}]', { a: 'q' }, { a: 'Q' }],
    // The value that Prometheus' own tests expect for "baz": model/relabel/relabel_test.go.
    [
      'spreads by hash',
      '[{source_labels: [a], target_label: h, modulus: 1000, action: hashmod}]',
      { a: 'baz' },
      { a: 'baz', h: '976' },
    ],
  ])('%s', (_, yaml, labels, expected) => {
    expect(after(yaml, labels as Record<string, string>)).toEqual(expected);
  });
});
