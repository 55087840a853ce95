import { expect, test } from '@jest/globals';
import { replicaCounts } from '../../src/stages/replicas.js';
import { stackOf } from '../fakes/load.js';

test('services that have another number of containers than one are counted, however it is written', () => {
  const services = `services:
  one: { image: a }
  written: { image: a, scale: 1 }
  scaled: { image: a, scale: 3 }
  deployed: { image: a, deploy: { replicas: 2 } }
  none: { image: a, scale: 0 }
`;
  const { project } = stackOf({ 'compose.yml': services });
  expect([...replicaCounts(project.services)]).toEqual([
    ['scaled', 3],
    ['deployed', 2],
    ['none', 0],
  ]);
});
