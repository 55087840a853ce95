import { child, items } from '../../model/yaml-node.js';
import { relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Entries of rule_files that stand for no file. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus'],
  code: 'prometheus/rule-file-missing',
  severity: 'warning',
  summary: 'an entry of rule_files names no file that is mounted into the container',
  why: 'Prometheus starts without a word when a rule file is not there, and the alerts in it never fire.',
  remedy: 'mount the directory with the rule files into the Prometheus container, or mend the path',
  check({ root, references, place }) {
    const entries = new Set(items(child(root, 'rule_files')));
    return references
      .filter(({ node, state }) => entries.has(node) && (state === 'missing' || state === 'unmounted'))
      .map((reference) => ({ reference, ...reference }))
      .map(({ reference, node, written, containerPath }) => ({
        message:
          place.service === undefined
            ? `rule_files entry "${written}" names no file: nothing matches ${containerPath}`
            : `rule_files entry "${written}" names no file: nothing of the project is at ${containerPath} in the container of service "${place.service}"`,
        at: node.at,
        ...relatedToMissing(reference, place),
      }));
  },
};
