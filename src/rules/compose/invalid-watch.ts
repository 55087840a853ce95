import { child, items, text } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

/** Watched paths that say too little. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-watch',
  severity: 'error',
  summary: 'an entry of develop.watch has an empty path, or copies files without a target',
  why: 'Compose refuses to watch an empty path, and every action that copies files needs a place to copy them to.',
  remedy: 'add the missing "path" or "target"',
  check: ({ project }) =>
    project.services.flatMap(({ name, node }) =>
      items(child(node, 'develop', 'watch')).flatMap((item): Problem[] => {
        const subject = { service: name };
        const path = child(item, 'path');
        if (path !== undefined && text(path) === '')
          return [{ message: `a watched path of service "${name}" is empty`, at: path.at, subject }];
        const action = child(item, 'action');
        const kind = text(action) ?? '';
        if (!action || !kind.startsWith('sync') || child(item, 'target') !== undefined) return [];
        const message = `a watched path of service "${name}" has the action "${kind}" and no "target" to copy to`;
        return [{ message, at: action.at, subject }];
      }),
    ),
};
