import { describe, expect, it } from '@jest/globals';
import { knownImage } from '../../src/knowledge/known-images.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the name of an image', () => {
  it.each([
    ['prom/prometheus', 'prometheus'],
    ['prom/prometheus:v3.5.0', 'prometheus'],
    ['docker.io/prom/prometheus:v3.5.0', 'prometheus'],
    ['quay.io/prometheus/prometheus:v3.5.0', 'prometheus'],
    ['registry.example.com:5000/prom/prometheus:v3.5.0', 'prometheus'],
    ['localhost/prom/prometheus', 'prometheus'],
    ['localhost:5000/prom/prometheus', 'prometheus'],
    ['[::1]:5000/prom/prometheus', 'prometheus'],
    [`prom/prometheus@${DIGEST}`, 'prometheus'],
    [`quay.io/prometheus/prometheus:v3.5.0@${DIGEST}`, 'prometheus'],
    ['Prom/Prometheus:v3.5.0', 'prometheus'],
    ['redis', 'redis'],
    ['redis:8', 'redis'],
    ['library/redis:8', 'redis'],
    ['docker.io/redis', 'redis'],
    ['docker.io/library/redis:8', 'redis'],
    ['index.docker.io/library/redis', 'redis'],
    ['mirror.gcr.io/library/redis', 'redis'],
    ['public.ecr.aws/docker/library/redis:8', 'redis'],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.19.0', 'elasticsearch'],
    ['gcr.io/cadvisor/cadvisor:v0.52.1', 'cadvisor'],
    ['gcr.io/distroless/nodejs22-debian12:nonroot', 'distroless-nodejs'],
    ['ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector:0.130.0', 'otel-collector'],
  ])('%s is %s', (image, name) => {
    expect(knownImage(image)?.name).toBe(name);
  });

  it.each([
    'acme/prometheus',
    'prometheus',
    'prom/prometheus2',
    'acme/prom/prometheus',
    'prom',
    'library/prom/prometheus',
    // Whatever somebody pushed there under the name.
    'registry.example.com/redis',
    'localhost:5000/redis:8',
    'ghcr.io/redis',
    '',
    '/',
    'redis/',
    'redis:',
    'redis:8:1',
    'redis@sha256',
    'redis:${REDIS_TAG}',
    '${REGISTRY}/prom/prometheus',
    'constructor',
    '__proto__',
  ])('%j is unknown', (image) => {
    expect(knownImage(image)).toBeUndefined();
  });

  it('is looked up once', () => {
    expect(knownImage('redis:8-alpine')).toBe(knownImage('redis:8-alpine'));
  });
});

describe('the variants of an image', () => {
  it('differ by tag', () => {
    expect(knownImage('redis:8')?.programs?.lacks).toEqual(expect.arrayContaining(['curl', 'wget']));
    expect(knownImage('redis:8-alpine')?.programs?.has).toContain('wget');
    expect(knownImage('docker.io/library/redis:alpine')?.programs?.has).toContain('wget');
  });

  it('override field by field, and leave the rest', () => {
    const image = knownImage('prom/prometheus:v3.11.0-distroless');
    expect(image).toMatchObject({ user: 65532, volumes: [], workdir: '/prometheus', title: 'Prometheus' });
    expect(image?.programs).toEqual({ has: ['promtool'], lacks: expect.arrayContaining(['sh', 'wget']) });
  });

  it('apply in the order in which they are written', () => {
    expect(knownImage('nginx:1.29-alpine')?.programs?.lacks).not.toContain('curl');
    expect(knownImage('nginx:1.29-alpine-slim')?.programs?.lacks).toContain('curl');
  });

  it('are matched against latest when no tag is written', () => {
    expect(knownImage('grafana/loki')?.programs).toEqual(knownImage('grafana/loki:latest')?.programs);
    expect(knownImage('grafana/loki')?.programs?.lacks).toContain('wget');
    expect(knownImage('grafana/loki:3.5.3')?.programs?.has).toContain('wget');
  });

  it('use the tag that stands beside a digest', () => {
    expect(knownImage(`redis:8-alpine@${DIGEST}`)?.programs?.has).toContain('wget');
  });

  it('leave unknown what they differ in when only a digest is written', () => {
    const image = knownImage(`redis@${DIGEST}`);
    expect(image).toMatchObject({ name: 'redis', ports: [{ port: 6379 }], data: ['/data'] });
    expect(image).not.toHaveProperty('programs');
  });

  it('are not part of the answer', () => {
    expect(knownImage('redis:8')).not.toHaveProperty('variants');
    expect(knownImage('redis:8-alpine')).not.toHaveProperty('tag');
  });
});
