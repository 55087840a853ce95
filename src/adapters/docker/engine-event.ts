import type { ContainerAction, ContainerEvent } from '../../model/container-event.js';
import type { ContainerHealth } from '../../model/observation.js';
import type { EngineEvent } from './engine.js';

/** Signals after which a process usually goes on: HUP, USR1, USR2, WINCH. */
const HARMLESS = new Set(['1', '10', '12', '28']);

/** The part of an engine's event that the stages look at; undefined when it changes nothing. */
export function toContainerEvent({ Action, Actor, timeNano }: EngineEvent): ContainerEvent | undefined {
  const attributes = Actor.Attributes ?? {};
  // `health_status: healthy`: the state follows the action.
  const [action = '', health] = Action.split(': ');
  if (action === 'kill' && HARMLESS.has(attributes['signal'] ?? '')) return undefined;
  return {
    action: action as ContainerAction,
    containerId: Actor.ID,
    service: attributes['com.docker.compose.service'] ?? '',
    atMs: Math.floor(timeNano / 1e6),
    ...(action === 'die' ? { exitCode: Number(attributes['exitCode'] ?? 0) } : {}),
    ...(action === 'health_status' && health !== undefined ? { health: health as ContainerHealth } : {}),
  };
}

/** The events of a stream of JSON lines, however it is cut into pieces. What is not JSON is left out. */
export async function* eventsOf(chunks: AsyncIterable<Uint8Array | string>): AsyncIterable<EngineEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = parse(line);
      if (event) yield event;
    }
  }
}

function parse(line: string): EngineEvent | undefined {
  try {
    return JSON.parse(line) as EngineEvent;
  } catch {
    return undefined;
  }
}
