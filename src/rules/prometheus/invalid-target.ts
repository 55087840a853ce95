import { splitAddress } from '../../model/address.js';
import type { StaticRule } from '../rule.js';

/** Static targets that are no HOST:PORT. */
export const rule: StaticRule = {
  scope: 'static',
  code: 'prometheus/invalid-target',
  severity: 'error',
  summary: 'a static target that is not HOST:PORT',
  why: 'A target is a host and a port. Scheme and path have keys of their own: scheme and metrics_path.',
  remedy: 'write HOST:PORT; put the scheme into `scheme` and the path into `metrics_path`',
  check: (stack) =>
    (stack.prometheus?.config?.jobs ?? []).flatMap((job) =>
      // Relabelling may make an address of anything, as with the blackbox exporter.
      job.relabels
        ? []
        : job.staticTargets
            .filter((target) => splitAddress(target.value) === undefined)
            .map((target) => ({
              message: `target "${target.value}" of scrape job "${job.name.value}" is not HOST:PORT`,
              at: target.at,
              subject: { job: job.name.value, target: target.value },
              ...(suggestion(target.value) ?? {}),
            })),
    ),
};

function suggestion(written: string): { help: string } | undefined {
  const match = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(written);
  if (!match) return undefined;
  const [, scheme, address, path] = match;
  const others = [scheme === 'https' ? '`scheme: https`' : '', path && path !== '/' ? `\`metrics_path: ${path}\`` : ''];
  const beside = others.filter((part) => part !== '').join(' and ');
  return { help: `write "${address ?? ''}"${beside ? ` and set ${beside} in the job` : ''}` };
}
