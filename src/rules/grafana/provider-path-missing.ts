import { valuesOf } from '../../schema/values.js';
import { relatedToMissing } from '../missing-reference.js';
import type { DocumentRule } from '../rule.js';

/** Providers of dashboards that lead to none. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['grafana-dashboards'],
  code: 'grafana/provider-path-missing',
  severity: 'warning',
  summary: 'the path of a dashboard provider is not mounted, or has no dashboards in it',
  why: 'Grafana starts without a word about a directory without dashboards; they are just not there. The path is one of the container, not of this machine.',
  remedy: 'mount the directory with the dashboards at this path, or mend the path',
  check(document) {
    const { references, place } = document;
    const paths = new Set(valuesOf(document, 'dashboard-path').map(({ node }) => node));
    return references
      .filter(({ node, state }) => paths.has(node) && (state === 'missing' || state === 'unmounted'))
      .map((reference) => ({ reference, ...reference }))
      .map(({ reference, node, written, containerPath, state }) => ({
        message:
          state === 'missing'
            ? `the directory "${written}" of a dashboard provider has no file that ends in .json`
            : `the directory "${written}" of a dashboard provider is not there: nothing of the project is mounted at ${containerPath} in the container of service "${place.service ?? ''}"`,
        at: node.at,
        ...relatedToMissing(reference, place, 'dashboards'),
        ...(place.service === undefined ? {} : { subject: { service: place.service } }),
      }));
  },
};
