import { join, resolve } from 'node:path';
import type { Files } from '../../ports/files.js';

/** In the order in which Compose looks. https://docs.docker.com/compose/intro/compose-application-model/ */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * The compose files of a directory, absolute, in merge order: the named ones, those of `COMPOSE_FILE`, or the first found and
 * its override. https://docs.docker.com/compose/how-tos/environment-variables/envvars/
 */
export function findComposeFiles(
  directory: string,
  named: readonly string[],
  variables: Readonly<Record<string, string>>,
  files: Files,
): string[] {
  if (named.length > 0) return named.map((file) => resolve(directory, file));
  const listed = variables['COMPOSE_FILE'] ?? '';
  if (listed !== '')
    return listed.split(variables['COMPOSE_PATH_SEPARATOR'] ?? ':').map((file) => resolve(directory, file));
  const first = (names: readonly string[]): string[] =>
    names
      .map((name) => join(directory, name))
      .filter((path) => files.kind(path) !== 'missing')
      .slice(0, 1);
  const base = first(NAMES);
  return base.length === 0 ? [] : [...base, ...first(OVERRIDES)];
}
