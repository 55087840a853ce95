import type { ComposeService, Dependency, Healthcheck } from '../model/stack.js';
import type { Located } from '../model/source.js';
import { child, entries, items, keyRange, text, type MappingNode, type YamlNode } from '../model/yaml-node.js';
import { mountsOf, type Surroundings } from './mounts.js';
import { exposedPorts, portMappings } from './port-mappings.js';
import { commandWords } from '../model/shell-words.js';

/** Reads every service of a merged project, those of profiles that are off included. */
export function readServices(root: MappingNode, around: Surroundings): ComposeService[] {
  return entries(child(root, 'services')).flatMap(([name, { key, value }]) =>
    value.kind === 'mapping' ? [readService(name, key.at, value, root, around)] : [],
  );
}

function readService(
  name: string,
  at: ComposeService['at'],
  node: MappingNode,
  root: MappingNode,
  around: Surroundings,
): ComposeService {
  return {
    name,
    at,
    node,
    image: located(child(node, 'image')),
    hasBuild: child(node, 'build') !== undefined,
    pullPolicy: text(child(node, 'pull_policy')),
    containerName: located(child(node, 'container_name')),
    hostname: located(child(node, 'hostname')),
    user: located(child(node, 'user')),
    entrypoint: commandWords(child(node, 'entrypoint')),
    command: commandWords(child(node, 'command')),
    networkMode: located(child(node, 'network_mode')),
    networks: networksOf(node),
    ports: portMappings(child(node, 'ports'), 'tcp'),
    udpPorts: portMappings(child(node, 'ports'), 'udp'),
    expose: exposedPorts(child(node, 'expose')),
    dependsOn: withImplied(dependenciesOf(child(node, 'depends_on')), node),
    healthcheck: healthcheckOf(node),
    mounts: mountsOf(node, root, around),
    links: linksOf(child(node, 'links')),
    extraHosts: namesBeforeSeparator(child(node, 'extra_hosts')),
    restart: text(child(node, 'restart')) ?? 'no',
    environment: new Map(),
    labels: new Map(),
  };
}

function located(node: YamlNode | undefined): Located<string> | undefined {
  const value = text(node);
  return value !== undefined && node ? { value, at: node.at } : undefined;
}

function networksOf(node: MappingNode): Map<string, readonly string[]> {
  const networks = child(node, 'networks');
  const named = new Map<string, readonly string[]>();
  for (const item of items(networks)) named.set(text(item) ?? '', []);
  for (const [name, { value }] of entries(networks)) {
    named.set(
      name,
      items(child(value, 'aliases')).flatMap((alias) => text(alias) ?? []),
    );
  }
  if (named.size === 0 && child(node, 'network_mode') === undefined && child(node, 'provider') === undefined)
    named.set('default', []);
  return named;
}

function dependenciesOf(node: YamlNode | undefined): Dependency[] {
  const short = items(node).map((item): Dependency => ({
    service: text(item) ?? '',
    condition: 'service_started',
    required: true,
    at: item.at,
  }));
  const long = entries(node).map(([service, { key, value }]): Dependency => ({
    service,
    condition: conditionOf(text(child(value, 'condition'))),
    required: text(child(value, 'required')) !== 'false',
    at: key.at,
  }));
  return [...short, ...long];
}

/** Whose namespaces, volumes or names a service uses has to be there first, as if it were in depends_on. */
function withImplied(written: readonly Dependency[], node: MappingNode): Dependency[] {
  const namespaces = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'].flatMap((key) => {
    const value = child(node, key);
    const service = /^service:(.+)$/.exec(text(value) ?? '')?.[1];
    return value && service !== undefined ? [{ service, at: value.at }] : [];
  });
  const lists = ['links', 'volumes_from'].flatMap((key) =>
    items(child(node, key)).flatMap((item) => {
      const [service] = (text(item) ?? '').split(':');
      return service && service !== 'container' ? [{ service, at: item.at }] : [];
    }),
  );
  const implied = new Map<string, { service: string; at: YamlNode['at'] }>();
  for (const one of [...namespaces, ...lists]) {
    if (!implied.has(one.service) && !written.some(({ service }) => service === one.service))
      implied.set(one.service, one);
  }
  return [
    ...written,
    ...[...implied.values()].map((one) => ({ ...one, condition: 'service_started' as const, required: true })),
  ];
}

function conditionOf(written: string | undefined): Dependency['condition'] {
  return written === 'service_healthy' || written === 'service_completed_successfully' ? written : 'service_started';
}

function healthcheckOf(node: MappingNode): Healthcheck | undefined {
  const healthcheck = child(node, 'healthcheck');
  if (!healthcheck) return undefined;
  const test = child(healthcheck, 'test');
  const words = test?.kind === 'scalar' ? ['CMD-SHELL', test.text] : items(test).flatMap((item) => text(item) ?? []);
  return {
    disabled: text(child(healthcheck, 'disable')) === 'true' || words[0] === 'NONE',
    test: words,
    at: test?.at ?? keyRange(node, 'healthcheck') ?? healthcheck.at,
  };
}

function linksOf(node: YamlNode | undefined): Map<string, string> {
  return new Map(
    items(node).flatMap((item) => {
      const [service, alias] = (text(item) ?? '').split(':');
      return service ? [[alias ?? service, service] as const] : [];
    }),
  );
}

/** Host names of `extra_hosts`: a list of `NAME:IP` or `NAME=IP`, or a mapping. */
function namesBeforeSeparator(node: YamlNode | undefined): string[] {
  const list = items(node).flatMap((item) => (text(item) ?? '').split(/[:=]/, 1));
  return [...new Set([...list, ...entries(node).map(([name]) => name)])];
}

/** Whether a service takes part: it has no profile, or one of its profiles is on. `*` turns all on. */
export function isActive(service: ComposeService, profiles: readonly string[]): boolean {
  const own = items(child(service.node, 'profiles')).flatMap((item) => text(item) ?? []);
  return own.length === 0 || profiles.includes('*') || own.some((profile) => profiles.includes(profile));
}
