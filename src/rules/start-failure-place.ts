import type { Cause } from '../model/cause.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, entries, items, keyRange, text, type YamlNode } from '../model/yaml-node.js';
import type { StartFailure } from './start-failure.js';

/** The line of the compose file that has to change for a service to start; the service's own name when none is known. */
export function placeOfFailure(
  stack: Stack,
  service: ComposeService | undefined,
  failure: StartFailure,
  output: string,
): SourceRange | undefined {
  return (
    ofProject(stack, failure, output) ?? (service && (PLACES[failure.cause]?.(service, failure, output) ?? service.at))
  );
}

/** Networks and volumes belong to no service alone. */
function ofProject({ project: { root } }: Stack, { cause }: StartFailure, output: string): SourceRange | undefined {
  const defined = (kind: string): [string, SourceRange][] =>
    entries(child(root, kind)).map(([name, { key }]) => [name, key.at]);
  if (cause === 'networks-exhausted')
    return defined('networks').find(([name]) => new RegExp(`_${name}[ :]`).test(output))?.[1];
  if (cause === 'mount-failed') return defined('volumes').find(([name]) => output.includes(`_${name}/_data'`))?.[1];
  return undefined;
}

type Place = (service: ComposeService, failure: StartFailure, output: string) => SourceRange | undefined;

const ofImage: Place = ({ image, node }) => image?.at ?? keyRange(node, 'build');

/** Where each cause is written, when a service writes it. */
const PLACES: Partial<Record<Cause, Place>> = {
  'port-in-use': ({ ports, udpPorts }, _, output) =>
    [...ports, ...udpPorts].find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output))?.at,
  'wrong-architecture': (service, ...rest) => child(service.node, 'platform')?.at ?? ofImage(service, ...rest),
  'image-unavailable': ofImage,
  'image-denied': ofImage,
  'image-rate-limited': ofImage,
  'registry-unavailable': ofImage,
  'name-in-use': ({ containerName }) => containerName?.at,
  'device-missing': ({ node }, { thing }) => deviceOf(node, thing),
  'mount-failed': (service, { thing }, output) => mountOf(service, thing, output),
  'command-not-found': (service, { thing }) => commandOf(service, thing),
  'command-not-executable': (service, { thing }) => commandOf(service, thing),
  'user-missing': ({ user }) => user?.at,
  'bring-up-failed': ({ node }, _, output) =>
    /Cannot mkdir|chdir to cwd|current working directory/i.test(output) ? child(node, 'working_dir')?.at : undefined,
};

function deviceOf(node: YamlNode, device: string | undefined): SourceRange | undefined {
  const written = items(child(node, 'devices')).find(
    (item) => device !== undefined && (text(item) ?? text(child(item, 'source')) ?? '').startsWith(device),
  );
  return written?.at ?? child(node, 'deploy', 'resources', 'reservations', 'devices')?.at ?? keyRange(node, 'gpus');
}

/** By the source that Docker names, else by the target in its words. */
function mountOf(
  { mounts, node }: ComposeService,
  source: string | undefined,
  output: string,
): SourceRange | undefined {
  // One source may be mounted at several places.
  const isTarget = ({ target }: ComposeService['mounts'][number]): boolean => output.includes(`"${target}"`);
  const ofSource = mounts.filter((one) => one.source === source);
  const mount = ofSource.find(isTarget) ?? ofSource[0] ?? mounts.find(isTarget);
  if (mount) return mount.sourceAt ?? mount.at;
  return keyRange(node, 'tmpfs') ?? keyRange(node, 'secrets') ?? keyRange(node, 'configs');
}

/** The program is the first word of the entry point, or of the command when there is none. */
function commandOf(
  { entrypoint, command, node }: ComposeService,
  program: string | undefined,
): SourceRange | undefined {
  const words = [...entrypoint, ...command];
  return (words.find(({ value }) => value === program) ?? words[0])?.at ?? keyRange(node, 'image');
}
