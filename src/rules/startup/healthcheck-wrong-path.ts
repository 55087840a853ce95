import type { KnownPort } from '../../knowledge/image.js';
import type { AskedAddress } from '../asked-addresses.js';
import { healthPath } from '../healthcheck-suggestion.js';
import { failsBy, selfChecks, type SelfCheck } from '../own-addresses.js';
import type { Problem, StackRule } from '../rule.js';
import { serverListeners } from '../server-listeners.js';

/** Paths by which other servers say that they are well. */
const HEALTH_PATH =
  /^\/(?:-\/)?(?:api\/(?:v\d\/)?)?(?:health|healthz|healthy|healthcheck|ready|readyz|live|livez|liveness|readiness|alive|ping|up|status\/health)\/?$/;
/** Servers that answer 404 at every path that is not theirs; seen with the real ones. */
const STRICT = new Set(['prometheus', 'alertmanager']);

/** Healthchecks that ask a path which the server does not have. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-wrong-path',
  severity: 'error',
  summary: 'a healthcheck asks a path that the server answers with 404',
  why: 'Each server has paths of its own for its health. At others it answers "not found", which wget and `curl -f` count as a failure.',
  remedy: 'ask the path at which the server says that it is well, below its route prefix',
  check: (stack) => {
    const prometheus = stack.prometheus;
    return selfChecks(stack).flatMap((check) => {
      const prefix = check.service.name === prometheus?.service.name ? prometheus.routePrefix : routePrefixOf(check);
      const problem = prefix === undefined ? undefined : judge(check, prefix);
      return problem ? [{ ...problem, subject: { service: check.service.name } }] : [];
    });
  },
};

/** Alertmanager has the same flags; nothing is said about servers that may be moved in other ways. */
function routePrefixOf({ service: { command } }: SelfCheck): string | undefined {
  return command.some(({ value }) => /web\.(?:route-prefix|external-url)|base.?path|root.?url/i.test(value))
    ? undefined
    : '';
}

function judge({ service, healthcheck, asked }: SelfCheck, prefix: string): Problem | undefined {
  const listeners = serverListeners(service);
  if (!listeners) return undefined;
  const portOf = (port: number): KnownPort | undefined => listeners.ports.find((one) => one.port === port)?.known;
  const wrong = (address: AskedAddress): boolean => {
    const port = portOf(address.port);
    if (!port || address.scheme === 'tcp') return false;
    return isMissing(port, address.path, prefix);
  };
  const address = asked.find(wrong);
  const port = address && portOf(address.port);
  if (!port || !address.pathAt) return undefined;
  const right = `${prefix}${healthPath(port) ?? ''}`;
  const underPrefix = prefix !== '' && port.health?.includes(address.path);
  const certain = STRICT.has(listeners.image.role) && failsBy(healthcheck, (one) => wrong(one) && one.mindsStatus);
  const exact = address.pathAt.file.text.slice(address.pathAt.start, address.pathAt.end) === address.path;
  return {
    message: underPrefix
      ? `the healthcheck of service "${service.name}" asks "${address.path}"; with the route prefix "${prefix}" it is "${prefix}${address.path}"`
      : `the healthcheck of service "${service.name}" asks "${address.path}", which ${listeners.image.title} does not have`,
    at: address.pathAt,
    help: `ask "${underPrefix ? `${prefix}${address.path}` : right}"${address.mindsStatus ? '' : ', and add -f to curl, which else takes a 404 for success'}`,
    related: [{ message: 'the image', at: service.image?.at ?? service.at }],
    ...(exact
      ? {
          fix: {
            safety: certain ? ('safe' as const) : ('suggested' as const),
            title: `ask ${underPrefix ? `${prefix}${address.path}` : right}`,
            edits: [{ at: address.pathAt, text: underPrefix ? `${prefix}${address.path}` : right }],
          },
        }
      : {}),
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}

/** Whether a path is one that other servers have for their health and this one has not. */
function isMissing(port: KnownPort, path: string, prefix: string): boolean {
  if (!port.health?.length || port.all_paths) return false;
  const valid = port.health.map((one) => `${prefix}${one}`);
  const trimmed = path.replace(/(?<=.)\/$/, '');
  if (valid.includes(trimmed) || (port.metrics !== undefined && trimmed === `${prefix}${port.metrics}`)) return false;
  return HEALTH_PATH.test(path) || (prefix !== '' && port.health.includes(trimmed));
}
