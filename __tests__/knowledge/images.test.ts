import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv, type Schema } from 'ajv';
import { load } from 'js-yaml';
import { imageIndex, imageTexts } from '../../src/generated/images.js';
import type { ImageEntry } from '../../src/knowledge/image.js';
import { knownImage } from '../../src/knowledge/known-images.js';

interface Written extends ImageEntry {
  readonly source: string | readonly string[];
  readonly date: string;
  readonly notes?: string;
}

const knowledge = join(import.meta.dirname, '..', '..', 'knowledge');
const files = readdirSync(join(knowledge, 'images')).sort();
const images = files.map((file): [string, Written] => [
  file.replace(/\.yml$/, ''),
  load(readFileSync(join(knowledge, 'images', file), 'utf8')) as Written,
]);
const schema = JSON.parse(readFileSync(join(knowledge, 'image.schema.json'), 'utf8')) as Schema;
const validate = new Ajv({ allErrors: true, formats: { regex: (text) => isPattern(text) } }).compile(schema);

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

describe('a knowledge file', () => {
  it('is one of at least eighty, all *.yml', () => {
    expect(files.length).toBeGreaterThanOrEqual(80);
    expect(files.filter((file) => !/^[a-z0-9-]+\.yml$/.test(file))).toEqual([]);
  });

  it.each(images)('%s is valid', (_, image) => {
    validate(image);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(images)('%s is reached by each of its repositories', (name, image) => {
    for (const repository of image.repositories)
      expect([repository, knownImage(repository)?.name]).toEqual([repository, name]);
  });

  it.each(images)('%s is compiled without what only maintainers read', (name, image) => {
    const { source: _, date: __, notes: ___, ...facts } = image;
    expect(JSON.parse(imageTexts[name] ?? '')).toEqual(facts);
    expect(facts).toMatchObject(imageIndex[name] ?? { name: 'is not in the index' });
  });

  it('shares no repository with another', () => {
    const repositories = images.flatMap(([, image]) => image.repositories);
    expect(repositories.filter((repository, index) => repositories.indexOf(repository) !== index)).toEqual([]);
  });

  it('names another file in metrics_of', () => {
    const names = new Set(images.map(([name]) => name));
    expect(images.filter(([, { metrics_of: of }]) => of !== undefined && !names.has(of)).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('never says of a program that an image both has and lacks it', () => {
    const both = images.flatMap(([name, image]) =>
      [image, ...(image.variants ?? [])].flatMap(({ programs }) =>
        (programs?.has ?? [])
          .filter((program) => programs?.lacks.includes(program))
          .map((program) => `${name} ${program}`),
      ),
    );
    expect(both).toEqual([]);
  });

  it('has no port twice, and metrics only on what speaks HTTP', () => {
    for (const [name, image] of images)
      for (const { ports = [] } of [image, ...(image.variants ?? [])]) {
        const numbers = ports.map(({ port }) => port);
        expect([name, new Set(numbers).size]).toEqual([name, numbers.length]);
        const served = ports.filter(({ metrics, health }) => metrics !== undefined || health !== undefined);
        expect([name, served.filter(({ protocol }) => protocol !== 'http' && protocol !== 'https')]).toEqual([
          name,
          [],
        ]);
      }
  });
});

describe('the schema', () => {
  const [, valid] = images[0] ?? [];

  it.each([
    ['an unknown key', { colour: 'red' }],
    ['a host in a repository', { repositories: ['docker.io/Redis'] }],
    ['library/ in a repository', { repositories: ['library/redis'] }],
    ['an unknown role', { role: 'thing' }],
    ['a user by name', { user: 'nobody' }],
    ['a flag with dashes', { ports: [{ port: 80, flag: '--listen' }] }],
    ['a broken pattern', { variants: [{ tag: '(', user: 0 }] }],
    ['a variant without facts', { variants: [{ tag: 'alpine' }] }],
    ['programs with one list', { programs: { has: ['sh'] } }],
  ])('refuses %s', (_, change) => {
    expect(validate({ ...valid, ...change })).toBe(false);
  });
});
