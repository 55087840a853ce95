import { sizeInBytes } from '../../model/size.js';
import type { ComposeService } from '../../model/stack.js';
import { child, entries, items, keyRange, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

/** Keys that say different things about the same. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/conflicting-keys',
  severity: 'error',
  summary: 'two keys exclude each other or give one thing two values',
  why: 'Compose refuses a project in which two keys say different things about the same, since it cannot know which is meant.',
  remedy: 'keep one of the two keys',
  check: ({ project }) => [
    ...project.services.flatMap(serviceProblems),
    ...[...project.services, ...project.inactive].flatMap(deviceProblems),
    ...externalProblems(project.root),
  ],
};

/** Keys of a service and the keys of `deploy` that mean the same. */
const TWICE: readonly (readonly [key: string, path: readonly string[], size: boolean])[] = [
  ['scale', ['deploy', 'replicas'], false],
  ['cpus', ['deploy', 'resources', 'limits', 'cpus'], false],
  ['mem_limit', ['deploy', 'resources', 'limits', 'memory'], true],
  ['mem_reservation', ['deploy', 'resources', 'reservations', 'memory'], true],
  ['pids_limit', ['deploy', 'resources', 'limits', 'pids'], false],
];

/** What is wrong with a service, at one of its keys. */
type Complaint = readonly [key: string, message: string];

function serviceProblems({ name, node }: ComposeService): Problem[] {
  const complaints = [...exclusive(node), ...named(node), ...TWICE.flatMap((twice) => [...different(node, twice)])];
  return complaints.map(([key, message]) => ({
    message: `service "${name}" ${message}`,
    at: keyRange(node, key) ?? node.at,
    subject: { service: name },
  }));
}

function* exclusive(node: MappingNode): Generator<Complaint> {
  const networks = child(node, 'networks');
  const mode = text(child(node, 'network_mode')) ?? '';
  if (mode !== '' && items(networks).length + entries(networks).length > 0)
    yield ['network_mode', `has "network_mode: ${mode}" and "networks"; only one can hold`];
  const build = child(node, 'build');
  if (text(child(build, 'dockerfile')) && text(child(build, 'dockerfile_inline')))
    yield ['build', 'has "dockerfile" and "dockerfile_inline"; only one can be built'];
  const platforms = items(child(build, 'platforms')).map((item) => text(item) ?? '');
  const platform = text(child(node, 'platform')) ?? '';
  if (platform !== '' && platforms.length > 0 && !platforms.includes(platform))
    yield ['platform', `has "platform: ${platform}", which "build.platforms" lacks: ${platforms.join(', ')}`];
}

function* named(node: MappingNode): Generator<Complaint> {
  const name = text(child(node, 'container_name'));
  const count = replicas(node);
  if (name && count > 1)
    yield [
      'container_name',
      `has "container_name: ${name}" and ${String(count)} containers, which cannot share a name`,
    ];
}

function* different(node: MappingNode, [key, path, size]: (typeof TWICE)[number]): Generator<Complaint> {
  const one = amount(child(node, key), size);
  const other = amount(child(node, ...path), size);
  const shown = `has "${key}: ${text(child(node, key)) ?? ''}"`;
  if (one === undefined || one === other) return;
  if (other !== undefined) yield [key, `${shown} and "${path.join('.')}: ${text(child(node, ...path)) ?? ''}"`];
  else if (path.length > 2 && child(node, ...path.slice(0, -1))?.kind === 'mapping') {
    // Limits that are written are all the limits: one that is left away is none.
    yield [
      key,
      `${shown}, and "${path.slice(0, -1).join('.')}" without "${path.at(-1) ?? ''}" says that there is none`,
    ];
  }
}

function replicas(node: YamlNode): number {
  return amount(child(node, 'deploy', 'replicas'), false) ?? amount(child(node, 'scale'), false) ?? 1;
}

/** The number that a key gives; zero and an invalid one give none. */
function amount(node: YamlNode | undefined, size: boolean): number | undefined {
  const written = text(node);
  if (node?.kind !== 'scalar' || written === undefined) return undefined;
  if (typeof node.value === 'number') return node.value === 0 ? undefined : node.value;
  const number = size ? sizeInBytes(written) : Number(written);
  return number === undefined || Number.isNaN(number) || number === 0 ? undefined : number;
}

function deviceProblems({ name, node }: ComposeService): Problem[] {
  const requests = [
    ...items(child(node, 'gpus')),
    ...items(child(node, 'deploy', 'resources', 'reservations', 'devices')),
  ];
  return requests
    .filter((request) => child(request, 'count') !== undefined && child(request, 'device_ids') !== undefined)
    .map((request) => ({
      message: `a device request of service "${name}" has "count" and "device_ids"; only one can choose the devices`,
      at: keyRange(request, 'count') ?? request.at,
      subject: { service: name },
    }));
}

function externalProblems(root: YamlNode): Problem[] {
  return ['networks', 'volumes', 'configs', 'secrets'].flatMap((section) =>
    entries(child(root, section)).flatMap(([name, { value }]): Problem[] => {
      const external = child(value, 'external');
      if (external === undefined) return [];
      const outer = text(child(external, 'name'));
      const own = text(child(value, 'name'));
      if (outer !== undefined && own !== undefined && outer !== own) {
        const message = `"${section}.${name}" has "name: ${own}" and "external.name: ${outer}"; write "external: true" and one name`;
        return [{ message, at: external.at }];
      }
      if (section !== 'volumes' || text(external) === 'false') return [];
      return entries(value)
        .filter(([key]) => !['external', 'name'].includes(key) && !key.startsWith('x-'))
        .map(([key, entry]) => ({
          message: `volume "${name}" is external and has "${key}", which only a volume of this project can have`,
          at: entry.key.at,
        }));
    }),
  );
}
