import { goDurationNs } from '../../model/go-duration.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Timeouts that blackbox_exporter cannot read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-duration',
  severity: 'error',
  summary: 'a timeout that blackbox_exporter cannot read',
  why: 'A timeout of blackbox_exporter is a duration of Go: numbers with units, of which the longest is the hour. It refuses to start on anything else.',
  remedy: 'write a duration such as 5s or 1m30s',
  check: (document) =>
    valuesOf(document, 'go-duration').flatMap((value): Problem[] => {
      const written = text(value.node);
      // A plain number is another type, which the schema refuses.
      if (written === undefined || value.node.kind !== 'scalar' || typeof value.node.value !== 'string') return [];
      const ns = goDurationNs(written);
      const message = `${nameOf(value)} is "${written}", expected a duration such as 5s or 1m30s`;
      if (ns === undefined) return [{ message, at: value.node.at }];
      return ns < 0 ? [{ message, at: value.node.at, severity: 'warning' }] : [];
    }),
};
