import { basename } from 'node:path';
import type { SourceRange } from '../../model/source.js';
import { child, text, type YamlNode } from '../../model/yaml-node.js';
import { interpolate } from './interpolate.js';

/** The name of a project, and what gives it when that is a file. */
export interface ProjectName {
  readonly name: string;
  readonly at?: SourceRange | undefined;
}

/**
 * The name that networks, volumes and containers are called by: of the environment, of the last file that has one, of the
 * directory. https://docs.docker.com/compose/how-tos/project-name/
 */
export function projectName(
  documents: readonly YamlNode[],
  directory: string,
  variables: Readonly<Record<string, string>>,
): ProjectName {
  const given = variables['COMPOSE_PROJECT_NAME'] ?? '';
  if (given !== '') return { name: given };
  for (const document of documents.toReversed()) {
    const node = child(document, 'name');
    const written = interpolate(text(node) ?? '', variables).text;
    if (node && written !== '') return { name: normal(written), at: node.at };
  }
  return { name: normal(basename(directory)) };
}

/** Lower case, and without the letters that Docker's names do not have. */
function normal(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^-_a-z0-9]/g, '')
    .replace(/^[-_]+/, '');
}
