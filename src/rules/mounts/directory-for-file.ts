import { basename, posix } from 'node:path';
import type { HostEntry } from '../../model/host-entry.js';
import type { Mount } from '../../model/mount.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { configPathOf } from '../known-config.js';
import { eachBind, isReported, sourceOf } from '../mount-facts.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';

/** Endings that no directory has; one of sources may be called `vue.js`. */
const CONFIGURATION = /\.(?:ya?ml|json|toml|ini|conf|cfg|env|pem|crt|key|sh|sql|xml|properties|tmpl)$/;

/** Directories that are mounted where a program reads a file. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/directory-for-file',
  severity: 'error',
  summary: 'a directory is mounted where a file is expected',
  why: 'Docker cannot mount a directory onto a file that the image has, and the container does not start. Often the directory is one that Docker itself made when the file was missing.',
  remedy: 'mount the file itself, or mount the directory at the directory of the file',
  check: (stack) =>
    eachBind(stack, (service, mount, entry) =>
      entry.kind === 'directory' && !isReported(stack, mount) ? problemOf(stack, service, mount, entry) : [],
    ),
};

function problemOf(stack: Stack, service: ComposeService, mount: Mount, entry: HostEntry): Problem[] {
  const isConfig = configPathOf(service)?.path === mount.target;
  if (!isConfig && !CONFIGURATION.test(mount.target)) return [];
  const written = mount.written ?? mount.source;
  const name = basename(mount.target);
  const has = entry.names?.includes(name) ?? false;
  return [
    {
      message: `service "${service.name}" mounts the directory "${written}" at "${mount.target}", ${
        isConfig ? 'which is a file of the image: the container does not start' : 'where a file is expected'
      }`,
      at: sourceOf(mount),
      severity: isConfig ? 'error' : 'warning',
      help: has
        ? `mount "${written}/${name}" there, or mount the directory at "${posix.dirname(mount.target)}"`
        : `mount a file there; when Docker made "${written}" because it was missing, remove it first`,
      subject: { service: service.name },
      fix: has ? fixOf(mount, written, name) : undefined,
    },
  ];
}

function fixOf(mount: Mount, written: string, name: string): ProblemFix | undefined {
  const path = `${written.replace(/\/$/, '')}/${name}`;
  const edit = replaceWithin(sourceOf(mount), written, path);
  return edit && { safety: 'safe', title: `mount "${path}"`, edits: [edit] };
}
