import type { Document } from '../../model/document.js';
import { child } from '../../model/yaml-node.js';
import { configDifferences } from '../active-config.js';
import { loadedGroups, pathOf, type LoadedGroup } from '../loaded-rules.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** Rules that are on disk and not in Prometheus. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/rules-not-loaded',
  severity: 'error',
  stage: 'verify',
  summary: 'the running Prometheus lacks rules of a file that its configuration names',
  why: 'An alert that is not loaded never fires, and nothing else tells.',
  remedy: 'mount the file where rule_files looks for it, and build images with copies of it again',
  judge(run) {
    // Another configuration explains it.
    if (configDifferences(run).some(({ of }) => of === 'rules')) return [];
    const missing = new Map<Document, LoadedGroup[]>();
    for (const group of loadedGroups(run))
      if (group.loaded.length !== group.rules.length)
        missing.set(group.document, [...(missing.get(group.document) ?? []), group]);
    const all = run.observation.server?.rules?.length ?? 0;
    return [...missing].map(([document, groups]): Problem => {
      const [first] = groups;
      const loaded = groups.reduce((sum, group) => sum + group.loaded.length, 0);
      const written = groups.reduce((sum, group) => sum + group.rules.length, 0);
      const named = document.namedBy?.[0] ?? child(run.stack.prometheus?.config?.root, 'rule_files');
      return {
        message: `Prometheus has loaded ${String(loaded)} of ${String(written)} rules of ${document.file.path} (group "${first?.name ?? ''}"${groups.length > 1 ? ` and ${String(groups.length - 1)} more` : ''})`,
        cause: 'rules-not-loaded',
        at: named?.at ?? document.root?.at,
        help: `see that "${pathOf(document)}" in the container is the file ${document.file.path}`,
        related: groups.map(({ name, node }) => ({ message: `group "${name}"`, at: (child(node, 'name') ?? node).at })),
        evidence: [`Prometheus has loaded ${String(all)} rules in all`],
      };
    });
  },
};
