/** What exists of a project: container and network ids, volume names, and images that have no name but the project's. */
export interface Footprint {
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly images?: readonly string[];
}

/** What could not be removed, and why, one line each. */
export interface Leftovers extends Footprint {
  readonly problems: readonly string[];
}

/** A sort of thing that a project has; in this order they can go, since each is held by those before it. */
export type Kind = 'containers' | 'networks' | 'volumes' | 'images';
const KINDS: readonly Kind[] = ['containers', 'networks', 'volumes', 'images'];
const NOTHING: Footprint = { containers: [], networks: [], volumes: [], images: [] };
const ID_LENGTH = 12;

export function thingsOf(footprint: Footprint, kind: Kind): readonly string[] {
  return footprint[kind] ?? [];
}

/** What is there and is not to stay. */
export function without(found: Footprint, keep: Footprint): Footprint {
  const of = (kind: Kind): readonly string[] =>
    thingsOf(found, kind).filter((id) => !thingsOf(keep, kind).includes(id));
  return { containers: of('containers'), networks: of('networks'), volumes: of('volumes'), images: of('images') };
}

export function isEmpty(footprint: Footprint): boolean {
  return KINDS.every((kind) => thingsOf(footprint, kind).length === 0);
}

export function areSame(a: Footprint, b: Footprint): boolean {
  return KINDS.every((kind) => thingsOf(a, kind).join() === thingsOf(b, kind).join());
}

/** Whether nothing is left, and it is known. */
export function isGone(left: Leftovers): boolean {
  return left.problems.length === 0 && isEmpty(left);
}

/** One line about what stayed although it was to go, with the reasons and what to do; undefined when nothing did. */
export function leftBehind(left: Leftovers, project: string): string | undefined {
  if (isGone(left)) return undefined;
  const what = isEmpty(left) ? '' : `: ${describe(left)}`;
  const why = left.problems.length > 0 ? ` (${left.problems.join('; ')})` : '';
  return `project ${project} could not be removed whole${what}${why}; remove it with \`${removalCommand(project, left)}\``;
}

/** The things by sort and name: "container 3f50432baca1, volume shop_data". */
export function describe(footprint: Footprint): string {
  const hexadecimal = /^[0-9a-f]{64}$/;
  return KINDS.flatMap((kind) =>
    thingsOf(footprint, kind).map((id) => `${kind.slice(0, -1)} ${hexadecimal.test(id) ? id.slice(0, ID_LENGTH) : id}`),
  ).join(', ');
}

/**
 * What to type to remove a project. Compose removes every volume that has the project's label, so it is not asked to
 * where some of them were there before the run.
 */
export function removalCommand(project: string, remains: Footprint, keep: Footprint = NOTHING): string {
  const commands = isEmpty(keep)
    ? // Without a time-out of its own it waits as long as the file says, which may be minutes.
      [`docker compose -p ${project} down --volumes --timeout 5`]
    : [
        `docker compose -p ${project} rm --stop --force --volumes`,
        ...commandFor(
          'docker network rm',
          without(remains, keep).networks.map((id) => id.slice(0, ID_LENGTH)),
        ),
        ...commandFor('docker volume rm', without(remains, keep).volumes),
      ];
  return [...commands, ...commandFor('docker image rm', thingsOf(without(remains, keep), 'images'))].join(' && ');
}

function commandFor(command: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${command} ${names.join(' ')}`];
}
