import { getExecOutput } from '@actions/exec';
import { EngineApi } from './engine-api.js';
import { EngineCli } from './engine-cli.js';
import type { Engine } from './engine.js';

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** The engine that the docker command would use: its API where that is a local socket, else the command itself. */
export async function findEngine(environment: Readonly<Record<string, string | undefined>>): Promise<Engine> {
  const host = environment['DOCKER_HOST'] ?? (await contextHost(environment));
  return host.startsWith('unix://') ? new EngineApi(host.slice('unix://'.length)) : new EngineCli(host);
}

/** A local look-up that does not contact the engine; only needed when a context may have been chosen. */
async function contextHost(environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  try {
    const format = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    const context = environment['DOCKER_CONTEXT'];
    const args = context === undefined ? format : [...format, context];
    const { exitCode, stdout } = await getExecOutput('docker', args, { silent: true, ignoreReturnCode: true });
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : DEFAULT_HOST;
  } catch {
    // No docker command: the check of requirements says so.
    return DEFAULT_HOST;
  }
}
