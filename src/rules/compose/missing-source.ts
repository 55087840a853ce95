import { child, entries, text, type YamlNode } from '../../model/yaml-node.js';
import type { Problem, StackRule } from '../rule.js';

const SOURCES = { configs: ['file', 'environment', 'content'], secrets: ['file', 'environment'] } as const;

/** Configs and secrets that come from nowhere, or from two places. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/missing-source',
  severity: 'error',
  summary: 'a config or secret has no source, or more than one',
  why: 'Compose refuses a config or secret that is not external and does not say, exactly once, where its text comes from.',
  remedy: 'write exactly one of "file" and "environment" (a config may also have "content"), or "external: true"',
  check: ({ project: { root } }) => [...sectionProblems(root, 'configs'), ...sectionProblems(root, 'secrets')],
};

function sectionProblems(root: YamlNode, section: keyof typeof SOURCES): Problem[] {
  const sources = SOURCES[section];
  return entries(child(root, section)).flatMap(([name, { key, value }]): Problem[] => {
    if (value.kind !== 'mapping') return [];
    // A secret of a variable without a name has no source either.
    const given = sources.filter(
      (source) =>
        value.entries.has(source) &&
        !(section === 'secrets' && source === 'environment' && text(child(value, source)) === ''),
    );
    const what = section === 'configs' ? 'config' : 'secret';
    if (given.length > 1) {
      return [
        {
          message: `${what} "${name}" has ${given.map((source) => `"${source}"`).join(' and ')}; only one can be its source`,
          at: key.at,
        },
      ];
    }
    const external = child(value, 'external');
    const declared = external !== undefined && (section === 'configs' || text(external) !== 'false');
    if (given.length === 1 || declared) return [];
    const choice = sources.map((source) => `"${source}"`).join(', ');
    return [{ message: `${what} "${name}" has no source; expected one of ${choice}, or "external: true"`, at: key.at }];
  });
}
