import { child, entries } from '../../model/yaml-node.js';
import type { DocumentRule } from '../rule.js';
import { documentStart } from '../schema-problems.js';

/** A configuration without any module. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/no-modules',
  severity: 'error',
  summary: 'a configuration that is empty or has no module',
  why: 'blackbox_exporter refuses an empty file. Without modules it starts, but has nothing to probe with.',
  remedy: 'define modules, such as http_2xx with the prober http',
  check({ root, file, whole }) {
    if (!whole) return [];
    if (root === undefined)
      return [{ message: 'the configuration is empty, expected modules', at: { file, start: 0, end: 0 } }];
    const modules = child(root, 'modules');
    const none = modules?.kind === 'scalar' ? modules.value === null : entries(modules).length === 0;
    if (root.kind !== 'mapping' || !none || modules?.kind === 'sequence') return [];
    return [
      {
        message: 'the configuration has no modules, expected at least one',
        at: modules?.at ?? documentStart(root),
        severity: 'warning',
      },
    ];
  },
};
