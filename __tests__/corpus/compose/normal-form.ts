import { join, posix } from 'node:path';
import type { Stack } from '../../../src/model/stack.js';
import { toValue } from '../../../src/yaml/to-value.js';
import { bytes, nanoseconds } from './quantities.js';

/*
 * Compose prints every key in its long form and adds its defaults; our tree keeps what is written. Both are brought to one form
 * here, by this list and nothing else:
 * - short syntax becomes long: build, ports (ranges expanded), volumes, configs, secrets, devices, networks, depends_on, env lists;
 * - durations become nanoseconds and sizes bytes, on both sides;
 * - numbers and booleans that Compose prints as text are text on both sides;
 * - what Compose adds is dropped from its side: `mode: ingress`, `create_host_path`, `placement: {}`, `Dockerfile`, `ipam: {}`;
 * - what Compose does not keep is dropped from ours: options of ipam, build arguments without a value, switches that are off;
 * - keys that Compose resolves away are dropped from ours: extends, env_file, label_file, x-…, include, version;
 * - empty values are dropped on both sides; lists whose order means nothing are sorted.
 */

type Tree = Readonly<Record<string, unknown>>;
type Form = (value: unknown) => unknown;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const tree = (value: unknown): Tree => (isTree(value) ? value : {});
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
const texts: Form = (value) => list(value).map(text);
const sorted: Form = (value) => list(value).map(text).sort();
const same: Form = (value) => value;
const each =
  (form: Form): Form =>
  (value) =>
    list(value).map(form);
const values =
  (form: Form): Form =>
  (value) =>
    Object.fromEntries(Object.entries(tree(value)).map(([key, item]) => [key, form(item)]));
const number: Form = (value) => (value === null || value === undefined || value === '' ? undefined : Number(value));
const boolean: Form = (value) => value === true || value === 'true' || value === 'on' || value === 'yes';
/** A switch that is off when it is not written. */
const flag: Form = (value) => (boolean(value) ? true : undefined);
/** A pause of no length is none. */
const pause: Form = (value) => nanoseconds(value) || undefined;

/** A mapping of which some keys have a form; unknown keys are kept, extensions are not. */
function keys(forms: Readonly<Record<string, Form>>, ...dropped: readonly string[]): Form {
  return (value) =>
    Object.fromEntries(
      Object.entries(tree(value)).flatMap(([key, item]) =>
        key.startsWith('x-') || dropped.includes(key) ? [] : [[key, (forms[key] ?? same)(item)] as const],
      ),
    );
}

/** `KEY=VALUE` list or mapping to a mapping of texts. */
const pairs: Form = (value) =>
  Object.fromEntries(
    isTree(value)
      ? Object.entries(value).map(([key, item]) => [key, text(item)])
      : list(value).map((item) => {
          const [, key, rest] = /^([^=]*)=?(.*)$/s.exec(text(item)) ?? [];
          return [key ?? '', rest ?? ''];
        }),
  );

/** `NAME:ADDRESS`, `NAME=ADDRESS` or a mapping to sorted `NAME=ADDRESS`, brackets of IPv6 removed. */
const hosts: Form = (value) =>
  (isTree(value)
    ? Object.entries(value).flatMap(([name, address]) => list(address).map((one) => `${name}=${text(one)}`))
    : list(value).map((item) => text(item).replace(/^([^:=]+)[:=]/, '$1='))
  )
    .map((entry) => entry.replace(/=\[(.*)\]$/, '=$1'))
    .sort();

