import { describe, expect, test } from '@jest/globals';
import { eventsOf, toContainerEvent } from '../../src/adapters/docker/engine-event.js';
import { toSummary } from '../../src/adapters/docker/snapshot.js';

const event = (Action: string, attributes: Record<string, string> = {}): Parameters<typeof toContainerEvent>[0] => ({
  Action,
  Actor: { ID: 'abc', Attributes: { 'com.docker.compose.service': 'agent', ...attributes } },
  timeNano: 1795631426746123456,
});

describe('an event of the engine', () => {
  test('has its action, container, service and time', () => {
    const about = { containerId: 'abc', service: 'agent', atMs: 1795631426746 };
    expect(toContainerEvent(event('start'))).toEqual({ ...about, action: 'start' });
    expect(toContainerEvent(event('die', { exitCode: '137' }))).toEqual({ ...about, action: 'die', exitCode: 137 });
    expect(toContainerEvent(event('health_status: unhealthy'))).toEqual({
      ...about,
      action: 'health_status',
      health: 'unhealthy',
    });
  });

  test('of a signal that ends nothing is none', () => {
    expect(toContainerEvent(event('kill', { signal: '1' }))).toBeUndefined();
    expect(toContainerEvent(event('kill', { signal: '15' }))).toMatchObject({ action: 'kill' });
  });

  test('is read however the stream is cut, and what is not JSON is left out', async () => {
    const text = `${JSON.stringify(event('die', { name: 'naïve' }))}\nnot json\n${JSON.stringify(event('start'))}\n{"Act`;
    const bytes = new TextEncoder().encode(text);
    const pieces = async function* (): AsyncIterable<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 3) yield await Promise.resolve(bytes.subarray(at, at + 3));
    };
    const read = [];
    for await (const one of eventsOf(pieces())) read.push(`${one.Action} ${one.Actor.Attributes?.['name'] ?? ''}`);
    expect(read).toEqual(['die naïve', 'start ']);
  });
});

test.each([
  ['Up 3 seconds', 'none'],
  ['Up 3 seconds (health: starting)', 'starting'],
  ['Up 2 minutes (healthy)', 'healthy'],
  ['Up 2 minutes (unhealthy)', 'unhealthy'],
  ['Up 2 minutes (Paused)', 'none'],
  ['Exited (1) 4 seconds ago', 'none'],
])('a list says "%s" of a container whose health is %s', (Status, health) => {
  expect(toSummary({ Id: 'abc', State: 'running', Status }).health).toBe(health);
});
