import { finalBase, imageKind, mapDockerfile, REAL, type ImageKind } from './images.js';
import type { Boot, Listener } from './proof-file.js';

/** What the override needs of `docker compose config --format json`. */
export interface ComposeConfig {
  readonly name?: string;
  readonly services?: Readonly<Record<string, ComposeService>>;
  readonly networks?: Readonly<Record<string, ComposeResource>>;
  readonly volumes?: Readonly<Record<string, ComposeResource>>;
  readonly secrets?: Readonly<Record<string, ComposeResource>>;
}
interface ComposeResource {
  readonly name?: string;
  readonly external?: boolean;
  readonly driver?: string;
}
/** One service of it. */
export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly dockerfile_inline?: string };
  readonly ports?: readonly { readonly target: number; readonly protocol?: string }[];
  readonly expose?: readonly string[];
  readonly container_name?: string;
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly network_mode?: string;
  readonly command?: readonly string[] | null;
  readonly entrypoint?: readonly string[] | null;
  readonly hostname?: string;
  readonly secrets?: readonly { readonly source: string }[];
  readonly deploy?: { readonly resources?: { readonly reservations?: { readonly devices?: unknown } } };
  readonly depends_on?: Readonly<Record<string, { readonly condition?: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly [key: string]: unknown;
}

/** What the maker of an override has to know besides the project. */
export interface OverrideContext {
  readonly boot: Boot;
  readonly imageOf: (kind: ImageKind) => string;
  /** Services whose healthcheck the case is about. */
  readonly checked: ReadonlySet<string>;
  /** The text of a service's Dockerfile. */
  readonly dockerfile: (service: string) => string | undefined;
  /** Where a path of the machine, which a fixture may name, is instead; nothing for one of the fixture. */
  readonly elsewhere: (source: string) => string | undefined;
  /** The program that stands in for an application. */
  readonly standIn: string;
  /** Networks that several projects share, by the name that the compose files give them: the name that they have here. */
  readonly shared?: Readonly<Record<string, string>>;
  /** The stack is known to be well, so that what others wait for does end; elsewhere a server may be waited for in error. */
  readonly isHealthy?: boolean;
  /** Services that others wait for until they have ended. */
  readonly jobs?: ReadonlySet<string>;
  /** The project whose generated container names a stack uses. */
  readonly calledAs?: string;
  /** Secrets that are no files. */
  readonly swarmSecrets?: ReadonlySet<string>;
}

/** A value that Compose takes out instead of merging it. */
class Reset {
  toYaml(): string {
    return '!reset null';
  }
}
const RESET = new Reset();
const DEFAULT_PORT = 8000;
// Debian's packages look elsewhere when a command leaves these out; these are the defaults of the programs themselves.
const PROMETHEUS_FLAGS = ['--config.file=prometheus.yml', '--storage.tsdb.path=data/'];
const DEFAULTS: Partial<Record<ImageKind, readonly string[]>> = {
  prometheus: PROMETHEUS_FLAGS,
  'prometheus-v2': PROMETHEUS_FLAGS,
  'prometheus-bare': PROMETHEUS_FLAGS,
  alertmanager: ['--config.file=alertmanager.yml', '--storage.path=data/'],
  'alertmanager-bare': ['--config.file=alertmanager.yml', '--storage.path=data/'],
};
// Upstream's image of Alertmanager brings a configuration, Debian's package none.
const ALERTMANAGER_CONFIG = '/etc/alertmanager/alertmanager.yml';
const CONFIG_NAME = 'proof-alertmanager';
const QUICK = { interval: '1s', timeout: '3s', retries: 3, start_period: '3s' };
// They need hardware, a daemon or rights that this machine may lack.
const NEVER = ['platform', 'runtime', 'gpus', 'devices', 'ulimits'];
const NO_DEVICES = { resources: { reservations: { devices: RESET } } };

/** The compose file that makes a fixture bootable here without touching what it is about. */
export function makeOverride(config: ComposeConfig, given: OverrideContext, beside: object = {}): string {
  const context = {
    ...given,
    jobs: given.isHealthy ? jobsOf(config) : new Set<string>(),
    swarmSecrets: externals(config.secrets),
  };
  const services = Object.fromEntries(
    Object.entries(config.services ?? {}).map(([name, service]) => [name, overrideService(name, service, context)]),
  );
  const keep = context.boot.keep.includes('networks');
  const resources = (all: ComposeConfig['networks']): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(all ?? {})
        .filter(([key, { name, external }]) => !keep && (external || name !== `${config.name ?? ''}_${key}`))
        .map(([key, { name, external }]) => {
          const shared = external ? context.shared?.[name ?? key] : undefined;
          return [key, shared === undefined ? { external: RESET, name: RESET } : { external: true, name: shared }];
        }),
    );
  const configs = { [CONFIG_NAME]: { content: 'route: { receiver: none }\nreceivers: [{ name: none }]\n' } };
  const overlays = Object.entries(config.networks ?? {}).filter(([, { driver }]) => driver === 'overlay');
  const networks = {
    ...resources(config.networks),
    ...Object.fromEntries(overlays.map(([key]) => [key, { driver: RESET, attachable: RESET }])),
  };
  const parts = { services: { ...services, ...beside }, networks, volumes: resources(config.volumes), configs };
  return `${toYaml(parts)}\n`;
}

