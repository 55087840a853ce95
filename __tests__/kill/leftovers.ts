import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { docker } from '../e2e/stack-copy.js';

const PROJECT = 'com.docker.compose.project';
const HELPER = 'io.scrapegate.project';

/** Everything that a project has in the engine, and the commands that are still at work for it; one word and name each. */
export function leftOf(project: string): string[] {
  const label = ['--filter', `label=${PROJECT}=${project}`];
  const named = (kind: string, names: readonly string[]): string[] => names.map((name) => `${kind} ${name}`);
  return [
    ...named('container', docker('ps', '--all', '--format', '{{.Names}}', ...label)),
    ...named('helper', docker('ps', '--all', '--format', '{{.Names}}', '--filter', `label=${HELPER}=${project}`)),
    ...named('network', docker('network', 'ls', '--format', '{{.Name}}', ...label)),
    ...named('volume', docker('volume', 'ls', '--quiet', ...label)),
    ...named('image', docker('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', ...label)),
    ...named('process', processesOf(project)),
  ];
}

/** Temporary files of a run; what Node keeps of compiled code is a cache, which the next run uses. */
export function temporaryFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name !== 'node-compile-cache')
    .map((name) => `temporary ${name}`);
}

/** Files that were half written when the run ended. */
export function halfWritten(workspace: string): string[] {
  return readdirSync(workspace, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tmp'))
    .map((name) => `half-written ${name}`);
}

interface Inspected {
  readonly Id?: string;
  readonly Name: string;
  readonly CreatedAt?: string;
  readonly RestartCount?: number;
  readonly State?: { readonly Status: string; readonly StartedAt: string };
  readonly Mounts?: readonly { readonly Source: string; readonly Destination: string }[];
  readonly Containers?: Readonly<Record<string, unknown>>;
}

/** All that could be disturbed of a project: identities, when they started, and what is attached to what. */
export function portraitOf(project: string): string {
  const label = ['--quiet', '--filter', `label=${PROJECT}=${project}`];
  const inspect = (kind: string, ids: readonly string[]): Inspected[] =>
    ids.length === 0 ? [] : (JSON.parse(docker(kind, 'inspect', ...ids).join('\n')) as Inspected[]);
  const found = [
    ...inspect('container', docker('ps', '--all', ...label)),
    ...inspect('network', docker('network', 'ls', ...label)),
    ...inspect('volume', docker('volume', 'ls', ...label)),
  ];
  return found
    .map(({ Id, Name, CreatedAt, RestartCount, State, Mounts, Containers }) => {
      const mounts = (Mounts ?? []).map(({ Source, Destination }) => `${Source}:${Destination}`);
      const attached = Object.keys(Containers ?? {});
      const facts = [Id, Name, CreatedAt, RestartCount, State?.Status, State?.StartedAt];
      return [...facts, ...mounts.sort(), ...attached.sort()].join(' ');
    })
    .sort()
    .join('\n');
}

function processesOf(project: string): string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || pid === String(process.pid)) return [];
    try {
      const argv = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').split('\0');
      return /docker[^/]*$/.test(argv[0] ?? '') && argv.some((word) => word.includes(project)) ? [argv.join(' ')] : [];
    } catch {
      return [];
    }
  });
}
