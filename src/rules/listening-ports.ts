import type { KnownPort } from '../knowledge/image.js';
import type { ComposeService } from '../model/stack.js';
import { flag } from '../model/service-flags.js';
import { knownOf } from './known-service.js';

/** A port that a service listens on, and what is known of it. */
export interface ListeningPort extends KnownPort {
  /** Where the compose file moves it. */
  readonly moved: boolean;
}

const known = new WeakMap<ComposeService, readonly ListeningPort[]>();

/**
 * The ports on which a service of a known image listens, moved by its flags and variables. Empty when the image is not known, or
 * when its own entry point is replaced. A configuration file may open others, so that a port which is not here proves nothing for
 * images that read one.
 */
export function listeningPorts(service: ComposeService): readonly ListeningPort[] {
  let ports = known.get(service);
  if (!ports) {
    ports =
      service.entrypoint.length > 0 ? [] : (knownOf(service)?.ports ?? []).map((port) => whereMoved(service, port));
    known.set(service, ports);
  }
  return ports;
}

function whereMoved(service: ComposeService, port: KnownPort): ListeningPort {
  const byFlag = port.flag === undefined ? undefined : flag(service, port.flag)?.value;
  const byVariable = port.env === undefined ? undefined : service.environment.get(port.env)?.value;
  const moved = portIn(byFlag ?? byVariable);
  if (moved === undefined) return { ...port, moved: false };
  return { ...port, port: moved, moved: true };
}

/** The port of `:9090`, `0.0.0.0:9090`, `[::]:9090` or `9090`. */
function portIn(written: string | undefined): number | undefined {
  const digits = /(?:^|:)(\d{1,5})$/.exec(written ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
