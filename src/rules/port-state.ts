import type { ImageRole } from '../knowledge/image.js';
import { declaredPorts } from '../model/address.js';
import { namespaceOf, networkView } from '../model/network-view.js';
import type { ComposeService, PortMapping, Stack } from '../model/stack.js';
import { knownOf } from './known-service.js';
import { listeningPorts } from './listening-ports.js';

/** What is known about one port of a service, as other containers see it. */
export type PortState =
  /** It listens there, or says so, or nothing speaks against it. */
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' }
  /** Only the host has it. */
  | { readonly kind: 'published'; readonly mapping: PortMapping; readonly certain: boolean }
  /** The program is known and listens elsewhere. */
  | {
      readonly kind: 'closed';
      readonly title: string;
      readonly right: readonly KnownPortOf[];
      readonly certain: boolean;
      /** The program reads a configuration, which may open any port. */
      readonly configured: boolean;
    }
  /** The service declares other ones. */
  | { readonly kind: 'undeclared'; readonly declared: readonly number[] };

/** Whether nothing speaks against a port. */
export function mayAnswer({ kind }: PortState): boolean {
  return kind === 'open' || kind === 'unknown';
}

/** A port on which a known program listens. */
export interface KnownPortOf {
  readonly port: number;
  readonly metrics: boolean;
  readonly http: boolean;
}

/** Programs that open no port but those that their flags and variables name, whatever their configuration says. */
const FLAGS_ALONE: ReadonlySet<ImageRole> = new Set(['prometheus', 'alertmanager', 'pushgateway', 'exporter']);

const known = new WeakMap<ComposeService, Map<number, PortState>>();

/** Judges a port of a service together with all that shares its network namespace. */
export function portState(stack: Stack, service: ComposeService, port: number): PortState {
  let states = known.get(service);
  if (!states) known.set(service, (states = new Map<number, PortState>()));
  let state = states.get(port);
  if (!state) states.set(port, (state = judge(stack, service, port)));
  return state;
}

/** The ports on which a known program listens; undefined when the program is not known. */
export function knownPorts(stack: Stack, service: ComposeService): KnownPortOf[] | undefined {
  if (service === stack.prometheus?.service) return [{ port: stack.prometheus.port, metrics: true, http: true }];
  const ports = listeningPorts(service);
  return ports.length === 0
    ? undefined
    : ports.map(({ port, metrics, protocol }) => ({
        port,
        metrics: metrics !== undefined,
        http: protocol === undefined || protocol.startsWith('http'),
      }));
}

function judge(stack: Stack, service: ComposeService, port: number): PortState {
  const members = namespaceOf(stack, networkView(stack, service).owner);
  if (members.some((one) => knownPorts(stack, one)?.some((own) => own.port === port))) return { kind: 'open' };
  const declared = members.flatMap((one) => [...declaredPorts(one)]);
  const isDeclared = declared.includes(port);
  const alone = members.length === 1;
  const byFlags = alone && opensNothingElse(stack, service);
  if (isDeclared && !byFlags) return { kind: 'open' };
  const isMentioned = members.some((one) => mentions(one, port));
  const mapping = members.flatMap(({ ports }) => ports).find(({ hostPort }) => hostPort === port);
  if (mapping && !isDeclared) {
    // Somebody who shares the namespace may listen on what the other one publishes elsewhere.
    // The configuration of a proxy may listen there as well.
    const isProxy = members.some((one) => knownOf(one)?.role === 'proxy');
    return { kind: 'published', mapping, certain: alone && !isMentioned && !isProxy };
  }
  const right = alone ? knownPorts(stack, service) : undefined;
  if (isMentioned && !byFlags) return { kind: 'unknown' };
  if (right)
    return {
      kind: 'closed',
      title: titleOf(stack, service),
      right,
      certain: byFlags && !isMentioned && !isDeclared,
      configured: !byFlags && isConfigured(service),
    };
  return alone && declared.length > 0 ? { kind: 'undeclared', declared: [...new Set(declared)] } : { kind: 'unknown' };
}

function opensNothingElse(stack: Stack, service: ComposeService): boolean {
  if (service === stack.prometheus?.service) return !service.hasBuild && service.entrypoint.length === 0;
  const image = knownOf(service);
  return image !== undefined && FLAGS_ALONE.has(image.role) && listeningPorts(service).length > 0;
}

function isConfigured({ mounts, command, environment }: ComposeService): boolean {
  if (mounts.some(({ kind, readOnly }) => kind === 'content' || (kind === 'bind' && readOnly))) return true;
  return (
    command.some(({ value }) => /conf/i.test(value)) || [...environment.keys()].some((name) => /CONFIG/.test(name))
  );
}

function titleOf(stack: Stack, service: ComposeService): string {
  return knownOf(service)?.title ?? (service === stack.prometheus?.service ? 'Prometheus' : service.name);
}

/** Whether a service says the number anywhere that may make its program listen on it. */
function mentions(service: ComposeService, port: number): boolean {
  const number = new RegExp(`(?<!\\d)${String(port)}(?!\\d)`);
  const words = [...service.entrypoint, ...service.command].map(({ value }) => value);
  for (const value of service.environment.values()) if (value) words.push(value.value);
  for (const label of service.labels.values()) if (label) words.push(label.value);
  words.push(...(service.healthcheck?.test ?? []));
  return words.some((word) => number.test(word));
}
