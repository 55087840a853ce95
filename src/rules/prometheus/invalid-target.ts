import { splitAddress } from '../../model/address.js';
import { child, items, text } from '../../model/yaml-node.js';
import { jobOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule } from '../rule.js';

/** Static targets that are no HOST:PORT. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs', 'target-groups'],
  code: 'prometheus/invalid-target',
  severity: 'error',
  summary: 'a static target that is not HOST:PORT',
  why: 'A target is a host and a port. Scheme and path have keys of their own: scheme and metrics_path.',
  remedy: 'write HOST:PORT; put the scheme into `scheme` and the path into `metrics_path`',
  check: (document) =>
    valuesOf(document, 'target').flatMap((value) => {
      const written = text(value.node) ?? '';
      // Relabelling may make an address of anything, as with the blackbox exporter.
      if (splitAddress(written) !== undefined || relabels(value)) return [];
      const job = jobOf(value);
      return [
        {
          message: `target "${written}"${job === undefined ? '' : ` of scrape job "${job}"`} is not HOST:PORT`,
          at: value.node.at,
          subject: { target: written, ...(job === undefined ? {} : { job }) },
          ...(suggestion(written) ?? {}),
        },
      ];
    }),
};

/** Whether the job, or whoever else has the targets, rewrites addresses; a file of targets does not tell. */
function relabels({ inside }: KindValue): boolean {
  for (let way = inside; way; way = way.inside) if (items(child(way.node, 'relabel_configs')).length > 0) return true;
  return inside?.inside === undefined;
}

function suggestion(written: string): { help: string } | undefined {
  const match = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(written);
  if (!match) return undefined;
  const [, scheme, address, path] = match;
  const others = [scheme === 'https' ? '`scheme: https`' : '', path && path !== '/' ? `\`metrics_path: ${path}\`` : ''];
  const beside = others.filter((part) => part !== '').join(' and ');
  return { help: `write "${address ?? ''}"${beside ? ` and set ${beside} in the job` : ''}` };
}
