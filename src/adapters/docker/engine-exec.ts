import { systemClock } from '../system-clock.js';
import type { EngineSocket } from './engine-socket.js';

/** The engine closes the output a moment before it knows the exit code. */
const ENDED_EVERY_MS = 20;

/**
 * Runs a program in a container by the Engine API and returns its exit code; its output is thrown away. Throws when the container does not
 * run or the signal aborts, which leaves the program running: the API cannot end it.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec
 */
export async function execInContainer(
  engine: EngineSocket,
  containerId: string,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const created = await engine.json(`/containers/${containerId}/exec`, {
    method: 'POST',
    content: { AttachStdout: true, AttachStderr: true, Cmd: argv },
    signal,
  });
  const { Id: id } = created as { readonly Id: string };
  const content = { Detach: false, Tty: false };
  const output = await engine.stream(`/exec/${id}/start`, { method: 'POST', content, signal });
  // Read to its end, which is that of the program.
  for await (const _ of output);
  for (;;) {
    signal.throwIfAborted();
    const { Running, ExitCode } = (await engine.json(`/exec/${id}/json`, { signal })) as {
      readonly Running: boolean;
      readonly ExitCode: number | null;
    };
    if (!Running && ExitCode !== null) return ExitCode;
    await systemClock.sleep(ENDED_EVERY_MS, signal);
  }
}