const externals = (all: ComposeConfig['secrets']): ReadonlySet<string> =>
  new Set(Object.entries(all ?? {}).flatMap(([key, { external }]) => (external ? [key] : [])));

/** The services that another one waits for until they have ended well. */
function jobsOf({ services }: ComposeConfig): ReadonlySet<string> {
  const waits = Object.values(services ?? {}).flatMap(({ depends_on }) => Object.entries(depends_on ?? {}));
  return new Set(
    waits.filter(([, { condition }]) => condition === 'service_completed_successfully').map(([name]) => name),
  );
}

/** The kind of image that a service gets. */
export function kindOf(
  name: string,
  service: ComposeService,
  { boot, dockerfile, imageOf }: OverrideContext,
): ImageKind {
  const told = boot.images[name];
  if (told !== undefined) return told as ImageKind;
  if (!service.build) return imageKind(service.image ?? '');
  const text = dockerfile(name);
  if (text === undefined) return 'stand-in';
  const base = finalBase(text) ?? '';
  const isBuilt = mapDockerfile(text, imageOf) !== undefined;
  if (base === 'scratch') return isBuilt ? 'node' : 'stand-in-bare';
  return isBuilt ? imageKind(base) : 'stand-in';
}

function overrideService(name: string, service: ComposeService, context: OverrideContext): Record<string, unknown> {
  const { boot } = context;
  const kind = kindOf(name, service, context);
  const out: Record<string, unknown> = imageOverride(name, service, kind, context);
  for (const key of NEVER) if (key in service) out[key] = RESET;
  if (service.deploy?.resources?.reservations?.devices) out['deploy'] = NO_DEVICES;
  Object.assign(out, withoutSwarm(service, context));
  if (service.ports && !boot.keep.includes('ports')) out['ports'] = RESET;
  const generated = context.calledAs === undefined ? [] : [`${context.calledAs}-${name}-1`];
  const names = [...(service.container_name === undefined ? [] : [service.container_name]), ...generated];
  if (names.length > 0 && !boot.keep.includes('names')) {
    if (service.container_name !== undefined) out['container_name'] = RESET;
    // The name resolves as before, but is no longer one of the whole machine.
    const aliases = { aliases: names };
    if (service.network_mode === undefined)
      out['networks'] = Object.fromEntries(
        Object.keys(service.networks ?? { default: null }).map((key) => [key, aliases]),
      );
  }
  if (!REAL.has(kind) && kind !== 'grafana' && !boot.keep.includes('command')) {
    const program = ['node', '--input-type=module', '-e', context.standIn];
    const listen = JSON.stringify(listeners(service, boot.listen[name] ?? []));
    out['entrypoint'] = context.jobs?.has(name) ? ['node', '-e', '0'] : [...program, listen];
    out['command'] = RESET;
  }
  if (service.command && !service.entrypoint && kind in DEFAULTS)
    out['command'] = withDefaults(service.command.map(unescaped), DEFAULTS[kind] ?? []);
  if (kind.startsWith('alertmanager') && !isMounted(service, ALERTMANAGER_CONFIG))
    out['configs'] = [{ source: CONFIG_NAME, target: ALERTMANAGER_CONFIG }];
  const volumes = volumesOverride(service, kind, context);
  if (volumes.length > 0) out['volumes'] = volumes;
  // Upstream's image has the user, this one only its number.
  if (kind === 'node' && service['user'] === 'node') out['user'] = '1000:1000';
  const healthcheck = healthcheckOverride(name, service, kind, context);
  return healthcheck ? { ...out, healthcheck } : out;
}

/** Plain containers have no templates, nor secrets that only Swarm knows. */
function withoutSwarm({ secrets, hostname }: ComposeService, { swarmSecrets }: OverrideContext): object {
  const isSwarms = secrets?.some(({ source }) => swarmSecrets?.has(source));
  return { ...(isSwarms ? { secrets: RESET } : {}), ...(hostname?.includes('{{') ? { hostname: RESET } : {}) };
}

interface Mount {
  readonly type?: string;
  readonly source?: string;
  readonly target?: string;
  readonly bind?: { readonly propagation?: string };
}
// Upstream's images declare these, so that the data can be written even with `read_only: true`.
const VOLUMES: Partial<Record<ImageKind, string>> = {
  prometheus: '/prometheus',
  'prometheus-v2': '/prometheus',
  alertmanager: '/alertmanager',
};