const resources = keys({
  limits: keys({ cpus: number, memory: bytes, pids: number }),
  reservations: keys({
    cpus: number,
    memory: bytes,
    pids: number,
    devices: each(keys({ count: (count) => (count === 'all' ? -1 : number(count)), options: pairs })),
    generic_resources: each(keys({ discrete_resource_spec: keys({ value: number }) })),
  }),
});
const roll = keys({ parallelism: number, delay: pause, monitor: pause, max_failure_ratio: number });
const deploy = keys({
  labels: pairs,
  replicas: number,
  resources,
  update_config: roll,
  rollback_config: roll,
  restart_policy: keys({ delay: nanoseconds, window: nanoseconds, max_attempts: number }),
  placement: keys({ max_replicas_per_node: number }),
});
const ulimits = values((value) => (isTree(value) ? values(number)(value) : number(value)));
const labels = pairs;
const device: Form = (value) => {
  if (isTree(value)) return keys({})(value);
  const [source, target, permissions = 'rwm'] = text(value).split(':');
  return { source, target: target ?? source, permissions };
};

/** A named network of a service or its priority; a name alone has no settings. */
const serviceNetworks: Form = (value) =>
  Object.fromEntries(
    (isTree(value) ? Object.entries(value) : list(value).map((name) => [text(name), {}] as const)).map(
      ([name, settings]) => [
        name,
        keys({ priority: number, gw_priority: number, driver_opts: values(text) })(settings),
      ],
    ),
  );

