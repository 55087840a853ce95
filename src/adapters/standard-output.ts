import { fstatSync, writeSync } from 'node:fs';

/** Whether standard output is a terminal, or another device; asking Node's tty would load its sockets. */
export function isTerminal(): boolean {
  return fstatSync(1).isCharacterDevice();
}

/**
 * Writes a whole text to standard output at once. `process.stdout` would cost a tenth of a short run, since it loads Node's
 * streams and sockets first; it takes over where the other end does not keep up.
 */
export function writeToStdout(text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(1, bytes, at);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') process.stdout.write(bytes.subarray(at));
    // Nobody reads any more, as after `| head`.
    else if (code !== 'EPIPE') throw error;
  }
}