/** Mounts with another source, and the volumes that an image declares upstream. Compose merges them by target. */
function volumesOverride(service: ComposeService, kind: ImageKind, { elsewhere }: OverrideContext): readonly object[] {
  const mounts = (service['volumes'] ?? []) as readonly Mount[];
  const moved = mounts.flatMap((mount) => {
    const source = mount.type === 'bind' ? elsewhere(mount.source ?? '') : undefined;
    // The root of a machine that is a container itself passes no mounts on, and Docker mounts it in no other way.
    if (mount.bind?.propagation !== undefined) return [{ ...mount, source: '.', bind: { propagation: 'rprivate' } }];
    return source === undefined ? [] : [{ ...mount, source }];
  });
  const target = VOLUMES[kind];
  const taken = [...mounts, ...((service['tmpfs'] ?? []) as readonly string[]).map((path) => ({ target: path }))];
  if (target === undefined || taken.some((mount) => mount.target?.split(':')[0]?.replace(/\/$/, '') === target))
    return moved;
  return [...moved, { type: 'volume', target }];
}

/** Whether something of the fixture is mounted at a path or above it. */
function isMounted(service: ComposeService, path: string): boolean {
  const mounts = [service['volumes'], service['configs'], service['secrets']].flatMap(
    (list) => (list ?? []) as readonly Mount[],
  );
  return mounts.some(({ target = '' }) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`));
}

// `docker compose config` writes a `$` of a value so that it would be read back as one.
const unescaped = (text: string): string => text.replaceAll('$$', '$');

/** A command with the flags that it leaves out at their defaults. */
function withDefaults(command: readonly string[], flags: readonly string[]): readonly string[] {
  const given = (flag: string): boolean =>
    command.some((word) => word.replace(/^--?/, '--').split('=')[0] === flag.split('=')[0]);
  const isAgent = given('--agent') || command.some((word) => /^--?enable-feature=.*\bagent\b/.test(word));
  const own = flags.map((flag) => (isAgent ? flag.replace('tsdb.path=data/', 'agent.path=data-agent/') : flag));
  return [...command, ...own.filter((flag) => !given(flag))];
}

function imageOverride(
  name: string,
  service: ComposeService,
  kind: ImageKind,
  { boot, imageOf, dockerfile }: OverrideContext,
): Record<string, unknown> {
  const text = service.build && boot.images[name] === undefined ? dockerfile(name) : undefined;
  const mapped = text === undefined ? undefined : mapDockerfile(text, imageOf);
  if (mapped !== undefined) return { image: RESET, build: { dockerfile_inline: mapped, dockerfile: RESET } };
  return { image: imageOf(kind), pull_policy: 'never', ...(service.build ? { build: RESET } : {}) };
}

/** Every port that compose.yml gives, as an application would listen there. */
export function listeners(service: ComposeService, told: readonly Listener[]): readonly Listener[] {
  const declared = [
    ...(service.ports ?? []).filter(({ protocol }) => protocol !== 'udp').map(({ target }) => target),
    ...(service.expose ?? []).filter((port) => /^\d+(?:\/tcp)?$/.test(port)).map((port) => Number.parseInt(port, 10)),
  ].filter((port) => !told.some((listener) => listener.port === port));
  const all = [...told, ...[...new Set(declared)].map((port): Listener => ({ port, speaks: 'http' }))];
  return all.length > 0 ? all : [{ port: DEFAULT_PORT, speaks: 'http' }];
}

function healthcheckOverride(
  name: string,
  { healthcheck, build }: ComposeService,
  kind: ImageKind,
  { boot, checked, dockerfile }: OverrideContext,
): Record<string, unknown> | undefined {
  // The one of an image that is not built here, on which others may wait.
  if (!healthcheck && build && !REAL.has(kind) && /^\s*HEALTHCHECK\s+(?!NONE)/m.test(dockerfile(name) ?? ''))
    return { test: ['CMD', 'true'], ...QUICK };
  if (!healthcheck || healthcheck.disable || healthcheck.test?.[0] === 'NONE') return undefined;
  const own = REAL.has(kind) || checked.has(name) || boot.keep.includes('healthcheck');
  // A stand-in has not the programs of the image that it stands for.
  if (!own) return { test: ['CMD', 'true'], ...QUICK };
  return boot.keep.includes('timings') ? undefined : QUICK;
}

/** YAML in flow style, with Compose's tags; a `$` in a value is no variable. */
export function toYaml(value: unknown): string {
  if (value instanceof Reset) return value.toYaml();
  if (Array.isArray(value)) return `[${value.map(toYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${toYaml(one)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value).replaceAll('$', '$$$$');
}
