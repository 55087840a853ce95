import type { KnownImage, KnownPort } from '../knowledge/image.js';
import type { ComposeService } from '../model/stack.js';
import type { Located } from '../model/source.js';
import { knownOf } from './known-service.js';

/** A port on which a known server listens. */
export interface Listener {
  readonly port: number;
  /** The address it binds; empty for all. */
  readonly address: string;
  readonly known: KnownPort;
  /** The flag or variable that says so. */
  readonly by?: Located<string> | undefined;
}

/** Where the server of a known image listens. */
export interface Listeners {
  readonly image: KnownImage;
  readonly ports: readonly Listener[];
  /** Whether there can be no other: each port is moved only by what stands in the compose file. */
  readonly certain: boolean;
}

/**
 * The addresses of the server that a service runs, for findings that promise something: undefined when it is built here, unknown,
 * or told in a way that is not understood.
 */
export function serverListeners(service: ComposeService): Listeners | undefined {
  const image = knownOf(service);
  if (!image?.ports?.length || service.node.entries.has('entrypoint')) return undefined;
  const ports: Listener[] = [];
  for (const known of image.ports) {
    const moved = movedTo(service, known);
    if (moved === undefined) return undefined;
    if (moved === 'off') continue;
    ports.push(...(moved.length > 0 ? moved : [{ port: known.port, address: '', known }]));
  }
  const certain = image.ports.every(({ flag, env }) => flag !== undefined || env !== undefined);
  return { image, ports, certain: certain && !mayBeTold(service, image) };
}

/** A configuration file of the server, or of its own variables, may tell it other ports. */
function mayBeTold({ mounts, command }: ComposeService, { role, config }: KnownImage): boolean {
  if (role === 'prometheus' || role === 'alertmanager') return false;
  if (command.some(({ value }) => /\.(?:conf|ini|toml|ya?ml|json|cfg)$/.test(value))) return true;
  return config !== undefined && mounts.some(({ target }) => config.path.startsWith(target));
}

/** Where flags and variables move a port; none when they do not. Undefined when they are not understood. */
function movedTo({ command, environment }: ComposeService, known: KnownPort): Listener[] | 'off' | undefined {
  const told: Located<string>[] = [];
  for (const [index, word] of command.entries()) {
    const [name = '', ...value] = word.value.replace(/^--?/, '').split('=');
    if (!word.value.startsWith('-') || name !== known.flag) continue;
    const next = command[index + 1];
    if (value.length > 0) told.push({ value: value.join('='), at: word.at });
    else if (next) told.push(next);
  }
  const variable = known.env === undefined ? undefined : environment.get(known.env);
  if (variable) told.push(variable);
  // One word may hold a whole command line.
  if (command.some(({ value }) => /\s/.test(value) && known.flag !== undefined && value.includes(known.flag)))
    return undefined;
  // `--cluster.listen-address=` switches it off.
  if (told.length > 0 && told.every(({ value }) => value === '')) return 'off';
  const listeners = told.map((by) => listener(by, known));
  return listeners.every((one) => one !== undefined) ? listeners : undefined;
}

function listener(by: Located<string>, known: KnownPort): Listener | undefined {
  const match = /^(?:(?<address>\[[0-9a-fA-F:]*\]|[^:\s]*):)?(?<port>\d{1,5})$/.exec(by.value)?.groups;
  if (!match) return undefined;
  const address = (match['address'] ?? '').replace(/^\[(.*)\]$/, '$1');
  return { port: Number(match['port']), address: address === '0.0.0.0' || address === '::' ? '' : address, known, by };
}
