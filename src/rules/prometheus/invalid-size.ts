import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** Source: ParseBase2Bytes of https://github.com/alecthomas/units. */
const SIZE = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+)$/;

/** Sizes that Prometheus cannot read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-size',
  severity: 'error',
  summary: 'a size that Prometheus cannot read',
  why: 'A size is a number with its unit: 512KB, 10MB, 1GB; only 0 stands alone. Prometheus refuses to start on anything else.',
  remedy: 'write a number with B, KB, MB, GB, TB, PB or EB right after it, such as 10MB',
  check: (document) =>
    valuesOf(document, 'size').flatMap((value) => {
      const written = text(value.node);
      if (written === undefined || SIZE.test(written)) return [];
      return [{ message: `${nameOf(value)} is "${written}", expected a size such as 10MB`, at: value.node.at }];
    }),
};
