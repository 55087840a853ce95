import { describe, expect, test } from '@jest/globals';
import { stackOf } from '../fakes/load.js';
import { check } from '../../src/stages/check.js';

const COMPOSE = `services:
  grafana:
    image: grafana/grafana:11.2.0
    volumes: ["./sources.yml:/etc/grafana/provisioning/datasources/a.yml", "./providers.yml:/etc/grafana/provisioning/dashboards/a.yml", "./boards:/boards"]
    environment: { GF_SECURITY_ADMIN_PASSWORD__FILE: /run/secrets/grafana }
  prometheus:
    image: prom/prometheus:v3.5.0
    ports: ["127.0.0.1:9091:9090"]
    volumes: [/prometheus]
    configs: [{source: prometheus, target: /etc/prometheus/prometheus.yml}]
    healthcheck: { test: [CMD, promtool, check, ready] }
configs:
  prometheus:
    content: |
      scrape_configs:
        - job_name: self
          static_configs: [{targets: ["localhost:9090", "grafana:3000"]}]
`;
const SOURCES = `apiVersion: 1
datasources:
  - name: P
    type: prometheus
    uid: p
    url: http://prometheus:9090
    isDefault: true
`;
const PROVIDERS = `apiVersion: 1
providers:
  - name: files
    options:
      path: /boards
`;
const BOARD = '{"title": "A", "uid": "a", "panels": []}\n';

/** Where the one finding of a stack stands when one of its files is another. */
function placeOf(files: Readonly<Record<string, string>>): { code: string; place: string; pointed: string } {
  const all = {
    'compose.yml': COMPOSE,
    'sources.yml': SOURCES,
    'providers.yml': PROVIDERS,
    'boards/a.json': BOARD,
    ...files,
  };
  const findings = check(stackOf(all));
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1);
  const [finding] = findings;
  const location = finding?.location;
  if (!finding || !location) throw new Error('no finding has a place');
  const { file, start, end } = location;
  const lines = (new Map(Object.entries(all)).get(file) ?? '').split('\n');
  const pointed =
    start.line === end.line
      ? lines[start.line - 1]?.slice(start.column - 1, end.column - 1)
      : lines[start.line - 1]?.slice(start.column - 1);
  const place = `${file}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;
  return { code: finding.code, place, pointed: pointed ?? '' };
}

type Row = readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  code: string,
  place: string,
  pointed: string,
];

const sources = (text: string): Record<string, string> => ({ 'sources.yml': text });
const providers = (text: string): Record<string, string> => ({ 'providers.yml': text });
const board = (text: string): Record<string, string> => ({ 'boards/a.json': text });
/** A dashboard of one panel whose query is the JSON text `expr`, at line 4, column 17. */
const query = (expr: string): Record<string, string> =>
  board(`{"title": "A", "panels": [
  {"title": "Up", "datasource": {"type": "prometheus", "uid": "p"},
   "targets": [{
       "expr": "${expr}"}]}]}
`);
const variable = (text: string): Record<string, string> =>
  board(`{"title": "A", "templating": {"list": [
  {"name": "v", "type": "query", "datasource": "P", "query": ${text}}]}}