/** Everything below depends on the project: its directory, its home directory, the variables of the shell. */
export interface Surroundings {
  readonly directory: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

function path({ directory, home }: Surroundings): Form {
  return (value) => {
    const written = text(value);
    if (/^~(?=\/|$)/.test(written)) return written.replace('~', home);
    return written === '' || written.startsWith('/')
      ? written.replace(/(?<=.)\/$/, '')
      : join(directory, written).replace(/(?<=.)\/$/, '');
  };
}

const isUrl = (value: string): boolean => /^[a-z-]+:|^git@|^github\.com\//.test(value);

function build(around: Surroundings): Form {
  const context: Form = (value) => (isUrl(text(value)) ? value : path(around)(value));
  const args: Form = (value) =>
    Object.fromEntries(
      Object.entries(pairs(value) as Record<string, string>).flatMap(([key, written]) => {
        const bare = isTree(value) ? value[key] === null : list(value).includes(key);
        const given = bare ? around.environment[key] : written;
        return given === undefined ? [] : [[key, given] as const];
      }),
    );
  return (value) => {
    const long = isTree(value) ? value : { context: value };
    return keys({
      context,
      args,
      labels,
      ulimits,
      shm_size: bytes,
      extra_hosts: hosts,
      ssh: sorted,
      no_cache: boolean,
      pull: boolean,
      privileged: boolean,
      provenance: text,
      sbom: text,
      secrets: each(fileMount('')),
      additional_contexts: (contexts) => values(context)(pairs(contexts)),
      dockerfile: (file) => (file === 'Dockerfile' ? undefined : file),
    })({ context: '.', ...long });
  };
}

const mode: Form = (value) => (typeof value === 'number' ? value.toString(8) : text(value).replace(/^0o?/, ''));

function fileMount(prefix: string): Form {
  return (value) => {
    const long = isTree(value) ? value : { source: value };
    const target = long['target'] === undefined ? undefined : text(long['target']);
    const placed = prefix !== '' && target !== undefined && !target.startsWith('/') ? `${prefix}${target}` : target;
    const given = placed ?? (prefix === '' ? undefined : `${prefix}${text(long['source'])}`);
    return keys({ mode })({ ...long, target: given });
  };
}

function volume(around: Surroundings): Form {
  const long = keys({
    target: (target) => posix.normalize(text(target)).replace(/(?<=.)\/$/, ''),
    bind: keys({}, 'create_host_path'),
    volume: keys({ labels }),
    tmpfs: keys({ size: bytes, mode: text }),
    read_only: flag,
  });
  return (value) => {
    if (isTree(value))
      return long(value['type'] === 'bind' ? { ...value, source: path(around)(value['source']) } : value);
    const parts = text(value).split(':');
    if (parts.length === 1) return long({ type: 'volume', target: parts[0] });
    const [source = '', target, options = ''] = parts;
    const flags = options.split(',');
    const selinux = flags.find((flag) => /^z$/i.test(flag));
    const propagation = flags.find((flag) => /^r?(?:private|shared|slave)$/.test(flag));
    const bind = /^[./~]/.test(source);
    return long({
      type: bind ? 'bind' : 'volume',
      source: bind ? path(around)(source) : source,
      target,
      ...(flags.includes('ro') ? { read_only: true } : {}),
      ...(selinux || propagation
        ? { bind: { ...(selinux ? { selinux } : {}), ...(propagation ? { propagation } : {}) } }
        : {}),
      ...(flags.includes('nocopy') ? { volume: { nocopy: true } } : {}),
    });
  };
}

/** Ports one by one, as text: equal ones are one. */
const ports: Form = (value) => [...new Set(list(value).flatMap(portTexts))].sort();

function portTexts(value: unknown): string[] {
  if (isTree(value)) {
    const { target, published, host_ip, protocol, name, app_protocol, mode: how = 'ingress' } = value;
    const more = [host_ip, name, app_protocol, how].map(text).join(' ');
    return [`${text(published)}:${text(target)}/${text(protocol ?? 'tcp')} ${more}`];
  }
  const [, address = '', published = '', target = '', protocol = 'tcp'] =
    /^(?:(?:(\[.*\]|[^:]*):)?([^:]*):)?([0-9-]+)(?:\/(.*))?$/.exec(text(value)) ?? [];
  const inside = range(target);
  const outside = range(published);
  const bare = address.replace(/^\[(.*)\]$/, '$1');
  return inside.map((port, index) => {
    const host = inside.length === outside.length ? String(outside[index]) : published;
    return `${host}:${String(port)}/${protocol.toLowerCase()} ${bare}   ingress`;
  });
}

function range(written: string): number[] {
  if (written === '') return [];
  const [first = 0, last = first] = written.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const NUMBERS = [
  'cpu_count',
  'cpu_percent',
  'cpu_shares',
  'cpu_period',
  'cpu_quota',
  'cpus',
  'oom_score_adj',
  'pids_limit',
  'scale',
  'mem_swappiness',
];
const BOOLEANS = ['attach', 'init'];
const FLAGS = ['privileged', 'read_only', 'stdin_open', 'tty', 'oom_kill_disable', 'use_api_socket'];
const SIZES = ['mem_limit', 'mem_reservation', 'memswap_limit', 'shm_size'];
const UNITED = [
  'cap_add',
  'cap_drop',
  'expose',
  'group_add',
  'security_opt',
  'profiles',
  'dns',
  'dns_search',
  'dns_opt',
  'tmpfs',
  'links',
  'external_links',
];
/** Compared by what our model makes of them. */
const BY_MODEL = ['command', 'entrypoint', 'environment', 'labels', 'depends_on'];
const RESOLVED_AWAY = ['extends', 'env_file', 'label_file'];
const hook = keys({ command: (value) => texts(value), environment: pairs, privileged: boolean });
const blkioDevice = each((value) =>
  Object.fromEntries(
    Object.entries(tree(value)).map(([key, item]) => [
      key.toLowerCase(),
      key.toLowerCase() === 'rate' ? bytes(item) : item,
    ]),
  ),
);

function service(around: Surroundings): Form {
  const from = (names: readonly string[], form: Form): Record<string, Form> =>
    Object.fromEntries(names.map((name) => [name, form]));
  return keys(
    {
      ...from(NUMBERS, number),
      ...from(BOOLEANS, boolean),
      ...from(FLAGS, flag),
      ...from(SIZES, bytes),
      ...from(UNITED, sorted),
      annotations: pairs,
      blkio_config: keys({
        weight: number,
        weight_device: blkioDevice,
        device_read_bps: blkioDevice,
        device_read_iops: blkioDevice,
        device_write_bps: blkioDevice,
        device_write_iops: blkioDevice,
      }),
      build: build(around),
      configs: each(fileMount('')),
      cpu_rt_period: same,
      credential_spec: keys({}),
      deploy,
      develop: keys({ watch: each(keys({ path: path(around) })) }),
      devices: each(device),
      extra_hosts: hosts,
      gpus: (value) => (value === 'all' ? [{ count: -1 }] : list(value)),
      healthcheck: keys({
        test: (value) => (Array.isArray(value) ? (value as unknown[]) : ['CMD-SHELL', value]),
        interval: nanoseconds,
        timeout: nanoseconds,
        start_period: nanoseconds,
        start_interval: nanoseconds,
        retries: number,
      }),
      labels,
      logging: keys({ options: values(text) }),
      models: (value) =>
        isTree(value) ? values(keys({}))(value) : Object.fromEntries(list(value).map((name) => [text(name), {}])),
      networks: serviceNetworks,
      ports,
      post_start: each(hook),
      pre_stop: each(hook),
      provider: keys({ options: values(sorted) }),
      pull_policy: (value) => (value === 'if_not_present' ? 'missing' : value),
      secrets: each(fileMount('/run/secrets/')),
      stop_grace_period: nanoseconds,
      storage_opt: values(text),
      sysctls: pairs,
      ulimits,
      volumes: each(volume(around)),
    },
    ...BY_MODEL,
    ...RESOLVED_AWAY,
  );
}

/** Empty values say nothing; the members of these mappings are names and stay. */
const NAMES = new Set([
  'networks',
  'volumes',
  'configs',
  'secrets',
  'services',
  'depends_on',
  'args',
  'labels',
  'environment',
  'models',
  'options',
  'annotations',
  'sysctls',
]);

function withoutEmpty(value: unknown, named = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item));
  if (!isTree(value)) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item, NAMES.has(key))] as const)
    .filter(
      ([, item]) =>
        named ||
        !(
          item === undefined ||
          item === null ||
          item === '' ||
          (typeof item === 'object' && Object.keys(item).length === 0)
        ),
    );
  return Object.fromEntries(kept);
}

