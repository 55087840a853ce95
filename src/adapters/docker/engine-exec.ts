import { request, type Dispatcher } from 'undici';
import { systemClock } from '../system-clock.js';

/** The engine closes the output a moment before it knows the exit code. */
const ENDED_EVERY_MS = 20;
const ANSWER_MS = 10_000;

/**
 * Runs a program in a container by the Engine API and returns its exit code; its output is thrown away. Throws when the container does not
 * run or the signal aborts, which leaves the program running: the API cannot end it.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Exec
 */
export async function execInContainer(
  dispatcher: Dispatcher,
  containerId: string,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const ask = async (method: 'GET' | 'POST', path: string, content?: unknown): Promise<Dispatcher.ResponseData> => {
    const headers = { 'content-type': 'application/json' };
    const sent = content === undefined ? {} : { headers, body: JSON.stringify(content) };
    const bounds = { headersTimeout: ANSWER_MS, bodyTimeout: 0 };
    const answer = await request(`http://docker${path}`, { method, dispatcher, signal, ...bounds, ...sent });
    if (answer.statusCode < 400) return answer;
    throw new Error(`the Docker engine answered ${String(answer.statusCode)}: ${await answer.body.text()}`);
  };
  const output = { AttachStdout: true, AttachStderr: true };
  const created = await ask('POST', `/containers/${containerId}/exec`, { ...output, Cmd: argv });
  const { Id: id } = (await created.body.json()) as { readonly Id: string };
  const started = await ask('POST', `/exec/${id}/start`, { Detach: false, Tty: false });
  // Read to its end, which is that of the program.
  for await (const _ of started.body);
  for (;;) {
    signal.throwIfAborted();
    const { body } = await ask('GET', `/exec/${id}/json`);
    const { Running, ExitCode } = (await body.json()) as {
      readonly Running: boolean;
      readonly ExitCode: number | null;
    };
    if (!Running && ExitCode !== null) return ExitCode;
    await systemClock.sleep(ENDED_EVERY_MS, signal);
  }
}
