import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the real Compose says about a project. */
export interface ComposeAnswer {
  readonly accepted: boolean;
  /** The resolved project as JSON text; empty when it is refused. */
  readonly stdout: string;
  readonly stderr: string;
}

/** How it is asked. */
export interface ComposeQuestion {
  readonly directory: string;
  readonly composeFiles?: readonly string[];
  readonly profiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Only the verdict, not the project. */
  readonly quiet?: boolean;
}

/** Home directory of every question, so that `~` means the same on both sides. */
export const HOME = '/home/somebody';

/** The Compose plugin as a plain program: $COMPOSE, or where scripts/oracles.sh puts it. */
export function composeProgram(): string {
  const prefix = process.env['SCRAPEGATE_ORACLES_PREFIX'] ?? '/opt/scrapegate-oracles';
  const program = process.env['COMPOSE'] ?? join(prefix, 'usr/libexec/docker/cli-plugins/docker-compose');
  if (!existsSync(program)) {
    throw new Error(
      `Compose is not at ${program}: run "bash scripts/oracles.sh", or set COMPOSE to the path of the plugin`,
    );
  }
  return program;
}

/** `docker compose config`, which needs no engine. */
export function askCompose(question: ComposeQuestion): Promise<ComposeAnswer> {
  const { directory, composeFiles = [], profiles = [], environment = {}, quiet = false } = question;
  const args = [
    ...composeFiles.flatMap((file) => ['-f', file]),
    ...profiles.flatMap((profile) => ['--profile', profile]),
    'config',
    ...(quiet ? ['-q'] : ['--format', 'json']),
  ];
  const env = { PATH: process.env['PATH'], HOME, ...environment };
  return new Promise((resolve, reject) => {
    const options = { cwd: directory, encoding: 'utf8' as const, env, maxBuffer: 1 << 26, timeout: 30_000 };
    execFile(composeProgram(), args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(new Error(`Compose did not run: ${error.message}`));
      else resolve({ accepted: error === null, stdout, stderr });
    });
  });
}

/** Writes a project's files below a directory. */
export function writeProject(directory: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(directory, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** As many at a time as keep two processors busy. */
export async function inParallel<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results = new Map<number, R>();
  const queue = values.entries();
  const worker = async (): Promise<void> => {
    for (const [index, value] of queue) results.set(index, await work(value));
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return values.map((_, index) => results.get(index) as R);
}
