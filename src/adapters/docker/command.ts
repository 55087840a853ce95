import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
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
    const bounds = boundsOf(child, options);
    child.once('error', (error: NodeJS.ErrnoException) => {
      bounds.lift();
      reject(error.code === 'ENOENT' ? missing(program) : error);
    });
    child.once('close', (code, signal) => {
      bounds.lift();
      const output = (stderr().trim() === '' ? stdout() : stderr()) + bounds.said();
      resolve({ command, exitCode: code ?? (signal === null ? 1 : 143), stdout: stdout(), output });
    });
  });
}

/** What ends a command before its time. */
interface Bounds {
  /** Why it was ended, as a line of its output; empty when nothing of it was ours. */
  readonly said: () => string;
  /** It has ended. */
  readonly lift: () => void;
}

function boundsOf(
  child: ChildProcessByStdio<null, Readable, Readable>,
  { signal, idleMs }: Pick<CommandOptions, 'signal' | 'idleMs'>,
): Bounds {
  let said = '';
  let killer: NodeJS.Timeout | undefined;
  const abort = (): void => {
    signalGroup(child, 'SIGTERM');
    killer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      killer = setTimeout(() => child.emit('close', null, 'SIGKILL'), GIVE_UP_MS);
    }, KILL_AFTER_MS);
  };
  const stopWatching =
    idleMs === undefined
      ? undefined
      : watchSilence(child, idleMs, () => {
          said = `\nError: no progress for ${String(idleMs / 1000)} s\n`;
          abort();
        });
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  return {
    said: () => said,
    lift: () => {
      clearTimeout(killer);
      stopWatching?.();
      signal?.removeEventListener('abort', abort);
    },
  };
}

/** Calls when nothing was printed for so long, until the function that it returns is called. */
function watchSilence(
  { stdout, stderr }: ChildProcessByStdio<null, Readable, Readable>,
  silenceMs: number,
  onSilence: () => void,
): () => void {
  const timer = setTimeout(onSilence, silenceMs);
  for (const stream of [stdout, stderr]) stream.on('data', () => timer.refresh());
  return () => {
    clearTimeout(timer);
  };
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
