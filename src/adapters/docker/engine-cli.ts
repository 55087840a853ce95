import { spawn } from 'node:child_process';
import type { Footprint, Kind } from '../../model/footprint.js';
import { runCommand } from './command.js';
import {
  EVENTS,
  HELPER_LABEL,
  NUMBER_LABEL,
  PROJECT_LABEL,
  isNameOfProject,
  type Engine,
  type EngineEvent,
  type EngineInfo,
  type InspectedContainer,
  type ListedContainer,
  type PublishingContainer,
} from './engine.js';
import { eventsOf } from './engine-event.js';

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

  async list(project: string): Promise<readonly ListedContainer[]> {
    const format = ['--no-trunc', '--format', '{{.ID}}\t{{.State}}\t{{.Status}}'];
    const labels = ['--filter', `label=${PROJECT_LABEL}=${project}`, '--filter', `label=${NUMBER_LABEL}`];
    const out = await this.#docker(['ps', '--all', ...format, ...labels]);
    return out.split('\n').flatMap((line) => {
      const [Id = '', State = '', Status = ''] = line.split('\t');
      return Id === '' ? [] : [{ Id, State, Status }];
    });
  }

  async inspect(ids: readonly string[]): Promise<readonly InspectedContainer[]> {
    if (ids.length === 0) return [];
    const { stdout, output, exitCode } = await runCommand('docker', ['inspect', '--type', 'container', ...ids]);
    // One that was removed since makes the command fail, but it still prints the others.
    if (exitCode !== 0 && !/no such (?:container|object)/i.test(output)) throw new Error(output.trim());
    return JSON.parse(stdout || '[]') as InspectedContainer[];
  }

  async *events(project: string, signal: AbortSignal): AsyncIterable<EngineEvent> {
    const labels = [`label=${PROJECT_LABEL}=${project}`, `label=${NUMBER_LABEL}`];
    const filters = ['type=container', ...labels, ...EVENTS.map((event) => `event=${event}`)];
    const args = ['events', '--format', '{{json .}}', ...filters.flatMap((filter) => ['--filter', filter])];
    const child = spawn('docker', args, { stdio: ['ignore', 'pipe', 'ignore'], signal });
    child.on('error', () => undefined);
    yield* eventsOf(child.stdout as AsyncIterable<Uint8Array>);
  }

  async logs(id: string, lines: number): Promise<string> {
    const { stdout, output } = await runCommand('docker', ['logs', '--tail', String(lines), id]);
    return output === stdout ? stdout : stdout + output;
  }

  async info(signal: AbortSignal): Promise<EngineInfo> {
    return JSON.parse(await this.#docker(['info', '--format', '{{json .}}'], signal)) as EngineInfo;
  }

  async publishing(signal: AbortSignal): Promise<readonly PublishingContainer[]> {
    const ids = (await this.#docker(['ps', '--quiet', '--no-trunc'], signal)).split('\n').filter((id) => id !== '');
    if (ids.length === 0) return [];
    const { stdout } = await runCommand('docker', ['inspect', '--type', 'container', ...ids], { signal });
    return (JSON.parse(stdout || '[]') as InspectedContainer[]).map(({ Name, Config, NetworkSettings }) => ({
      name: Name.replace(/^\//, ''),
      labels: Config.Labels ?? {},
      ports: Object.entries(NetworkSettings.Ports ?? {}).flatMap(([port, bindings]) =>
        (bindings ?? []).map(({ HostIp, HostPort }) => ({
          protocol: port.split('/')[1] ?? 'tcp',
          address: HostIp,
          port: Number(HostPort),
        })),
      ),
    }));
  }

  async hasImage(image: string): Promise<boolean> {
    return (await runCommand('docker', ['image', 'inspect', '--format', '{{.Id}}', image])).exitCode === 0;
  }

  async start(id: string, signal: AbortSignal): Promise<string | undefined> {
    const { exitCode, output } = await runCommand('docker', ['start', id], { signal });
    return exitCode === 0 ? undefined : output;
  }

  async exec(id: string, argv: readonly string[], signal: AbortSignal): Promise<number> {
    return (await runCommand('docker', ['exec', id, ...argv], { signal })).exitCode;
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
