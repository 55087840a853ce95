import type { PortHolder } from '../../model/host.js';
import type { Stack } from '../../model/stack.js';
import { publishedPorts, type PublishedPort } from '../published-ports.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** A port that is to be published and that somebody else has, seen before anything was started. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/port-in-use',
  severity: 'error',
  stage: 'prepare',
  summary: 'a port of the host that a service publishes is taken already',
  why: 'A port of the host leads to one program. Docker would start what comes before and then refuse the service: "port is already allocated".',
  remedy: 'stop what has the port, or publish another one',
  judge({ stack, observation }) {
    const holders = observation.host?.portsInUse ?? [];
    const clashes = publishedPorts(stack).flatMap((published): Clash[] => {
      const holder = holders.find((one) => isFor(one, published));
      return holder ? [{ published, holder }] : [];
    });
    // One holder is one thing to do, however many ports it has.
    const groups = [...new Set(clashes.map(({ holder }) => groupOf(holder)))];
    return groups.map((group) =>
      problemOf(
        stack,
        clashes.filter(({ holder }) => groupOf(holder) === group),
      ),
    );
  },
};

interface Clash {
  readonly published: PublishedPort;
  readonly holder: PortHolder;
}

function isFor(holder: PortHolder, { protocol, port, mapping }: PublishedPort): boolean {
  return holder.protocol === protocol && holder.port === port && holder.wantedAddress === mapping.hostAddress;
}

function groupOf({ container, process, protocol, port }: PortHolder): string {
  if (container) return `project ${container.project ?? container.name}`;
  return process ? `process ${String(process.pid)}` : `${protocol} ${String(port)}`;
}

function problemOf(stack: Stack, [first, ...others]: readonly Clash[]): Problem {
  if (!first) throw new Error('a group without a clash');
  const { published, holder } = first;
  return {
    message: `service "${published.service.name}" cannot publish ${named(published)} of the host: it is taken by ${who(stack, holder)}`,
    cause: 'port-in-use',
    at: published.mapping.at,
    help: remedy(stack, first),
    subject: { service: published.service.name },
    related: others.map(({ published: other, holder: its }) => ({
      message: `${named(other)} of service "${other.service.name}" is taken by ${who(stack, its)}`,
      at: other.mapping.at,
    })),
  };
}

function named({ protocol, port }: PublishedPort): string {
  return `${protocol === 'udp' ? 'UDP port' : 'port'} ${String(port)}`;
}

function who(stack: Stack, { container, process, address }: PortHolder): string {
  if (process) return `process "${process.name}" (pid ${String(process.pid)})`;
  if (!container) return `a program${address === '' ? '' : ` that listens on ${address}`}`;
  const { name, project, service } = container;
  if (project === undefined || service === undefined) return `container "${name}"`;
  if (isOwnStack(stack, container))
    return `service "${service}" of this same compose file, which runs as project "${project}"`;
  return `container "${name}", service "${service}" of project "${project}"`;
}

/** The usual case on the machine of a developer: the stack runs already. */
function isOwnStack({ project }: Stack, { composeFiles }: NonNullable<PortHolder['container']>): boolean {
  return composeFiles.some((path) => project.composeFiles.includes(path));
}

function remedy(stack: Stack, { published, holder }: Clash): string {
  const variable = variableOf(published);
  const other =
    variable === undefined ? 'publish another port here' : `set ${variable} to a port that is free for this run`;
  const { container, process } = holder;
  if (container?.project !== undefined) {
    const stop = `\`docker compose -p ${container.project} down\``;
    return isOwnStack(stack, container)
      ? `stop the stack that runs with ${stop}, or ${other}`
      : `stop the other project with ${stop}, or ${other}`;
  }
  if (container) return `stop the container with \`docker stop ${container.name}\`, or ${other}`;
  return process ? `stop the process, or ${other}` : `find it with \`ss -ltnup\` as root, stop it, or ${other}`;
}

/** The variable of the entry that gives the port of the host. */
function variableOf({ mapping: { at } }: PublishedPort): string | undefined {
  const written = at.file.text.slice(at.start, at.end);
  const names = [...written.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  return names.find((name) => /port/i.test(name)) ?? (names.length === 1 ? names[0] : undefined);
}
