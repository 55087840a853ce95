import { parseGoUrl } from '../../model/go-url.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** Proxies whose URL cannot be read. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-url',
  severity: 'error',
  summary: 'the URL of a proxy that cannot be read',
  why: 'blackbox_exporter refuses to start when the URL of a proxy cannot be taken apart.',
  remedy: 'write a URL such as http://proxy:3128',
  check: (document) =>
    valuesOf(document, 'url').flatMap((value) => {
      const written = text(value.node) ?? '';
      const parsed = parseGoUrl(written);
      if (!('fault' in parsed)) return [];
      return [
        {
          message: `${nameOf(value)} is "${written}": ${parsed.fault}, expected a URL such as http://proxy:3128`,
          at: value.node.at,
        },
      ];
    }),
};
