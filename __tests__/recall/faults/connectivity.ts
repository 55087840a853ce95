import type { Endpoint } from '../endpoints.js';
import { endpointsOf, knowsAllNames, named, tellsPorts } from '../endpoints.js';
import { addKey, addNetwork, inPlace, misspelt, swap } from '../edits.js';
import type { Fault, Injection, TextEdit } from '../fault.js';
import { items, keyRange, child } from '../../../src/model/yaml-node.js';
import type { ComposeService, Stack } from '../../../src/model/stack.js';

type Kind = Endpoint['what'];
const KINDS: readonly Kind[] = ['target', 'alertmanager', 'remote-write', 'datasource', 'webhook', 'probe'];

/** Codes of rules over scrape targets and over all other addresses have the same last part. */
const codesFor = (kind: Kind, ...faults: readonly string[]): string[] =>
  faults.map((fault) => `stack/${kind === 'target' || kind === 'probe' ? 'target' : 'address'}-${fault}`);

/** One fault for each kind of address. */
function perKind(
  name: string,
  codes: readonly string[],
  places: (stack: Stack, endpoint: Endpoint) => readonly Injection[],
  kinds = KINDS,
): Fault[] {
  return kinds.map((kind) => ({
    name: `${kind}: ${name}`,
    family: 'connectivity' as const,
    codes: [
      ...codesFor(kind, ...codes),
      // A probe's address is written in a relabelling step, so that either family of rules may see it.
      ...(kind === 'probe' ? codesFor('alertmanager', ...codes) : []),
      ...(kind === 'datasource' ? ['grafana/datasource-unreachable-url'] : []),
    ],
    places: (stack) =>
      endpointsOf(stack)
        .filter(({ what }) => what === kind)
        .flatMap((endpoint) =>
          places(stack, endpoint).map(({ edits, at }) => ({ edits, at: [...at, ...(endpoint.through ?? [])] })),
        ),
  }));
}

/** The service at the other end gets a key; the address is where it shows. */
function atOtherEnd(edits: readonly (TextEdit | undefined)[], { at }: Endpoint): Injection[] {
  const made = edits.flatMap((edit) => edit ?? []);
  return made.length === edits.length ? [{ edits: made, at: [at] }] : [];
}

/** Takes a service from its networks to one of its own, when no anchor shares them with others. */
function isolated(stack: Stack, service: ComposeService): TextEdit | undefined {
  const networks = child(service.node, 'networks');
  if (!networks) return addKey(stack, service, 'networks', '[lonely]');
  const { file, start, end } = networks.at;
  const isShared = stack.project.services.some(
    (other) => other !== service && child(other.node, 'networks') === networks,
  );
  const written = file.text.slice(start, end);
  return isShared || !written.startsWith('[') ? undefined : swap(stack, networks.at, written, '[lonely]');
}

const isMovable = (stack: Stack, { from, to }: Endpoint): boolean =>
  from !== to && !to.networkMode && !to.node.entries.has('networks') && knowsAllNames(stack, from);

