import { spawn } from 'node:child_process';
import type { Ended } from './observation.js';

/** The label that Compose puts on all it makes; helpers of a proof wear it as well. */
export const PROJECT_LABEL = 'com.docker.compose.project';

interface Options {
  readonly cwd?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly input?: string;
}

/** Runs docker to its end. Standard output and error come together, as a user sees them; `stdout` is the former alone. */
export async function docker(
  args: readonly string[],
  { cwd, environment, signal, input }: Options = {},
): Promise<Ended & { readonly stdout: string }> {
  const child = spawn('docker', args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: environment ?? process.env,
    ...(signal ? { signal } : {}),
    stdio: ['pipe', 'pipe', 'pipe'],
    // A Ctrl+C is for this process, which has to remove what the child made.
    detached: true,
  });
  let stdout = '';
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const exitCode = await new Promise<number>((done) => {
    child.once('error', (error) => {
      output += error.message;
      done(-1);
    });
    child.once('close', (code) => {
      done(code ?? -1);
    });
  });
  return { exitCode, output, stdout };
}

/** The words that a docker command prints. */
async function words(...args: string[]): Promise<string[]> {
  const { stdout } = await docker(args);
  return stdout.split(/\s+/).filter((word) => word !== '');
}

/** What is left of a project: containers, networks, volumes and images, each as the command and the name that remove it. */
export async function leftOf(
  project: string,
): Promise<{ readonly remove: readonly string[]; readonly name: string }[]> {
  const filter = ['--quiet', '--filter', `label=${PROJECT_LABEL}=${project}`];
  const [containers, networks, volumes, images] = await Promise.all([
    words('ps', '--all', ...filter),
    words('network', 'ls', ...filter),
    words('volume', 'ls', ...filter),
    words('image', 'ls', ...filter),
  ]);
  const as = (remove: readonly string[], names: readonly string[] = []) => names.map((name) => ({ remove, name }));
  return [
    ...as(['rm', '--force', '--volumes'], containers),
    ...as(['network', 'rm'], networks),
    ...as(['volume', 'rm', '--force'], volumes),
    ...as(['image', 'rm', '--force'], images),
  ];
}

/** Removes all that wears the label of a project, its anonymous volumes too. Throws when something stays. */
export async function removeProject(project: string): Promise<void> {
  // A second look, since a container that was being made while it was looked for would keep its network.
  for (let round = 0; round < 3; round++) {
    const left = await leftOf(project);
    if (left.length === 0) return;
    const commands = new Set(left.map(({ remove }) => remove.join(' ')));
    for (const command of commands) {
      const names = left.filter(({ remove }) => remove.join(' ') === command).map(({ name }) => name);
      await docker([...command.split(' '), ...names]);
    }
  }
  const left = await leftOf(project);
  if (left.length > 0) throw new Error(`project ${project} is not gone: ${left.map(({ name }) => name).join(', ')}`);
}
