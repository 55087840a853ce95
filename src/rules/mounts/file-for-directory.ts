import { basename, posix } from 'node:path';
import type { Mount } from '../../model/mount.js';
import type { ComposeService } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { configPathOf, runsImage } from '../known-config.js';
import { eachBind, looksLikeFile, targetOf } from '../mount-facts.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';

/** Directories that images bring, and those that are such by their names. */
const BY_NAME =
  /^\/(?:etc|etc\/nginx|usr\/share\/nginx\/html|docker-entrypoint-initdb\.d)$|\/(?:conf|config|configs|conf\.d|rules|dashboards|datasources|provisioning|templates|certs|targets)$/;

/** Files that are mounted where a program has a directory. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/file-for-directory',
  severity: 'error',
  summary: 'a file is mounted where a directory is expected',
  why: 'Docker cannot mount a file onto a directory that the image has, and the container does not start.',
  remedy: 'write the name of the file at the end of the target, or mount its directory',
  check: ({ ...stack }) =>
    eachBind(stack, (service, mount, entry) => (entry.kind === 'file' ? problemOf(service, mount) : [])),
};

function problemOf(service: ComposeService, mount: Mount): Problem[] {
  const written = mount.written ?? mount.source;
  const known = runsImage(service);
  const config = configPathOf(service)?.path;
  const ofImage = known !== undefined && directoriesOf(known).has(mount.target);
  if (!ofImage && (looksLikeFile(mount.target) || !BY_NAME.test(mount.target) || !looksLikeFile(mount.source)))
    return [];
  const name =
    config !== undefined &&
    posix.dirname(config) === mount.target &&
    posix.extname(config) === posix.extname(mount.source)
      ? basename(config)
      : basename(mount.source);
  const target = posix.join(mount.target, name);
  return [
    {
      message: `service "${service.name}" mounts the file "${written}" at "${mount.target}", ${
        ofImage ? 'which is a directory of the image: the container does not start' : 'which is a directory by its name'
      }`,
      at: targetOf(mount),
      severity: ofImage ? 'error' : 'warning',
      help: `mount it at "${target}"`,
      subject: { service: service.name },
      fix: fixOf(mount, target, name === basename(mount.source) && ofImage),
    },
  ];
}

/** Directories that an image has for certain: that of the configuration that it brings, and those of its data. */
function directoriesOf({ config, data = [], volumes = [] }: NonNullable<ReturnType<typeof runsImage>>): Set<string> {
  return new Set([...(config?.required ? [posix.dirname(config.path)] : []), ...data, ...volumes]);
}

function fixOf(mount: Mount, target: string, certain: boolean): ProblemFix | undefined {
  const at = targetOf(mount);
  const written = at.file.text.slice(at.start, at.end);
  const edit =
    mount.targetAt && posix.normalize(written).replace(/\/$/, '') === mount.target
      ? replaceWithin(at, written, target)
      : undefined;
  return edit && { safety: certain ? 'safe' : 'suggested', title: `mount it at "${target}"`, edits: [edit] };
}
