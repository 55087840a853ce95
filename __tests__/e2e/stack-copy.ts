import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Report } from '../../src/model/report.js';
import { HELPER_LABEL } from '../../src/adapters/docker/engine.js';

const CLI = resolve('dist/cli/index.js');
const PORTS = ['PROMETHEUS_PORT', 'ALERTMANAGER_PORT', 'REDIS_PORT', 'VOICE_AI_AGENT_PORT', 'GRAFANA_PORT'];

/** A copy of an example in a directory of its own, with host ports that are free. */
export class StackCopy {
  readonly workspace = mkdtempSync(join(tmpdir(), 'scrapegate-e2e-'));
  readonly directory = join(this.workspace, 'stack');
  environment: Record<string, string> = {};

  static async of(example: 'voice-ai-agent' | 'voice-ai-agent-broken'): Promise<StackCopy> {
    if (process.env['VOICE_AI_AGENT_IMAGE'] === undefined && process.env['PROMETHEUS_IMAGE'] === undefined) {
      throw new Error('no images: run the tests by `npm test`, or under scripts/with-docker.sh');
    }
    const copy = new StackCopy();
    cpSync(join('examples', example), copy.directory, { recursive: true });
    // The broken example builds the agent of the other one.
    cpSync(join('examples', 'voice-ai-agent', 'agent'), join(copy.workspace, 'voice-ai-agent', 'agent'), {
      recursive: true,
    });
    const ports = await freePorts(PORTS.length);
    copy.environment = Object.fromEntries(PORTS.map((name, index) => [name, String(ports[index])]));
    return copy;
  }

  /** Replaces text in a file of the copy; the text has to be there. */
  edit(file: string, from: string, to: string): this {
    const path = join(this.directory, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    writeFileSync(path, text.replace(from, to));
    return this;
  }

  /** The number of the line, from 1, that has the text. */
  lineOf(file: string, text: string): number {
    const lines = readFileSync(join(this.directory, file), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.includes(text));
    if (index < 0) throw new Error(`${file} has no "${text}"`);
    return index + 1;
  }

  /** Runs the bundled command line on the copy and reads its report. */
  async run(
    command: 'check' | 'gate',
    flags: readonly string[] = [],
    started?: (child: ChildProcess) => void,
  ): Promise<Run> {
    const child = spawn(process.execPath, [CLI, command, 'stack', '--format', 'json', ...flags], {
      cwd: this.workspace,
      env: { ...process.env, NODE_OPTIONS: '', ...this.environment },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    started?.(child);
    const exitCode = await new Promise<number | null>((done) => child.once('close', done));
    try {
      return { exitCode, report: JSON.parse(stdout) as Report, stderr };
    } catch (error) {
      throw new Error(`no report on stdout (exit code ${String(exitCode)}): ${stdout}${stderr}`, { cause: error });
    }
  }

  /** Containers, networks and volumes of projects that runs on this copy made. */
  leftovers(): string[] {
    return projectsLike('scrapegate-stack-').filter((line) => line.includes(this.#mark()));
  }

  /** The random part of the project name is not known beforehand, but Compose labels what it makes with the directory. */
  #mark(): string {
    return this.directory;
  }

  remove(): void {
    rmSync(this.workspace, { recursive: true, force: true });
  }
}

/** How a run of the command line ended. */
export interface Run {
  readonly exitCode: number | null;
  readonly report: Report;
  readonly stderr: string;
}

function projectsLike(prefix: string): string[] {
  const format = '{{.Names}} {{.Label "com.docker.compose.project.working_dir"}}';
  return docker('ps', '--all', '--format', format).filter((line) => line.startsWith(prefix));
}

/** Networks and volumes have no label of the directory; a project's name tells them. */
export function leftOfProject(project: string): string[] {
  const label = ['--quiet', '--filter', `label=com.docker.compose.project=${project}`];
  return [
    ...docker('ps', '--all', ...label),
    ...helpersOfProject(project),
    ...docker('network', 'ls', ...label),
    ...docker('volume', 'ls', ...label),
  ];
}

/** Containers in which programs of the stack's images were asked for their opinion. */
export function helpersOfProject(project: string): string[] {
  return docker('ps', '--all', '--quiet', '--filter', `label=${HELPER_LABEL}=${project}`);
}

/** The lines that a docker command prints. */
export function docker(...args: string[]): string[] {
  const { stdout, status, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Ports of loopback on which nothing listens now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
