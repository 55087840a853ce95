import { spawn } from 'node:child_process';
import type { Footprint } from '../../ports/runtime.js';
import { runCommand } from './command.js';
import {
  EVENTS,
  PROJECT_LABEL,
  type Engine,
  type EngineEvent,
  type EngineInfo,
  type InspectedContainer,
  type ListedContainer,
  type PublishingContainer,
} from './engine.js';
import { eventsOf } from './engine-event.js';

/** An engine that only the docker command can reach: over ssh, TCP with TLS, or a context with credentials. */
export class EngineCli implements Engine {
  constructor(readonly address: string) {}

  async version(signal: AbortSignal): Promise<string> {
    return (await this.#docker(['version', '--format', '{{.Server.Version}}'], signal)).trim();
  }

  async list(project: string): Promise<readonly ListedContainer[]> {
    const format = ['--no-trunc', '--format', '{{.ID}}\t{{.State}}\t{{.Status}}'];
    const out = await this.#docker(['ps', '--all', ...format, '--filter', `label=${PROJECT_LABEL}=${project}`]);
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
    const filters = ['type=container', `label=${PROJECT_LABEL}=${project}`, ...EVENTS.map((event) => `event=${event}`)];
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

  async footprint(project: string): Promise<Footprint> {
    const [containers, networks, volumes] = await Promise.all([
      this.#ids(['ps', '--all', '--no-trunc'], project),
      this.#ids(['network', 'ls', '--no-trunc'], project),
      this.#ids(['volume', 'ls'], project),
    ]);
    return { containers, networks, volumes };
  }

  async removeAll(project: string, { keepVolumes }: { readonly keepVolumes: readonly string[] }): Promise<void> {
    const remove = async (command: readonly string[], ids: readonly string[]): Promise<void> => {
      if (ids.length > 0) await runCommand('docker', [...command, ...ids]);
    };
    await remove(['rm', '--force', '--volumes'], (await this.footprint(project)).containers);
    const { networks, volumes } = await this.footprint(project);
    await remove(['network', 'rm'], networks);
    await remove(
      ['volume', 'rm', '--force'],
      volumes.filter((name) => !keepVolumes.includes(name)),
    );
  }

  async close(): Promise<void> {
    // Every command was its own process.
  }

  async #ids(list: readonly string[], project: string): Promise<string[]> {
    const out = await this.#docker([...list, '--quiet', '--filter', `label=${PROJECT_LABEL}=${project}`]);
    return out.split('\n').filter((id) => id !== '');
  }

  async #docker(args: readonly string[], signal?: AbortSignal): Promise<string> {
    const result = await runCommand('docker', args, signal ? { signal } : {});
    if (result.exitCode !== 0) throw new Error(result.output.trim());
    return result.stdout;
  }
}
