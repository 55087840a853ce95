import type { ComposeService, Stack } from '../../../src/model/stack.js';
import { child } from '../../../src/model/yaml-node.js';
import { addKey, inPlace, insertUnder, misspelt, swap } from '../edits.js';
import type { Fault, Injection, TextEdit } from '../fault.js';

/** Services whose image is the official one of Prometheus or Alertmanager: busybox with wget, without curl. */
function servers({ project }: Stack): ComposeService[] {
  return project.services.filter(
    ({ image, hasBuild, entrypoint }) =>
      !hasBuild &&
      entrypoint.length === 0 &&
      /^(?:quay\.io\/)?prom(?:etheus)?\/(?:prometheus|alertmanager):v/.test(image?.value ?? ''),
  );
}

const healthcheck = (name: string, codes: readonly string[], test: string, others: Partial<Fault> = {}): Fault => ({
  name,
  family: 'startup',
  codes: codes.map((code) => `startup/${code}`),
  places: (stack) =>
    servers(stack).flatMap((service) => inPlace(addKey(stack, service, 'healthcheck', `{ test: ${test} }`))),
  ...others,
});

const portOf = ({ image }: ComposeService): number => (/alertmanager/.test(image?.value ?? '') ? 9093 : 9090);

/** A key for the second of two services, so that both want the same. */
function pairs(stack: Stack): (readonly [ComposeService, ComposeService])[] {
  const { services } = stack.project;
  return services.flatMap((first) =>
    services.filter((other) => other !== first).map((other) => [first, other] as const),
  );
}

function both(edits: readonly (TextEdit | undefined)[], at: Injection['at']): Injection[] {
  const made = edits.flatMap((edit) => edit ?? []);
  return made.length === edits.length ? [{ edits: made, at }] : [];
}

/** What never starts, never gets well, or comes in the wrong order. */
export const STARTUP: readonly Fault[] = [
  healthcheck(
    'program that the image lacks',
    ['healthcheck-program-missing'],
    '["CMD", "curl", "-f", "http://localhost:9090/-/ready"]',
  ),
  healthcheck(
    'program that the image lacks, by the shell',
    ['healthcheck-program-missing'],
    '"curl -fs http://localhost:9090/-/ready || exit 1"',
  ),
  healthcheck(
    'script in the place of a program',
    ['healthcheck-not-split', 'healthcheck-program-missing'],
    '["CMD", "wget -q --spider http://localhost:9090/-/ready"]',
  ),
  healthcheck(
    'port on which nothing listens',
    ['healthcheck-wrong-port'],
    '["CMD", "wget", "-q", "--spider", "http://localhost:9999/-/ready"]',
    {
      places: (stack) =>
        servers(stack)
          .filter(({ networkMode }) => networkMode === undefined)
          .flatMap((service) =>
            inPlace(
              addKey(
                stack,
                service,
                'healthcheck',
                '{ test: ["CMD", "wget", "-q", "--spider", "http://localhost:9999/-/ready"] }',
              ),
            ),
          ),
    },
  ),
  healthcheck('published port', ['healthcheck-published-port', 'healthcheck-wrong-port'], '', {
    places: (stack) =>
      servers(stack)
        .filter(({ networkMode }) => networkMode === undefined)
        .flatMap((service) => {
          const port = portOf(service);
          const check = `{ test: "wget -q --spider http://localhost:1${String(port)}/-/ready" }`;
          if (service.node.entries.has('ports')) return [];
          const edit = addKey(stack, service, 'healthcheck', check);
          const line = edit && insertUnder(stack, service.at, `ports: ["127.0.0.1:1${String(port)}:${String(port)}"]`);
          return both([edit, line], [0]);
        }),
  }),
  healthcheck('path that is answered with 404', ['healthcheck-wrong-path'], '', {
    places: (stack) =>
      servers(stack).flatMap((service) => {
        const test = `["CMD", "wget", "-q", "--spider", "http://localhost:${String(portOf(service))}/healthz"]`;
        const moved = service.command.some(({ value }) =>
          /web\.(?:listen-address|route-prefix|external-url|config)/.test(value),
        );
        return moved ? [] : inPlace(addKey(stack, service, 'healthcheck', `{ test: ${test} }`));
      }),
  }),
  {
    name: 'service_healthy without a healthcheck',
    family: 'startup',
    codes: ['startup/waits-without-healthcheck'],
    places: (stack) =>
      pairs(stack)
        .filter(
          ([waiter, other]) => other.healthcheck === undefined && servers(stack).includes(other) && waiter !== other,
        )
        .flatMap(([waiter, other]) =>
          waitsFor(stack, other, waiter.name)
            ? []
            : inPlace(addKey(stack, waiter, 'depends_on', `{ ${other.name}: { condition: service_healthy } }`)),
        ),
  },
  {
    name: 'waits for the end of a server',
    family: 'startup',
    codes: ['startup/waits-for-server-to-end'],
    places: (stack) =>
      pairs(stack)
        .filter(([, other]) => servers(stack).includes(other))
        .flatMap(([waiter, other]) =>
          waitsFor(stack, other, waiter.name)
            ? []
            : inPlace(
                addKey(stack, waiter, 'depends_on', `{ ${other.name}: { condition: service_completed_successfully } }`),
              ),
        ),
  },
  {
    name: 'dependency cycle',
    family: 'startup',
    codes: ['compose/dependency-cycle'],
    places: (stack) =>
      stack.project.services.flatMap((service) =>
        service.dependsOn.flatMap((dependency) => {
          const other = stack.project.services.find(({ name }) => name === dependency.service);
          const edit = other && addKey(stack, other, 'depends_on', `[${service.name}]`);
          return edit ? [{ edits: [edit], at: [0, dependency.at] }] : [];
        }),
      ),
  },
  {
    name: 'dependency on a misspelt service',
    family: 'startup',
    codes: ['compose/undefined-dependency'],
    places: (stack) =>
      stack.project.services
        .flatMap(({ dependsOn }) => dependsOn)
        .flatMap(({ service, at, required }) => (required ? inPlace(swap(stack, at, service, misspelt(service))) : [])),
  },
  {
    name: 'host port taken twice',
    family: 'startup',
    codes: ['startup/host-port-clash'],
    places: (stack) =>
      pairs(stack).flatMap(([first, other]) => {
        const [mapping] = first.ports;
        if (mapping?.hostPort === undefined || other.networkMode || first.networkMode) return [];
        // One that has ended has given its port back.
        if (first.dependsOn.some(({ service, condition }) => service === other.name && condition !== 'service_started'))
          return [];
        const line = addKey(stack, other, 'ports', `["127.0.0.1:${String(mapping.hostPort)}:80"]`);
        return both([line], [0, mapping.at]);
      }),
  },
  {
    name: 'container name taken twice',
    family: 'startup',
    codes: ['compose/duplicate-container-name'],
    places: (stack) =>
      pairs(stack).flatMap(([first, other]) =>
        child(first.node, 'deploy') || child(other.node, 'deploy')
          ? []
          : both(
              [addKey(stack, first, 'container_name', 'the-one'), addKey(stack, other, 'container_name', 'the-one')],
              [0, 1],
            ),
      ),
  },
];

/** Whether one service waits, directly or not, for another: a dependency the other way would be a cycle. */
function waitsFor(stack: Stack, service: ComposeService, name: string): boolean {
  return service.dependsOn.some((dependency) => {
    const other = stack.project.services.find((one) => one.name === dependency.service);
    return dependency.service === name || (other !== undefined && waitsFor(stack, other, name));
  });
}
