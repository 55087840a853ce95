import { chmodSync } from 'node:fs';
import type { ContainerProbe, ProbeOutcome, TempoDriver, TempoImage } from '../../ports/tempo.js';
import type { RunDirectory } from '../run-directory.js';
import { runCommand } from './command.js';
import type { ComposeRuntime } from './compose-runtime.js';
import { containerProbe, runProbe } from './container-probe.js';
import { PROJECT_LABEL } from './engine.js';
import { toTempoImage, type InspectedImage } from './image-healthcheck.js';
import { firstFileOfTar } from './tar.js';

/** `start_interval` came with Engine 25 and Compose 2.24: https://github.com/docker/compose/pull/10939. Before, Compose refuses or ignores it. */
const OLDEST = { engine: [25, 0], compose: [2, 24] } as const;

/** The fast tempo of a compose project on the engine that the docker command uses. */
export class ComposeTempo implements TempoDriver {
  constructor(
    private readonly runtime: ComposeRuntime,
    private readonly projectName: string,
    private readonly directory: RunDirectory,
    readonly mountsFiles: boolean,
    /** By the versions when absent. */
    private readonly startIntervals?: boolean,
  ) {}

  get obeysStartInterval(): boolean {
    if (this.startIntervals !== undefined) return this.startIntervals;
    const { engine, compose } = this.runtime.versions;
    return isAtLeast(engine, OLDEST.engine) && isAtLeast(compose, OLDEST.compose);
  }

  async images(
    services: readonly { readonly name: string; readonly image?: string | undefined }[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, TempoImage>> {
    const names = services.map(({ name, image }) => [name, image ?? this.#builtImage(name)] as const);
    const byImage = await inspectAll([...new Set(names.map(([, image]) => image))], signal);
    return new Map(
      names.flatMap(([name, image]) => {
        const inspected = byImage.get(image);
        return inspected ? [[name, toTempoImage(inspected)] as const] : [];
      }),
    );
  }

  async fileInImage(
    service: string,
    image: string | undefined,
    path: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const label = `${PROJECT_LABEL}=${this.projectName}`;
    // Never started. It has the project's label, so that clean-up finds it should this process be killed right now.
    const create = [
      'create',
      '--pull',
      'never',
      '--network',
      'none',
      '--label',
      label,
      image ?? this.#builtImage(service),
    ];
    const { exitCode, stdout } = await runCommand('docker', create, { signal });
    if (exitCode !== 0) return undefined;
    const id = stdout.trim();
    try {
      const copy = await runCommand('docker', ['cp', '--follow-link', `${id}:${path}`, '-'], { signal });
      return copy.exitCode === 0 ? firstFileOfTar(Buffer.from(copy.stdout)) : undefined;
    } finally {
      await runCommand('docker', ['rm', '--force', '--volumes', id]);
    }
  }

  write(name: string, text: string): string {
    const path = this.directory.write(name, text);
    // Containers run as other users, and the process may have a umask that shuts them out.
    chmodSync(path, 0o644);
    return path;
  }

  useOverride(path: string): void {
    this.runtime.useOverride(path);
  }

  hangUp(containerId: string, signal: AbortSignal): Promise<boolean> {
    return succeeds(['kill', '--signal', 'HUP', containerId], signal);
  }

  restart(containerId: string, signal: AbortSignal): Promise<boolean> {
    return succeeds(['restart', '--time', '5', containerId], signal);
  }

  async healthcheck(containerId: string): Promise<ContainerProbe | undefined> {
    const [container] = await this.runtime.docker.inspect([containerId]);
    return container && containerProbe(container);
  }

  runHealthcheck(containerId: string, probe: ContainerProbe, signal: AbortSignal): Promise<ProbeOutcome> {
    return runProbe(this.runtime.docker, containerId, probe, signal);
  }

  /** How Compose names an image that it builds for a service without one. */
  #builtImage(service: string): string {
    return `${this.projectName}-${service}`;
  }
}

/** One command for all of them where each is there, which is most of the time; an answer does not say which name it is for. */
async function inspectAll(
  images: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, InspectedImage>> {
  if (images.length === 0) return new Map();
  const { stdout } = await runCommand('docker', ['image', 'inspect', ...images], { signal });
  const found = JSON.parse(stdout || '[]') as InspectedImage[];
  if (found.length === images.length || images.length === 1)
    return new Map(found.map((image, index) => [images[index] ?? '', image]));
  const singly = await Promise.all(images.map((image) => inspectAll([image], signal)));
  return new Map(singly.flatMap((one) => [...one]));
}

async function succeeds(args: readonly string[], signal: AbortSignal): Promise<boolean> {
  return (await runCommand('docker', args, { signal })).exitCode === 0;
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
