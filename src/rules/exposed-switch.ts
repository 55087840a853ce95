import { openingsBeyondHost, shownOpenings } from './exposure.js';
import { proxyInFront } from './proxy-in-front.js';
import type { Problem } from './rule.js';
import { webAuthentication } from './server-authentication.js';
import { isPrometheusServer, switchOn } from './server-roles.js';
import type { SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';

/** A flag that opens an API of Prometheus, and who may use it then. */
export interface ApiSwitch {
  readonly flag: string;
  /** What anybody can do, as in `anybody can "delete metrics"`. */
  readonly allows: string;
  readonly help: string;
  /** Whether it is worth a notice where only containers of the project reach it. */
  readonly insideToo: boolean;
}

/** Each Prometheus whose flag opens an API to who is not asked for a password. */
export function exposedSwitch(stack: Stack, { flag, allows, help, insideToo }: ApiSwitch): Problem[] {
  // Services may share the words of their command by an anchor.
  const told = new Set<string>();
  return stack.project.services.flatMap((service): Problem[] => {
    const on = switchOn(service, flag);
    if (
      !on ||
      told.has(placeOf(on.at)) ||
      !isPrometheusServer(stack, service) ||
      webAuthentication(stack, service) !== 'none'
    )
      return [];
    told.add(placeOf(on.at));
    const openings = openingsBeyondHost(stack, service);
    const [first] = openings;
    const base = { at: on.at, help, subject: { service: service.name } };
    if (!first) {
      const others = stack.project.services.length > 1;
      const message = `"--${flag}" of service "${service.name}" lets every container on its networks ${allows}`;
      return insideToo && others ? [{ ...base, message, severity: 'notice' }] : [];
    }
    const lowered = first.reach === 'private' || proxyInFront(stack, service) !== undefined;
    return [
      {
        ...base,
        message: `"--${flag}" of service "${service.name}" lets anybody ${allows}, without authentication: ${shownOpenings(openings)}`,
        related: [{ message: first.by === 'ports' ? 'published here' : 'the network of the host', at: first.at }],
        ...(lowered ? { severity: 'notice' as const } : {}),
      },
    ];
  });
}

function placeOf({ file, start }: SourceRange): string {
  return `${file.path}:${String(start)}`;
}
