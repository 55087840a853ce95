import { isWithin, mountFor } from '../../model/mounted-path.js';
import type { ComposeService } from '../../model/stack.js';
import { child, keyRange, text } from '../../model/yaml-node.js';
import { dataPathsOf, runsImage } from '../known-config.js';
import { hasForeignMounts, someWithin, tmpfsOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Services with a read-only file system whose data is on it. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/read-only-root',
  severity: 'warning',
  summary: 'a service is read_only, and the directory that it has to write is no mount',
  why: 'With `read_only: true` a container can write to its mounts alone. A program that keeps data then fails to start, or loses it.',
  remedy: 'mount a named volume at the directory of its data',
  check: ({ project }) => project.services.flatMap(problemsOf),
};

function problemsOf(service: ComposeService): Problem[] {
  const readOnly = child(service.node, 'read_only');
  const known = runsImage(service);
  if (text(readOnly) !== 'true' || !readOnly || !known || hasForeignMounts(service)) return [];
  const tmpfs = tmpfsOf(service);
  return dataPathsOf(service).flatMap(({ path, at }): Problem[] => {
    if (mountFor(service.mounts, path) || tmpfs.some((target) => isWithin(path, target))) return [];
    // A volume of the image is made, and can be written, without a word in the compose file.
    if (known.volumes === undefined || known.volumes.some((volume) => isWithin(path, volume))) return [];
    if (someWithin(tmpfs, path) || service.mounts.some(({ target }) => isWithin(target, path))) return [];
    return [
      {
        message: `service "${service.name}" has "read_only: true", and ${known.title} has to write to "${path}", at which nothing is mounted`,
        at: readOnly.at,
        severity: known.role === 'prometheus' ? 'error' : 'warning',
        help: `mount a volume there: volumes: ["${service.name}-data:${path}"]`,
        related: [
          ...(at ? [{ message: 'this is where its data goes', at }] : []),
          ...[keyRange(service.node, 'volumes')].flatMap((key) =>
            key ? [{ message: 'none of these volumes is there', at: key }] : [],
          ),
        ],
        subject: { service: service.name },
      },
    ];
  });
}
