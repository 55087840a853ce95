import { spawn, type ChildProcess } from 'node:child_process';
import { EnvironmentError } from '../../model/errors.js';
import type { CommandResult } from '../../ports/runtime.js';

/** Output beyond this is not kept; a command that prints more is stuck in a loop. */
const MOST_OUTPUT = 4 * 1024 * 1024;
const KILL_AFTER_MS = 3000;
/** What a killed command started may hold its output open; it is not waited for longer. */
const GIVE_UP_MS = 1000;

/** How to run one docker command. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Ends the command when it prints nothing for so long. */
  readonly idleMs?: number;
}

/**
 * Runs a command by its argv, never through a shell, and takes its output. An abort ends it, and the plug-ins that it started, with SIGTERM,
 * then SIGKILL. It has a process group of its own, so that Ctrl-C in a terminal reaches only us, who end it in order.
 * Throws EnvironmentError only when the program is not there.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const command = [program, ...args].join(' ');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    let idled = '';
    let idle: NodeJS.Timeout | undefined;
    const { idleMs } = options;
    if (idleMs !== undefined) {
      idle = setTimeout(() => {
        idled = `\nError: no progress for ${String(idleMs / 1000)} s\n`;
        abort();
      }, idleMs);
      for (const stream of [child.stdout, child.stderr]) stream.on('data', () => idle?.refresh());
    }
    let killer: NodeJS.Timeout | undefined;
    const abort = (): void => {
      signalGroup(child, 'SIGTERM');
      killer = setTimeout(() => {
        signalGroup(child, 'SIGKILL');
        killer = setTimeout(() => child.emit('close', null, 'SIGKILL'), GIVE_UP_MS);
      }, KILL_AFTER_MS);
    };
    if (options.signal?.aborted) abort();
    else options.signal?.addEventListener('abort', abort, { once: true });
    const settle = (): void => {
      clearTimeout(killer);
      clearTimeout(idle);
      options.signal?.removeEventListener('abort', abort);
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      settle();
      reject(error.code === 'ENOENT' ? missing(program) : error);
    });
    child.once('close', (code, signal) => {
      settle();
      const output = (stderr().trim() === '' ? stdout() : stderr()) + idled;
      resolve({ command, exitCode: code ?? (signal === null ? 1 : 143), stdout: stdout(), output });
    });
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // Ended meanwhile, or a system without process groups.
    child.kill(signal);
  }
}

function missing(program: string): EnvironmentError {
  return new EnvironmentError(
    `"${program}" is not installed or not in PATH: install Docker Engine with the Compose plugin, see https://docs.docker.com/engine/install/`,
  );
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    if (text.length < MOST_OUTPUT) text += chunk;
  });
  return () => text;
}
