import { spawn } from 'node:child_process';
import type { Footprint, Kind } from '../../model/footprint.js';
import { runCommand } from './command.js';
import {
  EVENTS,
  HELPER_LABEL,
  PROJECT_LABEL,
  isNameOfProject,
  type Engine,
  type InspectedContainer,
} from './engine.js';

/** A container goes with its anonymous volumes. */
const REMOVAL: Readonly<Record<Kind, readonly string[]>> = {
  containers: ['rm', '--force', '--volumes'],
  networks: ['network', 'rm'],
  volumes: ['volume', 'rm', '--force'],
  images: ['image', 'rm'],
};

/** An engine that only the docker command can reach: over ssh, TCP with TLS, or a context with credentials. */
export class EngineCli implements Engine {
  constructor(readonly address: string) {}

  async version(signal: AbortSignal): Promise<string> {
    return (await this.#docker(['version', '--format', '{{.Server.Version}}'], signal)).trim();
  }

  async containers(project: string): Promise<readonly InspectedContainer[]> {
    const ids = await this.#ids(['ps', '--all', '--no-trunc'], project);
    if (ids.length === 0) return [];
    // One that was removed since makes the command fail, but it still prints the others.
    const { stdout } = await runCommand('docker', ['inspect', '--type', 'container', ...ids]);
    return JSON.parse(stdout || '[]') as InspectedContainer[];
  }

  async *events(project: string, signal: AbortSignal): AsyncIterable<void> {
    const filters = ['type=container', `label=${PROJECT_LABEL}=${project}`, ...EVENTS.map((event) => `event=${event}`)];
    const args = ['events', '--format', '{{.Action}}', ...filters.flatMap((filter) => ['--filter', filter])];
    const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'ignore'], signal });
    child.on('error', () => undefined);
    for await (const _ of child.stdout) yield;
  }

  async logs(id: string, lines: number): Promise<string> {
    const { stdout, output } = await runCommand('docker', ['logs', '--tail', String(lines), id]);
    return output === stdout ? stdout : stdout + output;
  }

  async footprint(project: string): Promise<Footprint> {
    const containers = ['ps', '--all', '--no-trunc'];
    const [services, helpers, networks, volumes, images] = await Promise.all([
      this.#ids(containers, project),
      this.#ids(containers, project, HELPER_LABEL),
      this.#ids(['network', 'ls', '--no-trunc'], project),
      this.#ids(['volume', 'ls'], project),
      this.#imageNames(project),
    ]);
    return { containers: [...services, ...helpers], networks, volumes, images };
  }

  async stop(ids: readonly string[], graceSeconds: number): Promise<void> {
    await runCommand('docker', ['stop', '--time', String(graceSeconds), ...ids]);
  }

  async remove(kind: Kind, ids: readonly string[]): Promise<readonly string[]> {
    const { exitCode, output } = await runCommand('docker', [...REMOVAL[kind], ...ids]);
    if (exitCode === 0) return [];
    return output.split('\n').filter((line) => line !== '' && !/no such|not found|already in progress/i.test(line));
  }

  async close(): Promise<void> {
    // Every command was its own process.
  }

  async #ids(list: readonly string[], project: string, label = PROJECT_LABEL): Promise<string[]> {
    return lines(await this.#docker([...list, '--quiet', '--filter', `label=${label}=${project}`]));
  }

  /** The list has no labels, so the service is told by the name. */
  async #imageNames(project: string): Promise<string[]> {
    const format = ['--format', '{{.Repository}}:{{.Tag}}'];
    const names = lines(
      await this.#docker(['image', 'ls', ...format, '--filter', `label=${PROJECT_LABEL}=${project}`]),
    );
    const service = (name: string): string => name.slice(project.length + 1).replace(/:.*$/, '');
    return names.filter((name) => isNameOfProject(name, project, service(name)));
  }

  async #docker(args: readonly string[], signal?: AbortSignal): Promise<string> {
    const result = await runCommand('docker', args, signal ? { signal } : {});
    if (result.exitCode !== 0) throw new Error(result.output.trim());
    return result.stdout;
  }
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
