import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { SourceRange } from '../../model/source.js';

/** One entry of `include`, paths as written. https://docs.docker.com/reference/compose-file/include/ */
export interface Include {
  readonly paths: readonly string[];
  readonly projectDirectory?: string | undefined;
  readonly envFiles: readonly string[];
  readonly at: SourceRange;
}

/** Reads the `include` section, short and long syntax. */
export function readIncludes(root: YamlNode): Include[] {
  return items(child(root, 'include')).map((item) => ({
    paths: item.kind === 'scalar' ? [item.text] : texts(child(item, 'path')),
    projectDirectory: text(child(item, 'project_directory')),
    envFiles: texts(child(item, 'env_file')),
    at: item.at,
  }));
}

function texts(node: YamlNode | undefined): string[] {
  return node?.kind === 'scalar' ? [node.text] : items(node).flatMap((item) => text(item) ?? []);
}
