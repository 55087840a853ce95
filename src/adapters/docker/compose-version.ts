import { EnvironmentError } from '../../model/errors.js';
import type { CommandResult } from '../../ports/runtime.js';
import { runCommand } from './command.js';

const OLDEST_MINOR = 20;
/**
 * Two programs in Go that end at once: to collect their garbage and to share them out over the processors takes a fifth of their time.
 * https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const SHORT_LIVED = { GOGC: 'off', GOMAXPROCS: '1' };

let asked: Promise<string> | undefined;

/**
 * The version of the Compose plugin, asked once a process: whoever asks at its beginning has the answer when it is needed.
 * Throws EnvironmentError when there is none, or one that is too old.
 */
export function composeVersion(): Promise<string> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<string> {
  return acceptedVersion(await runCommand('docker', ['compose', 'version', '--short'], { env: SHORT_LIVED }));
}

/** The version out of what the plugin said. Throws EnvironmentError as `composeVersion` does. */
export function acceptedVersion({ exitCode, stdout }: Pick<CommandResult, 'exitCode' | 'stdout'>): string {
  if (exitCode !== 0) {
    throw new EnvironmentError(
      'docker has no "compose" command: install the Compose plugin, see https://docs.docker.com/compose/install/linux/',
    );
  }
  const version = stdout.trim().replace(/^v/, '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < OLDEST_MINOR)) {
    throw new EnvironmentError(
      `Docker Compose is ${version}, 2.${String(OLDEST_MINOR)} or newer is needed: update the Compose plugin`,
    );
  }
  return version;
}
