import { describe, expect, test } from '@jest/globals';
import { dependsOnTempo } from '../../src/tempo/depends-on-tempo.js';
import { renderOverride } from '../../src/tempo/override.js';
import { AGENT_STACK, stackOf } from '../fakes/load.js';

const over = (compose: string) => {
  const [service] = stackOf({ 'compose.yml': compose }).project.services;
  if (!service) throw new Error('no service');
  return { service, source: '/tmp/run/prometheus.yml', target: '/etc/prometheus/prometheus.yml' };
};
const parsed = (...args: Parameters<typeof renderOverride>): unknown => JSON.parse(renderOverride(...args));

describe('the override file', () => {
  test('has the healthchecks, and the configuration as a mount that makes nothing on the host', () => {
    const health = new Map([['redis', { start_interval: '500ms', start_period: '10s' }]]);
    const mounted = over('services:\n  prom: { image: prom/prometheus, volumes: ["./p:/etc/prometheus"] }\n');
    expect(parsed(health, mounted)).toEqual({
      services: {
        redis: { healthcheck: { start_interval: '500ms', start_period: '10s' } },
        prom: {
          volumes: [
            {
              type: 'bind',
              source: '/tmp/run/prometheus.yml',
              target: '/etc/prometheus/prometheus.yml',
              read_only: true,
              bind: { create_host_path: false, selinux: 'z' },
            },
          ],
        },
      },
    });
  });

  test('replaces a config by a config of the same target', () => {
    const compose =
      'services:\n  prom:\n    image: prom/prometheus\n    configs: [{ source: p, target: /etc/prometheus/prometheus.yml }]\nconfigs:\n  p: { file: ./p.yml }\n';
    expect(parsed(new Map(), over(compose))).toEqual({
      services: { prom: { configs: [{ source: 'scrapegate-prometheus', target: '/etc/prometheus/prometheus.yml' }] } },
      configs: { 'scrapegate-prometheus': { file: '/tmp/run/prometheus.yml' } },
    });
  });

  test('keeps a dollar sign of a path from being a variable', () => {
    const mounted = { ...over(AGENT_STACK['compose.yml']), source: '/tmp/$HOME/x' };
    expect(renderOverride(new Map(), mounted)).toContain('/tmp/$$HOME/x');
  });
});

describe('a failure that may be one of the tempo', () => {
  test.each([
    ['Get "http://a/metrics": context deadline exceeded', true],
    ['dial tcp 10.0.0.1:80: connect: connection refused', true],
    ['server returned HTTP status 503 Service Unavailable', true],
    ['server returned HTTP status 404 Not Found', true],
    ['something that nobody has seen', true],
    ['received unsupported Content-Type "application/json" and no fallback_scrape_protocol specified', false],
    ['dial tcp: lookup nope on 127.0.0.11:53: no such host', false],
    ['server returned HTTP status 401 Unauthorized', false],
  ])('%s: %s', (lastError, expected) => {
    expect(dependsOnTempo({ health: 'down', lastError })).toBe(expected);
  });

  test('is none that is missing, unknown or up', () => {
    for (const health of ['missing', 'unknown', 'up', 'dropped'] as const)
      expect(dependsOnTempo({ health, lastError: 'context deadline exceeded' })).toBe(false);
  });
});
