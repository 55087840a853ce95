import { UsageError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';
import type { NamedStage } from '../model/plan.js';
import type { SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import { entries, type YamlNode } from '../model/yaml-node.js';
import { placeOf } from './ignore-list.js';

/** A stage of the settings file, with the places of what it names. */
export interface StageEntry {
  readonly name: string;
  readonly services: readonly { readonly name: string; readonly at: SourceRange }[];
  readonly at: SourceRange;
}

const KEYS = ['name', 'services'];

/** The entries of `stages` in a settings file. Throws UsageError, with the place, about what cannot be a stage. */
export function readStages(node: YamlNode): StageEntry[] {
  if (node.kind === 'scalar' && node.value === null) return [];
  if (node.kind !== 'sequence') throw bad(node.at, 'stages must be a list of stages with name and services');
  const stages = node.items.map(readStage);
  const named = new Map<string, SourceRange>();
  for (const { name, at, services } of stages) {
    if (named.has(name)) throw bad(at, `stage "${name}" is there twice`);
    named.set(name, at);
    const again = services.find((service) => stages.some((other) => isRepeated(service, other.services)));
    if (again) throw bad(again.at, `service "${again.name}" is in stages twice, expected once`);
  }
  return stages;
}

/** Whether a list has the name at an earlier place. */
function isRepeated({ name, at }: StageEntry['services'][number], services: StageEntry['services']): boolean {
  return services.some((other) => other.name === name && other.at.start < at.start);
}

function readStage(node: YamlNode): StageEntry {
  if (node.kind !== 'mapping') throw bad(node.at, 'a stage must be a mapping with name and services');
  const parts = new Map(entries(node));
  for (const [key, { key: at }] of parts) {
    const similar = nearest(key, KEYS);
    const guess = similar === undefined ? ', expected name or services' : `; did you mean "${similar}"?`;
    if (!KEYS.includes(key)) throw bad(at.at, `a stage has the unknown key "${key}"${guess}`);
  }
  const name = parts.get('name')?.value;
  if (!name) throw bad(node.at, 'a stage has no name');
  const services = parts.get('services')?.value;
  if (!services) throw bad(node.at, `stage "${textOf(name, 'the name of a stage')}" has no services`);
  const list = services.kind === 'sequence' ? services.items : [];
  if (list.length === 0) throw bad(services.at, 'services of a stage must be a list of one service at least');
  return {
    name: textOf(name, 'the name of a stage'),
    services: list.map((item) => ({ name: textOf(item, 'a service of a stage'), at: item.at })),
    at: name.at,
  };
}

function textOf(node: YamlNode, what: string): string {
  const text = node.kind === 'scalar' && node.value !== null ? node.text.trim() : '';
  if (text === '') throw bad(node.at, `${what} must be a text that is not empty`);
  return text;
}

/**
 * The stages for a stack. Throws UsageError, with the place, about a service that it does not have, and about an order that its
 * dependencies forbid. Services of profiles that are off are left out.
 */
export function namedStages(stages: readonly StageEntry[] | undefined, { project }: Stack): NamedStage[] {
  const active = new Set(project.services.map(({ name }) => name));
  const all = [...active, ...project.inactive.map(({ name }) => name)];
  const stageOf = new Map((stages ?? []).flatMap((stage, index) => stage.services.map(({ name }) => [name, index])));
  for (const { name, at } of (stages ?? []).flatMap(({ services }) => services)) {
    if (all.includes(name)) continue;
    const similar = nearest(name, all);
    const guess = similar === undefined ? `, expected one of ${all.join(', ')}` : `; did you mean "${similar}"?`;
    throw bad(at, `stages names "${name}", a service that the compose file does not have${guess}`);
  }
  for (const [index, stage] of (stages ?? []).entries()) {
    for (const { name, at } of stage.services) {
      const late = needs(name, project).find((other) => (stageOf.get(other) ?? -1) > index);
      if (late === undefined) continue;
      const where = stages?.[stageOf.get(late) ?? 0]?.name ?? '';
      throw bad(
        at,
        `service "${name}" of stage "${stage.name}" depends on "${late}", which is in the later stage "${where}"`,
      );
    }
  }
  return (stages ?? []).map(({ name, services }) => ({
    name,
    services: services.flatMap((service) => (active.has(service.name) ? [service.name] : [])),
  }));
}

/** What a service depends on, over others as well. */
function needs(name: string, { services }: Stack['project']): string[] {
  const found = new Set([name]);
  for (const one of found)
    for (const { service } of services.find((other) => other.name === one)?.dependsOn ?? []) found.add(service);
  return [...found].filter((other) => other !== name);
}

function bad(at: SourceRange, what: string): UsageError {
  return new UsageError(`${placeOf(at)}: ${what}`, at);
}
