import { execFile } from 'node:child_process';

/** How a program ended that was asked about one file. */
export interface Answer {
  readonly refused: boolean;
  readonly said: string;
}

/** Asks a program about one file; its exit code is its verdict. Rejects when it could not be run. */
export function ask(program: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 1 << 26, timeout: 30_000 }, (error, stdout, stderr) => {
      // A program that crashes on a file does not take it; a signal is something else.
      if (error && typeof error.code !== 'number') reject(new Error(`${program} did not run: ${error.message}`));
      else resolve({ refused: error !== null, said: `${stdout}${stderr}`.trim() });
    });
  });
}
