import { join } from 'node:path';
import type { Mount } from '../../model/mount.js';
import { isWithin } from '../../model/mounted-path.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { targetOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Mounts inside of a directory that is mounted read-only and has nothing to mount them at. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/mountpoint-in-read-only',
  severity: 'error',
  summary: 'something is mounted inside of a read-only directory that has no such file or directory',
  why: 'Docker has to make the file or directory that it mounts at, which it cannot in a directory that is mounted read-only; the container does not start.',
  remedy: 'make an empty file or directory of that name in the source of the read-only mount, or mount elsewhere',
  check: (stack) => stack.project.services.flatMap((service) => problemsOf(stack, service)),
};

function problemsOf(stack: Stack, service: ComposeService): Problem[] {
  return service.mounts.flatMap((inner): Problem[] => {
    const outer = outerOf(service.mounts, inner);
    if (!outer?.readOnly || outer.kind !== 'bind' || outer.origin === 'image') return [];
    const rest = inner.target.slice(outer.target.length + 1);
    if (stack.hostEntries.get(outer.source)?.kind !== 'directory') return [];
    const point = stack.hostEntries.get(join(outer.source, rest));
    if (point?.kind !== 'missing') return [];
    return [
      {
        message: `service "${service.name}" mounts "${inner.target}" inside of "${outer.target}", which is read-only and has no "${rest}" to mount it at`,
        at: targetOf(inner),
        // What git ignores may be there on the machine of the deployment.
        severity: point.belongs === false && outer.source.startsWith(stack.directory) ? 'warning' : 'error',
        help: `create an empty "${rest}" in ${JSON.stringify(outer.written ?? outer.source)}, leave "ro" away there, or mount it outside of "${outer.target}"`,
        related: [{ message: `"${outer.target}" is mounted read-only here`, at: outer.at }],
        subject: { service: service.name },
      },
    ];
  });
}

/** The mount that a mount lies in, which is the nearest above it. */
function outerOf(mounts: readonly Mount[], inner: Mount): Mount | undefined {
  if (inner.origin === 'image') return undefined;
  let best: Mount | undefined;
  for (const mount of mounts) {
    const above = mount.target !== '/' && mount.target !== inner.target && isWithin(inner.target, mount.target);
    if (above && mount.target.length >= (best?.target.length ?? 0)) best = mount;
  }
  return best;
}
