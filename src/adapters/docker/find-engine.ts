import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EngineApi } from './engine-api.js';
import { EngineCli } from './engine-cli.js';
import type { Engine } from './engine.js';

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_HOST = 'unix:///var/run/docker.sock';

/** The engine that the docker command would use: its API where that is a local socket, else the command itself. */
export async function findEngine(environment: Environment): Promise<Engine> {
  const host = environment['DOCKER_HOST'] || (await contextHost(environment));
  return host.startsWith('unix://') ? new EngineApi(host.slice('unix://'.length)) : new EngineCli(host);
}

/** A look-up that does not contact the engine. */
async function contextHost(environment: Environment): Promise<string> {
  if (!mayHaveChosen(environment)) return DEFAULT_HOST;
  const context = environment['DOCKER_CONTEXT'] || undefined;
  try {
    const { getExecOutput } = await import('@actions/exec');
    const format = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    const args = context === undefined ? format : [...format, context];
    const options = { silent: true, ignoreReturnCode: true, env: settingsOf(environment) };
    const { exitCode, stdout } = await getExecOutput('docker', args, options);
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : DEFAULT_HOST;
  } catch {
    // No docker command: the check of requirements says so.
    return DEFAULT_HOST;
  }
}

/**
 * Whether a context may be in use: most machines have none, and there the command, which takes 20 ms to say so, need not be asked.
 * https://docs.docker.com/engine/manage-resources/contexts/
 */
function mayHaveChosen(environment: Environment): boolean {
  if (environment['DOCKER_CONTEXT']) return true;
  const file = join(environment['DOCKER_CONFIG'] || join(environment['HOME'] || homedir(), '.docker'), 'config.json');
  try {
    return readFileSync(file, 'utf8').includes('"currentContext"');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

function settingsOf(environment: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value = '']) => [name, value]));
}
