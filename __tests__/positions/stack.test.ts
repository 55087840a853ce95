import { expect, test } from '@jest/globals';
import { placesInStack } from '../fakes/marked.js';

const web = (lines: string, rest = ''): string => `services:\n  web:\n    image: web:1\n${lines}${rest}`;

/** Faults of compose files; the fault stands between « and ». */
const COMPOSE: readonly (readonly [what: string, code: string, marked: string])[] = [
  ['a misspelt key', 'compose/unknown-key', web('    «port»: ["80:80"]\n')],
  ['a misspelt key at the top', 'compose/unknown-key', web('', '«network»: {}\n')],
  ['a misspelt key in flow style', 'compose/unknown-key', 'services: {web: {image: a, «ports_»: []}}\n'],
  [
    'a misspelt key that a merge brought',
    'compose/unknown-key',
    'x-a: &a\n  «restarts»: always\nservices:\n  web:\n    <<: *a\n    image: a\n',
  ],
  ['a value of the wrong type', 'compose/invalid-value', web('    privileged: «[]»\n')],
  ['neither image nor build', 'compose/no-image', 'services:\n  «web»:\n    command: x\n'],
  ['a dependency that is not there', 'compose/undefined-dependency', web('    depends_on: [«db»]\n')],
  [
    'a dependency that is not there, long',
    'compose/undefined-dependency',
    web('    depends_on:\n      «db»: {condition: service_started}\n'),
  ],
  ['a network that is not there', 'compose/undefined-network', web('    networks: [«front»]\n')],
  ['a volume that is not there', 'compose/undefined-volume', web('    volumes: [«data:/data»]\n')],
  ['a duration', 'compose/invalid-duration', web('    healthcheck: {test: x, interval: «10x»}\n')],
  ['a variable that is required', 'compose/interpolation', web('    command: «${A:?set it}»\n')],
  ['a variable that is malformed', 'compose/interpolation', web('    command: "a «${A b}»"\n')],
  ['a variable in a block', 'compose/interpolation', web('    command: |\n      one\n      two «${A:?set it}»\n')],
];

test.each(COMPOSE)('%s', (_, code, marked) => {
  const { expected, found } = placesInStack(code, { 'compose.yml': marked });
  expect(found).toEqual([expected]);
});

const PROMETHEUS =
  'services:\n  prometheus:\n    image: prom/prometheus:v3.5.0\n    volumes: ["./p.yml:/etc/prometheus/prometheus.yml"]\n';
const AGENT = `${PROMETHEUS}  agent:\n    image: agent:1\n    ports: ["8001:8000"]\n    networks: [default]\n`;
const targets = (list: string): string =>
  `scrape_configs:\n  - job_name: a\n    static_configs:\n      - targets: ${list}\n`;

/** Faults that only the whole stack shows. */
const STACK: readonly (readonly [what: string, code: string, files: Readonly<Record<string, string>>])[] = [
  [
    'a target that names no service',
    'stack/target-unknown-service',
    { 'compose.yml': AGENT, 'p.yml': targets('[«agnet:8000»]') },
  ],
  [
    'a target by its published port',
    'stack/target-published-port',
    { 'compose.yml': AGENT, 'p.yml': targets('\n          - «"agent:8001"»') },
  ],
  [
    'a target that is the container itself',
    'stack/target-localhost',
    { 'compose.yml': AGENT, 'p.yml': targets("['«localhost:8000»']").replace("'«", "«'").replace("»'", "'»") },
  ],
  [
    'a target behind an anchor',
    'stack/target-unknown-service',
    {
      'compose.yml': AGENT,
      'p.yml': 'scrape_configs:\n  - job_name: a\n    static_configs: &t\n      - targets: [«nobody:1»]\n',
    },
  ],
  [
    'a configuration written in the compose file',
    'prometheus/invalid-duration',
    {
      'compose.yml':
        'services:\n  prometheus:\n    image: prom/prometheus\n    configs:\n      - source: p\n        target: /etc/prometheus/prometheus.yml\nconfigs:\n  p:\n    content: |\n      global:\n        scrape_interval: «15»\n      scrape_configs: [{job_name: a, static_configs: [{targets: ["localhost:9090"]}]}]\n',
    },
  ],
  [
    'a rule file that prometheus.yml names',
    'alerting/invalid-expression',
    {
      'compose.yml': `${PROMETHEUS.trimEnd().slice(0, -1)}, "./r.yml:/etc/prometheus/r.yml"]\n`,
      'p.yml': `rule_files: [r.yml]\n${targets('["localhost:9090"]')}`,
      'r.yml':
        'groups:\n  - name: g\n    rules:\n      - record: a\n        expr: |\n          sum(\n            «foo»(x))\n',
    },
  ],
];

test.each(STACK)('%s', (_, code, files) => {
  const { expected, found } = placesInStack(code, files);
  expect(found).toEqual([expected]);
});