/** Addresses that lead nowhere. */
export const CONNECTIVITY: readonly Fault[] = [
  ...perKind('misspelt service', ['unknown-service'], (stack, { at, host, from }) =>
    knowsAllNames(stack, from) && !named(stack, misspelt(host)) ? inPlace(swap(stack, at, host, misspelt(host))) : [],
  ),
  ...perKind('localhost', ['localhost'], (stack, { at, host, port, from, to }) =>
    from === to || (from === stack.prometheus?.service && port === stack.prometheus.port)
      ? []
      : inPlace(swap(stack, at, host, 'localhost')),
  ),
  ...perKind('wrong port', ['wrong-port', 'undeclared-port'], (stack, { at, port, to }) =>
    tellsPorts(to) ? inPlace(swap(stack, at, `:${String(port)}`, `:${String(port + 11)}`)) : [],
  ),
  ...perKind(
    'published port',
    ['published-port', 'wrong-port'],
    (stack, { at, port, to }) => {
      const mapping = to.ports.find(({ containerPort }) => containerPort === port);
      if (mapping?.hostPort === undefined) return [];
      const published = mapping.hostPort === port ? port + 10_000 : mapping.hostPort;
      const asked = swap(stack, at, `:${String(port)}`, `:${String(published)}`);
      if (!asked) return [];
      if (mapping.hostPort !== port) return inPlace(asked);
      const outside = swap(
        stack,
        mapping.at,
        `${String(port)}:${String(port)}`,
        `${String(published)}:${String(port)}`,
      );
      return outside ? [{ edits: [asked, outside], at: [0] }] : [];
    },
    KINDS.filter((kind) => kind !== 'probe'),
  ),
  ...perKind('service on a network of its own', ['no-shared-network'], (stack, endpoint) =>
    endpoint.from !== endpoint.to && !endpoint.to.networkMode && knowsAllNames(stack, endpoint.from)
      ? atOtherEnd([isolated(stack, endpoint.to), addNetwork(stack, 'lonely')], endpoint)
      : [],
  ),
  ...perKind(
    'service on the host network',
    ['host-network'],
    (stack, endpoint) =>
      isMovable(stack, endpoint) ? atOtherEnd([addKey(stack, endpoint.to, 'network_mode', 'host')], endpoint) : [],
    KINDS.filter((kind) => kind !== 'remote-write'),
  ),
  ...perKind(
    'service without a network',
    ['without-network'],
    (stack, endpoint) =>
      isMovable(stack, endpoint) ? atOtherEnd([addKey(stack, endpoint.to, 'network_mode', 'none')], endpoint) : [],
    KINDS.filter((kind) => kind !== 'remote-write'),
  ),
  ...perKind('profile that is off', ['profile-off'], (stack, endpoint) =>
    endpoint.from === endpoint.to || !knowsAllNames(stack, endpoint.from)
      ? []
      : atOtherEnd([addKey(stack, endpoint.to, 'profiles', '[never]')], endpoint),
  ),
  ...perKind(
    'host.docker.internal without extra_hosts',
    [],
    (stack, { at, host, from }) =>
      from.extraHosts.length > 0 ? [] : inPlace(swap(stack, at, host, 'host.docker.internal')),
    ['target', 'alertmanager', 'remote-write', 'datasource', 'webhook'],
  ).map((fault) => ({ ...fault, codes: ['stack/host-gateway-missing', 'grafana/datasource-unreachable-url'] })),
  {
    name: 'remote-write: receiver off',
    family: 'connectivity',
    codes: ['stack/remote-write-receiver-off'],
    places: (stack) =>
      endpointsOf(stack).flatMap(({ what, at, to }) => {
        const flag = what === 'remote-write' && to.command.find(({ value }) => value.endsWith('remote-write-receiver'));
        const edit = flag && swap(stack, flag.at, '--web.enable-remote-write-receiver', '--log.level=info');
        return edit ? [{ edits: [edit], at: [at] }] : [];
      }),
  },
  {
    name: 'exporter: misspelt service',
    family: 'connectivity',
    codes: ['stack/exporter-upstream-unknown-service'],
    places: (stack) =>
      stack.project.services
        .filter((service) => /exporter/.test(service.image?.value ?? '') && knowsAllNames(stack, service))
        .flatMap(({ command, environment }) =>
          [...command, ...environment.values()].flatMap((value) => {
            const host = /(?:^|[@=/])([a-z][\w-]*):\d+/.exec(value?.value ?? '')?.[1];
            if (!value || host === undefined || !named(stack, host)) return [];
            const edit = swap(stack, value.at, `${host}:`, `${misspelt(host)}:`);
            return inPlace(edit);
          }),
        ),
  },
  {
    name: 'undefined network',
    family: 'connectivity',
    codes: ['compose/undefined-network'],
    places: (stack) =>
      stack.project.services.flatMap(({ node }) => {
        const networks = child(node, 'networks');
        const keys = networks?.kind === 'mapping' ? [...networks.entries.keys()] : [];
        const named = keys.flatMap((key) => keyRange(networks, key) ?? []);
        return [...items(networks).map(({ at }) => at), ...named].flatMap((at) => {
          const name = at.file.text.slice(at.start, at.end);
          return name === 'default' ? [] : inPlace(swap(stack, at, name, misspelt(name)));
        });
      }),
  },
];