/** A section with names as Compose gives them: the key after the project's name, unless one is written. */
function section(project: string, form: Form, external: (name: string) => string): Form {
  return (value) =>
    Object.fromEntries(
      Object.entries(tree(value)).map(([key, item]) => {
        const settings = tree(form(item));
        const old = tree(settings['external'])['name'];
        const given = settings['external'] === undefined || settings['external'] === false ? external(key) : key;
        return [
          key,
          { ...settings, name: settings['name'] ?? old ?? given, external: settings['external'] ? true : undefined },
        ];
      }),
    );
}

/** A whole project in the common form. @param project its name, which names what has no name of its own */
export function normalForm(root: Tree, project: string, around: Surroundings): unknown {
  const scoped = (key: string): string => `${project}_${key}`;
  const file = keys({ file: path(around), labels });
  const forms: Record<string, Form> = {
    services: values(service(around)),
    networks: section(
      project,
      keys({
        labels,
        driver_opts: values(text),
        ipam: keys({}, 'options'),
        enable_ipv4: boolean,
        enable_ipv6: boolean,
      }),
      scoped,
    ),
    volumes: section(project, keys({ labels, driver_opts: values(text) }), scoped),
    configs: section(project, file, scoped),
    secrets: section(project, file, scoped),
  };
  const named = Object.entries(root).filter(([key]) => Object.hasOwn(forms, key));
  return withoutEmpty(Object.fromEntries(named.map(([key, value]) => [key, forms[key]?.(value)])));
}

/** The network `default` where no other is written, as Compose adds it. */
function withDefaultNetwork(value: unknown): unknown {
  const { networks, network_mode: mode, provider } = tree(value);
  const none = networks === undefined || Object.keys(networks ?? {}).length === 0;
  return none && mode === undefined && provider === undefined ? { ...tree(value), networks: ['default'] } : value;
}

/** Our side: the tree of a loaded stack, services of a profile that is off removed. */
export function ourTree({ project: { root, services } }: Stack): Tree {
  const value = tree(toValue(root));
  const all = tree(value['services']);
  const active = Object.fromEntries(services.map(({ name }) => [name, withDefaultNetwork(all[name])]));
  return { ...value, services: active, networks: { default: {}, ...tree(value['networks']) } };
}
