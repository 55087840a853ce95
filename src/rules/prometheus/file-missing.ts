import type { Severity } from '../../model/finding.js';
import { text, child, items } from '../../model/yaml-node.js';
import { relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';
import { nameOf, valuesOf } from '../../schema/values.js';

/** Keys of files that Prometheus writes itself. */
const WRITTEN = ['query_log_file', 'scrape_failure_log_file'];

/** Credentials, certificates and files of targets that are not there. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/file-missing',
  severity: 'error',
  summary: 'a file that prometheus.yml names is not there',
  why: 'Without its credentials, certificate or list of targets a job is not scraped.',
  remedy: 'create the file, mount it into the Prometheus container, or mend the path',
  check(document) {
    const { root, references, place } = document;
    // Those have a rule of their own.
    const globs = new Set([...items(child(root, 'rule_files')), ...items(child(root, 'scrape_config_files'))]);
    const names = new Map(
      ['file', 'filename-glob'].flatMap((kind) => valuesOf(document, kind)).map((value) => [value.node, value]),
    );
    return references.flatMap((reference) => {
      const { node, state, containerPath } = reference;
      const value = names.get(node);
      if (!value || globs.has(node) || WRITTEN.includes(value.key)) return [];
      if (state === 'found' || state === 'elsewhere') return [];
      const where = place.service === undefined ? '' : ` in the container of service "${place.service}"`;
      const nothing = state === 'missing' ? 'there is no such file' : 'nothing is mounted there';
      return [
        {
          message: `${nameOf(value)} is "${text(node) ?? ''}", but at ${containerPath}${where} ${nothing}`,
          at: node.at,
          ...relatedToMissing(reference, place),
          ...softened(value.key, state, reference.written),
        },
      ];
    });
  },
};

/** Prometheus watches the directories of `files`, so that a pattern may match later. */
function softened(key: string, state: string, written: string): { severity?: Severity } {
  if (key === 'files' && state === 'missing' && written.includes('*')) return { severity: 'notice' };
  return state === 'unmounted' || key === 'files' ? { severity: 'warning' } : {};
}
