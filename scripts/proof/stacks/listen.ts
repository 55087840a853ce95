import { knownImage } from '../../../src/knowledge/known-images.js';
import type { KnownPort } from '../../../src/knowledge/image.js';
import { imageKind } from '../images.js';
import type { ComposeConfig, ComposeService } from '../override.js';
import type { Boot, Listener } from '../proof-file.js';
import type { StackPlan } from './plan.js';

const NOTHING: Boot = { keep: [], images: {}, listen: {}, modes: {}, profiles: [], api: '' };

/** What a stack is booted with: stand-ins listen where the image that they stand for does, as far as that is known. */
export function bootOf({ services }: ComposeConfig, plan: StackPlan): Boot {
  const all = Object.entries(services ?? {});
  // Grafana's page of metrics, and the programs that Valkey has by its own name, are not at hand.
  const played = all.filter(([, { image = '' }]) => imageKind(image) === 'grafana' || image.includes('valkey/valkey'));
  return {
    ...NOTHING,
    keep: plan.keep ?? [],
    images: Object.fromEntries(played.map(([name]) => [name, 'stand-in'])),
    listen: Object.fromEntries(all.map(([name, service]) => [name, listenersOf(name, service, plan)])),
  };
}

function listenersOf(name: string, service: ComposeService, { listen = {}, speaks = {} }: StackPlan): Listener[] {
  const known = service.build || service.image === undefined ? [] : (knownImage(service.image)?.ports ?? []);
  const declared = [
    ...(service.ports ?? []).filter(({ protocol }) => protocol !== 'udp').map(({ target }) => target),
    ...(service.expose ?? []).map((port) => Number.parseInt(port, 10)),
  ];
  const ports = [...known.map((port) => whereListened(service, port)), ...declared];
  const told = Object.keys(listen[name] ?? {}).map(Number);
  const as = speaks[name] ?? 'metrics';
  return [...new Set([...ports, ...told])].map((port) => ({ port, speaks: as }));
}

/** A flag or a variable may move it. */
function whereListened({ command, environment }: ComposeService, { port, flag, env }: KnownPort): number {
  const words = command ?? [];
  const at = words.findIndex((word) => flag !== undefined && word.replace(/^--?/, '').split('=')[0] === flag);
  const given = at < 0 ? undefined : (words[at]?.split(/=(.*)/s)[1] ?? words[at + 1]);
  const variables = (environment ?? {}) as Readonly<Record<string, string | null>>;
  const moved = given ?? (env === undefined ? undefined : variables[env]);
  const digits = /(?:^|:)(\d+)$/.exec(moved ?? '')?.[1];
  return digits === undefined ? port : Number(digits);
}

/** Stand-ins for what runs beside a stack, as services of the override. */
export function besideOf({ beside = {} }: StackPlan, image: string, program: string): object {
  return Object.fromEntries(
    Object.entries(beside).map(([name, { port, ...place }]) => [
      name,
      {
        ...place,
        image,
        pull_policy: 'never',
        entrypoint: ['node', '--input-type=module', '-e', program, JSON.stringify([{ port, speaks: 'metrics' }])],
      },
    ]),
  );
}
