import { posix } from 'node:path';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, items, text } from '../model/yaml-node.js';

/** Whether a service has variables from a file that is not here, as files with secrets often are not. */
export function hasUnseenVariables({ problems, files }: Stack, { node }: ComposeService): boolean {
  const listed = child(node, 'env_file');
  if (!listed) return false;
  if (problems.some(({ code }) => /env-file|^file\//.test(code))) return true;
  // Of one that may be missing nothing is said where it is.
  return items(listed).some((entry) => {
    const path = text(child(entry, 'required')) === 'false' ? text(child(entry, 'path')) : undefined;
    if (path === undefined) return false;
    const end = posix.normalize(path).replace(/^(?:\.\.\/)+/, '');
    return !files.some((file) => file.kind === 'env' && file.path.endsWith(end));
  });
}