`);

const DATASOURCES: readonly Row[] = [
  ['an unknown key', sources(`${SOURCES}    Editable: true\n`), 'unknown-key', 'sources.yml:8:5-8:13', 'Editable'],
  [
    'an unknown key in quotes',
    sources(`${SOURCES}    "basic auth": true\n`),
    'unknown-key',
    'sources.yml:8:5-8:17',
    '"basic auth"',
  ],
  [
    'an unknown key in flow style',
    sources('{apiVersion: 1, datasources: [{name: P, type: loki, usr: x}]}\n'),
    'unknown-key',
    'sources.yml:1:53-1:56',
    'usr',
  ],
  [
    'an unknown key at the top',
    sources(`datasource: []\n${SOURCES}`),
    'unknown-key',
    'sources.yml:1:1-1:11',
    'datasource',
  ],
  [
    'a version that is no number',
    sources(SOURCES.replace('1', '"1"')),
    'invalid-value',
    'sources.yml:1:13-1:16',
    '"1"',
  ],
  ['a version of zero', sources(SOURCES.replace('1', '0')), 'invalid-value', 'sources.yml:1:13-1:14', '0'],
  ['a switch that is none', sources(SOURCES.replace('true', 'on')), 'invalid-value', 'sources.yml:7:16-7:18', 'on'],
  ['settings that are a text', sources(`${SOURCES}    jsonData: x\n`), 'invalid-value', 'sources.yml:8:15-8:16', 'x'],
  [
    'an access that is none',
    sources(`${SOURCES}    access: 'server'\n`),
    'invalid-value',
    'sources.yml:8:13-8:21',
    "'server'",
  ],
  [
    'a type in capitals',
    sources(SOURCES.replace('prometheus', 'Prometheus')),
    'invalid-value',
    'sources.yml:4:11-4:21',
    'Prometheus',
  ],
  [
    'a name twice',
    sources(`${SOURCES}  - {type: loki, name: "P"}\n`),
    'duplicate-datasource',
    'sources.yml:8:24-8:27',
    '"P"',
  ],
  [
    'a uid twice',
    sources(`${SOURCES}  - {type: loki, name: L, uid: p}\n`),
    'duplicate-datasource',
    'sources.yml:8:32-8:33',
    'p',
  ],
  [
    'a second default',
    sources(`${SOURCES}  - {type: loki, name: L, isDefault: true}\n`),
    'several-defaults',
    'sources.yml:8:38-8:42',
    'true',
  ],
  [
    'a host that is no service',
    sources(SOURCES.replace('prometheus:9090', 'promtheus:9090')),
    'datasource-unreachable-url',
    'sources.yml:6:10-6:31',
    'http://promtheus:9090',
  ],
  [
    'a published port',
    sources(SOURCES.replace('http://prometheus:9090', '"http://prometheus:9091"')),
    'datasource-unreachable-url',
    'sources.yml:6:10-6:34',
    '"http://prometheus:9091"',
  ],
  [
    'the host of Grafana itself',
    sources(SOURCES.replace('prometheus:9090', '127.0.0.1:9090')),
    'datasource-unreachable-url',
    'sources.yml:6:10-6:31',
    'http://127.0.0.1:9090',
  ],
];

const DASHBOARDS: readonly Row[] = [
  [
    'a path that is not mounted',
    providers(PROVIDERS.replace('/boards', "'/none'")),
    'provider-path-missing',
    'providers.yml:5:13-5:20',
    "'/none'",
  ],
  ['an unknown option', providers(`${PROVIDERS}      folder: x\n`), 'unknown-key', 'providers.yml:6:7-6:13', 'folder'],
  [
    'a type of provider that is none',
    providers(PROVIDERS.replace('    options', '    type: git\n    options')),
    'invalid-value',
    'providers.yml:4:11-4:14',
    'git',
  ],
  ['a comma too many', board('{\n\t"title": "A",\n}\n'), 'invalid-dashboard', 'boards/a.json:3:1-3:2', '}'],
  ['a name without quotes', board('{"title": "A", panels: []}\n'), 'invalid-dashboard', 'boards/a.json:1:16-1:17', 'p'],
  ['a text that ends with its line', board('{"title": "A\n"}\n'), 'invalid-dashboard', 'boards/a.json:1:13-2:1', ''],
  [
    'a title that is empty',
    board('{"panels": [], "title": ""}\n'),
    'invalid-dashboard',
    'boards/a.json:1:25-1:27',
    '""',
  ],
  [
    'a uid with a blank',
    board('{"title": "\\u00e9", "uid": "a\\u0020b"}\n'),
    'invalid-dashboard',
    'boards/a.json:1:28-1:38',
    '"a\\u0020b"',
  ],
  [
    'an answer of the API',
    board('{"meta": {},\r\n "dashboard": {}}\n'),
    'invalid-dashboard',
    'boards/a.json:2:2-2:13',
    '"dashboard"',
  ],
  [
    'a uid twice',
    { 'boards/b.json': '{"uid": "a", "title": "B"}\n' },
    'duplicate-dashboard',
    'boards/b.json:1:9-1:12',
    '"a"',
  ],
  [
    'a title twice',
    { 'boards/b.json': '{"uid": "b", "title": "A"}\n' },
    'duplicate-dashboard',
    'boards/b.json:1:23-1:26',
    '"A"',
  ],
  [
    'a uid that no data source has',
    board('{"title": "A", "panels": [{"datasource": {"uid": "x"}}]}\n'),
    'undefined-datasource',
    'boards/a.json:1:50-1:53',
    '"x"',
  ],
  [
    'a name that no data source has',
    board('{"title": "A", "rows": [{"panels": [{"datasource": "x"}]}]}\n'),
    'undefined-datasource',
    'boards/a.json:1:52-1:55',
    '"x"',
  ],
  [
    'a placeholder of an export',
    board('{"title": "A", "panels": [{"targets": [{"datasource": "${DS_P}"}]}]}\n'),
    'undefined-datasource',
    'boards/a.json:1:55-1:64',
    '"${DS_P}"',
  ],
];

const QUERIES: readonly Row[] = [
  ['a word too many', query('up up'), 'invalid-panel-query', 'boards/a.json:4:20-4:22', 'up'],
  ['a parenthesis too many', query('sum(up))'), 'invalid-panel-query', 'boards/a.json:4:24-4:25', ')'],
  ['a parenthesis too few', query('sum(up'), 'invalid-panel-query', 'boards/a.json:4:20-4:21', '('],
  ['after escaped quotes', query('up{job=\\"a\\"} up'), 'invalid-panel-query', 'boards/a.json:4:31-4:33', 'up'],
  ['after a line break', query('sum(up)\\n  up'), 'invalid-panel-query', 'boards/a.json:4:28-4:30', 'up'],
  ['after a tab and a slash', query('\\tup \\/ 2 )'), 'invalid-panel-query', 'boards/a.json:4:27-4:28', ')'],
  [
    'after a letter by its number',
    query('up{a=\\"\\u00e9\\u00e9\\"} )'),
    'invalid-panel-query',
    'boards/a.json:4:40-4:41',
    ')',
  ],
  [
    'after a sign of two code units',
    query('up{a=\\"\\ud83d\\ude00\\"} )'),
    'invalid-panel-query',
    'boards/a.json:4:40-4:41',
    ')',
  ],
  [
    'after the same sign as it is',
    query('up{a=\\"\u{1F600}\\"} )'),
    'invalid-panel-query',
    'boards/a.json:4:30-4:31',
    ')',
  ],
  ['written by its number', query('sum(up)\\u0029'), 'invalid-panel-query', 'boards/a.json:4:24-4:30', '\\u0029'],
  ['after backslashes', query('up{a=~\\"\\\\\\\\d\\"} )'), 'invalid-panel-query', 'boards/a.json:4:34-4:35', ')'],
  [
    'after a variable of a range',
    query('rate(x[$__rate_interval])) / 2'),
    'invalid-panel-query',
    'boards/a.json:4:42-4:43',
    ')',
  ],
  [
    'after variables of all forms',
    query('rate(x{a=~\\"${b:regex}\\"}[[[c]]]) + $d )'),
    'invalid-panel-query',
    'boards/a.json:4:56-4:57',
    ')',
  ],
  [
    'in a variable of the dashboard',
    variable('"label_values(up{a=\\"b\\"} ), job)"'),
    'invalid-panel-query',
    'boards/a.json:2:88-2:89',
    ')',
  ],
  [
    'in the object form of one',
    variable('{"refId": "x", "query": "query_result(up up)"}'),
    'invalid-panel-query',
    'boards/a.json:2:103-2:105',
    'up',
  ],
  [
    'in its regular expression',
    variable('"metrics(a\\\\d()"'),
    'invalid-panel-query',
    'boards/a.json:2:71-2:76',
    'a\\\\d(',
  ],
  [
    'in an annotation',
    board('{"title": "A", "annotations": {"list": [{"name": "x", "datasource": "P", "expr": "up == "}]}}\n'),
    'invalid-panel-query',
    'boards/a.json:1:89-1:89',
    '',
  ],
];

describe.each([
  ['data sources', DATASOURCES],
  ['dashboards', DASHBOARDS],
  ['queries', QUERIES],
])('a fault in %s is found exactly where it is', (_, rows) => {
  test.each(rows)('%s', (_what, files, code, place, pointed) => {
    expect(placeOf(files)).toEqual({ code: `grafana/${code}`, place, pointed });
  });
});
