import type { Document } from '../../model/document.js';
import { locate } from '../../model/source.js';
import { child, entries, keyRange, text, type MappingNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Two rules that give the same series. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'rules'],
  code: 'alerting/duplicate-rule',
  severity: 'warning',
  summary: 'two rules have the same name and labels',
  why: 'Two rules that give the same series overwrite each other, so that what is recorded, or whether an alert fires, is a matter of chance.',
  remedy: 'remove one of the two rules, or tell them apart by a label',
  check: (document) =>
    document.kind === 'rules'
      ? repeated([document])
      : repeated(document.included.filter(({ kind }) => kind === 'rules')).filter(
          ({ at, related }) => related?.[0]?.at.file !== at?.file,
        ),
};

/** Each rule that came before, in the order of the files. */
function repeated(documents: readonly Document[]): Problem[] {
  const first = new Map<string, MappingNode>();
  return documents
    .flatMap((document) => mappingsOf(document, 'rule'))
    .flatMap(({ node }): Problem[] => {
      const kind = child(node, 'alert') ? 'alert' : 'record';
      const name = text(child(node, kind));
      if (name === undefined) return [];
      const labels = entries(child(node, 'labels')).map(([key, { value }]) => [key, text(value) ?? '']);
      // Alerts of one name usually differ in their expression, as for two thresholds.
      const expr = kind === 'alert' ? (text(child(node, 'expr')) ?? '') : '';
      const key = JSON.stringify([kind, name, expr, labels.sort()]);
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, node);
        return [];
      }
      const { file, start } = locate(earlier.at);
      return [
        {
          message: `${kind === 'alert' ? 'alert' : 'recording rule'} "${name}" with the same labels is already in ${file}, line ${String(start.line)}`,
          at: child(node, kind)?.at ?? node.at,
          related: [{ message: 'first written here', at: keyRange(earlier, kind) ?? earlier.at }],
        },
      ];
    });
}
