import { describe, expect, test } from '@jest/globals';
import {
  describe as describeFootprint,
  leftBehind,
  removalCommand,
  type Footprint,
} from '../../src/model/footprint.js';

const NETWORK = 'ab'.repeat(32);
const STACK: Footprint = { containers: ['cd'.repeat(32)], networks: [NETWORK], volumes: ['shop_data', 'shop_old'] };

describe('what to type to remove a project', () => {
  test('is one command of Compose, which does not wait as long as the file says', () => {
    expect(removalCommand('shop', STACK)).toBe('docker compose -p shop down --volumes --timeout 5');
  });

  test('names the images that were built for the run alone', () => {
    expect(removalCommand('shop', { ...STACK, images: ['shop-agent:latest'] })).toBe(
      'docker compose -p shop down --volumes --timeout 5 && docker image rm shop-agent:latest',
    );
  });

  test('spares what was there before', () => {
    const keep = { containers: [], networks: [], volumes: ['shop_old'], images: ['shop-old:latest'] };
    const remains = { ...STACK, images: ['shop-old:latest'] };
    expect(removalCommand('shop', remains, keep)).toBe(
      'docker compose -p shop rm --stop --force --volumes && docker network rm abababababab && docker volume rm shop_data',
    );
  });
});

describe('what is left behind', () => {
  const none = { containers: [], networks: [], volumes: [], images: [] };

  test('is nothing when nothing is left', () => {
    expect(leftBehind({ ...none, problems: [] }, 'shop')).toBeUndefined();
  });

  test('is named with the reason and the remedy', () => {
    expect(leftBehind({ ...none, networks: [NETWORK], problems: ['it has active endpoints (theirs)'] }, 'shop')).toBe(
      'project shop could not be removed whole: network abababababab (it has active endpoints (theirs)); remove it with `docker compose -p shop down --volumes --timeout 5`',
    );
  });

  test('is not known when the engine does not answer', () => {
    expect(leftBehind({ ...none, problems: ['no answer'] }, 'shop')).toContain(
      'could not be removed whole (no answer)',
    );
  });
});

test('things are named shortly, a volume by its whole name', () => {
  expect(describeFootprint(STACK)).toBe(
    'container cdcdcdcdcdcd, network abababababab, volume shop_data, volume shop_old',
  );
});
