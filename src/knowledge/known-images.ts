import images from '../generated/images.json' with { type: 'json' };
import { splitImage, type ImageReference } from './image-reference.js';
import type { ImageEntry, ImageFacts, KnownImage } from './image.js';

interface Named {
  readonly name: string;
  readonly entry: ImageEntry;
}

/** Where an image without a namespace is Docker's official one; elsewhere it is whatever somebody pushed under that name. */
const OFFICIAL = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

let byRepository: ReadonlyMap<string, Named> | undefined;
const answers = new Map<string, KnownImage | undefined>();

/** What is known about an image, given as compose files name it; undefined when nothing is. */
export function knownImage(image: string): KnownImage | undefined {
  if (answers.has(image)) return answers.get(image);
  const answer = lookUp(image);
  answers.set(image, answer);
  return answer;
}

function lookUp(image: string): KnownImage | undefined {
  const reference = splitImage(image);
  const repository = reference && repositoryOf(reference);
  if (repository === undefined) return undefined;
  byRepository ??= indexed();
  const known = byRepository.get(repository);
  return known && factsFor(known, reference?.tag);
}

function repositoryOf({ registry, path }: ImageReference): string | undefined {
  // Amazon mirrors the official images as public.ecr.aws/docker/library/NAME.
  const official = /^(?:docker\/)?library\/([^/]+)$/.exec(path)?.[1];
  if (official !== undefined) return official;
  return path.includes('/') || registry === undefined || OFFICIAL.has(registry) ? path : undefined;
}

function indexed(): ReadonlyMap<string, Named> {
  const entries = Object.entries(images.images as unknown as Readonly<Record<string, ImageEntry>>);
  return new Map(
    entries.flatMap(([name, entry]) => entry.repositories.map((repository) => [repository, { name, entry }] as const)),
  );
}

function factsFor({ name, entry }: Named, tag: string | undefined): KnownImage {
  const { variants = [], ...rest } = entry;
  if (tag !== undefined) {
    const overrides = variants
      .filter((variant) => new RegExp(variant.tag).test(tag))
      .map(({ tag: _, ...facts }) => facts);
    return Object.assign({ name, ...rest }, ...overrides) as KnownImage;
  }
  // A digest alone may be any of the variants, so only what they agree on is known.
  const differing = new Set(variants.flatMap(({ tag: _, ...facts }) => Object.keys(facts)));
  const common = Object.entries(rest).filter(([key]) => !differing.has(key as keyof ImageFacts));
  return { name, ...Object.fromEntries(common) } as KnownImage;
}

/** The exporters of a thing, by the name of its file. */
export function exportersOf(name: string): readonly KnownImage[] {
  const entries = Object.entries(images.images as unknown as Readonly<Record<string, ImageEntry>>);
  return entries
    .filter(([, entry]) => entry.metrics_of === name)
    .map(([own, entry]) => factsFor({ name: own, entry }, ''));
}

/** An image, and what the names of its metrics start with. */
export interface PrefixedImage {
  readonly image: KnownImage;
  readonly prefixes: readonly string[];
}

let prefixed: readonly PrefixedImage[] | undefined;

/** Every image whose metrics are known by the start of their names. */
export function imagesByPrefix(): readonly PrefixedImage[] {
  prefixed ??= Object.entries(images.images as unknown as Readonly<Record<string, ImageEntry>>).flatMap(
    ([name, entry]) =>
      entry.metric_prefixes ? [{ image: factsFor({ name, entry }, ''), prefixes: entry.metric_prefixes }] : [],
  );
  return prefixed;
}
