import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/model/errors.js';
import { locate } from '../../src/model/source.js';
import { readSettingsFile } from '../../src/settings/settings-file.js';
import { namedStages } from '../../src/settings/stage-list.js';
import { stackOf } from '../fakes/load.js';
import { MemoryFiles } from '../fakes/memory-files.js';

const read = (text: string) => readSettingsFile('/s.yml', 's.yml', true, new MemoryFiles({ '/s.yml': text }));
const stack = stackOf({
  'compose.yml': `services:
  prometheus: { image: "prom/prometheus:v3.5.0" }
  db: { image: "redis:7" }
  app: { image: x, depends_on: [cache] }
  cache: { image: x, depends_on: [db] }
  debug: { image: x, profiles: [debug] }
`,
});
const resolve = (text: string) => namedStages(read(text).stages, stack);

test('stages are read in their order, and services of a profile that is off are left out', () => {
  const text = 'timeout: 2m\nstages:\n  - name: data\n    services: [db, debug]\n  - { name: rest, services: [app] }\n';
  expect(read(text).options).toEqual({ timeout: '2m' });
  expect(resolve(text)).toEqual([
    { name: 'data', services: ['db'] },
    { name: 'rest', services: ['app'] },
  ]);
  expect(resolve('timeout: 2m\n')).toEqual([]);
  expect(resolve('stages:\n')).toEqual([]);
});

describe('what is no stage is refused with the place', () => {
  test.each([
    ['stages: data\n', 's.yml:1:9: stages must be a list of stages with name and services'],
    ['stages: [data]\n', 's.yml:1:10: a stage must be a mapping with name and services'],
    ['stages:\n  - services: [db]\n', 's.yml:2:5: a stage has no name'],
    ['stages:\n  - name: data\n', 's.yml:2:5: stage "data" has no services'],
    [
      'stages:\n  - { name: data, services: [] }\n',
      's.yml:2:29: services of a stage must be a list of one service at least',
    ],
    [
      'stages:\n  - { name: data, service: [db] }\n',
      's.yml:2:19: a stage has the unknown key "service"; did you mean "services"?',
    ],
    ['stages:\n  - { name: "", services: [db] }\n', 's.yml:2:13: the name of a stage must be a text that is not empty'],
    ['stages: [{ name: a, services: [db] }, { name: a, services: [app] }]\n', 's.yml:1:47: stage "a" is there twice'],
    [
      'stages: [{ name: a, services: [db] }, { name: b, services: [app, db] }]\n',
      's.yml:1:66: service "db" is in stages twice, expected once',
    ],
    [
      'stages:\n  - { name: data, services: [dbs] }\n',
      's.yml:2:30: stages names "dbs", a service that the compose file does not have; did you mean "db"?',
    ],
    [
      'stages:\n  - { name: a, services: [app] }\n  - { name: b, services: [db] }\n',
      's.yml:2:27: service "app" of stage "a" depends on "db", which is in the later stage "b"',
    ],
  ])('%j', (text, message) => {
    expect(() => resolve(text)).toThrow(message);
    try {
      resolve(text);
    } catch (error) {
      const at = error instanceof UsageError && error.at ? locate(error.at) : undefined;
      expect(`${at?.file ?? ''}:${String(at?.start.line)}:${String(at?.start.column)}`).toBe(message.split(': ')[0]);
    }
  });
});
