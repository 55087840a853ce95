import { imageIndex, imageTexts } from '../generated/images.js';
import { splitImage, type ImageReference } from './image-reference.js';
import type { ImageEntry, ImageFacts, KnownImage } from './image.js';

/** Where an image without a namespace is Docker's official one; elsewhere it is whatever somebody pushed under that name. */
const OFFICIAL = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

let byRepository: ReadonlyMap<string, string> | undefined;
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
  return known === undefined ? undefined : factsFor(known, reference?.tag);
}

function repositoryOf({ registry, path }: ImageReference): string | undefined {
  // Amazon mirrors the official images as public.ecr.aws/docker/library/NAME.
  const official = /^(?:docker\/)?library\/([^/]+)$/.exec(path)?.[1];
  if (official !== undefined) return official;
  return path.includes('/') || registry === undefined || OFFICIAL.has(registry) ? path : undefined;
}

/** The name of the image of each repository. */
function indexed(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(imageIndex).flatMap(([name, { repositories }]) =>
      repositories.map((repository) => [repository, name] as const),
    ),
  );
}

function factsFor(name: string, tag: string | undefined): KnownImage {
  const { variants = [], ...rest } = JSON.parse(imageTexts[name] ?? '{}') as ImageEntry;
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
  const exporters = Object.entries(imageIndex).filter(([, entry]) => entry.metrics_of === name);
  return exporters.map(([own]) => factsFor(own, ''));
}

/** An image, and what the names of its metrics start with. */
export interface PrefixedImage {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly image: () => KnownImage;
}

let prefixed: readonly PrefixedImage[] | undefined;

/** Every image whose metrics are known by the start of their names. */
export function imagesByPrefix(): readonly PrefixedImage[] {
  prefixed ??= Object.entries(imageIndex).flatMap(([name, { metric_prefixes: prefixes }]) =>
    prefixes ? [{ name, prefixes, image: () => factsFor(name, '') }] : [],
  );
  return prefixed;
}
