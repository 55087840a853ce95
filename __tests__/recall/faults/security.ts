import { child, keyRange } from '../../../src/model/yaml-node.js';
import { addKey, inPlace, insertUnder, swap } from '../edits.js';
import type { Fault } from '../fault.js';
import { knownImage } from '../../../src/knowledge/known-images.js';
import type { ComposeService, Stack } from '../../../src/model/stack.js';

const isKind =
  (kind: RegExp) =>
  (service: ComposeService): boolean =>
    !service.hasBuild && service.networkMode === undefined && kind.test(service.image?.value ?? '');

/** Services of one image publish a port on all interfaces. */
const exposed = (name: string, code: string, kind: RegExp): Fault => ({
  name,
  family: 'security',
  codes: [code],
  places: (stack) =>
    stack.project.services
      .filter(isKind(kind))
      // One that asks for a password is safe, and one behind a proxy is said to be less unsafe.
      .filter(
        ({ command, mounts }) =>
          !command.some(({ value }) => /web\.config\.file/.test(value)) &&
          !mounts.some(({ target }) => /web/.test(target)),
      )
      .flatMap((service) => {
        const port = String(knownImage(service.image?.value ?? '')?.ports?.[0]?.port);
        return inPlace(addKey(stack, service, 'ports', `["1${port}:${port}"]`));
      }),
});

const key = (name: string, codes: readonly string[], written: string, value: string): Fault => ({
  name,
  family: 'security',
  codes,
  places: (stack) =>
    stack.project.services
      .filter(({ image }) => !/cadvisor|exporter|collector|promtail/.test(image?.value ?? ''))
      .flatMap((service) => inPlace(addKey(stack, service, written, value))),
});

function changedTag(stack: Stack, { image, hasBuild }: ComposeService): ReturnType<typeof inPlace> {
  const tag = /:([\w.-]+)$/.exec(image?.value ?? '')?.[1];
  if (hasBuild || !image || image.value.includes('@') || tag === undefined || tag === 'latest') return [];
  return inPlace(swap(stack, image.at, `:${tag}`, ':latest'));
}

/** What others can read, change or take over. */
export const SECURITY: readonly Fault[] = [
  exposed('Prometheus on all interfaces', 'security/prometheus-exposed', /\/prometheus:v/),
  exposed('Alertmanager on all interfaces', 'security/alertmanager-exposed', /\/alertmanager:v/),
  exposed(
    'exporter on all interfaces',
    'security/exporter-exposed',
    /\/(?:node-exporter|postgres-exporter|redis_exporter|mysqld-exporter|pushgateway):/,
  ),
  exposed('database on all interfaces', 'security/database-exposed', /^redis:/),
  {
    name: 'published on all interfaces in place of this machine',
    family: 'security',
    codes: ['security/prometheus-exposed'],
    places: (stack) =>
      stack.project.services
        .filter(isKind(/\/prometheus:v/))
        .filter(({ command }) => !command.some(({ value }) => /web\.config\.file/.test(value)))
        .flatMap(({ ports }) => ports)
        .flatMap(({ at }) => inPlace(swap(stack, at, '127.0.0.1:', '0.0.0.0:'))),
  },
  key('Docker socket mounted', ['security/docker-socket'], 'volumes', '["/var/run/docker.sock:/var/run/docker.sock"]'),
  key('root directory mounted', ['security/root-mounted'], 'volumes', '["/:/everything"]'),
  key('privileged', ['security/privileged'], 'privileged', 'true'),
  key('namespace of the host', ['security/host-namespace'], 'pid', 'host'),
  key('capability that breaks out', ['security/capability'], 'cap_add', '[SYS_ADMIN]'),
  {
    name: 'root in place of the own user',
    family: 'security',
    codes: ['security/root-user'],
    places: (stack) =>
      stack.project.services
        .filter(({ image, hasBuild }) => !hasBuild && (knownImage(image?.value ?? '')?.user ?? 0) > 0)
        .flatMap((service) => inPlace(addKey(stack, service, 'user', 'root'))),
  },
  {
    name: 'floating tag',
    family: 'security',
    codes: ['security/floating-tag'],
    places: (stack) => stack.project.services.flatMap((service) => changedTag(stack, service)),
  },
  {
    name: 'admin API',
    family: 'security',
    codes: ['security/admin-api-exposed'],
    places: (stack) =>
      stack.project.services
        .filter(isKind(/\/prometheus:v/))
        .flatMap(({ command, ports }) =>
          ports.length === 0
            ? []
            : command.flatMap(({ value, at }) =>
                value.startsWith('--storage.tsdb.retention')
                  ? inPlace(swap(stack, at, value, '--web.enable-admin-api'))
                  : [],
              ),
        ),
  },
  {
    name: 'plain secret in the environment',
    family: 'security',
    codes: ['security/plain-secret'],
    places: (stack) =>
      stack.project.services.flatMap((service) =>
        inPlace(addKey(stack, service, 'environment', '{ API_TOKEN: "c0ffee5eed0123456789abcdef" }')),
      ),
  },
  {
    name: 'default password of Grafana',
    family: 'security',
    codes: ['security/grafana-default-password'],
    places: (stack) =>
      stack.project.services.filter(isKind(/grafana\/grafana/)).flatMap(({ environment }) => {
        const password = environment.get('GF_SECURITY_ADMIN_PASSWORD');
        if (!password) return [];
        const { file, start, end } = password.at;
        const written = file.text.slice(start, end).replace(/^GF_SECURITY_ADMIN_PASSWORD=/, '');
        return inPlace(swap(stack, password.at, written, 'admin'));
      }),
  },
  {
    name: 'Grafana with its anonymous administrator',
    family: 'security',
    codes: ['security/grafana-anonymous'],
    places: (stack) =>
      stack.project.services
        .filter(isKind(/grafana\/grafana/))
        .filter(({ environment }) => !environment.has('GF_AUTH_ANONYMOUS_ENABLED'))
        .flatMap(({ node }) => {
          const key = keyRange(node, 'environment');
          const on = insertUnder(stack, key, 'GF_AUTH_ANONYMOUS_ENABLED: "true"');
          const role = insertUnder(stack, key, 'GF_AUTH_ANONYMOUS_ORG_ROLE: Admin');
          return child(node, 'environment')?.kind === 'mapping' && on && role
            ? [{ edits: [on, role], at: [0, 1] }]
            : [];
        }),
  },
];
