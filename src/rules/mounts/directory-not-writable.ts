import { mountFor } from '../../model/mounted-path.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { ENTER, may, shownMode, userOf, WRITE } from '../container-user.js';
import { dataPathsOf, endsWithoutData, runsImage, type DataPath } from '../known-config.js';
import { movedProblem, tmpfsProblem } from '../data-of-root.js';
import { hostEntryOf, isMadeByOther, sourceOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Directories of data that the user of their container may not write. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/directory-not-writable',
  severity: 'error',
  summary: 'the user of a container may not write the directory of its data',
  why: 'A bind mount keeps the owner that a directory has on the machine. Where it does not exist, Docker makes it as root, and most images run their program as another user, which then ends with "permission denied".',
  remedy:
    'use a named volume, which takes the owner over from the image, or give the directory to the user of the image (`chown`)',
  check: (stack) =>
    stack.project.services.flatMap((service) =>
      dataPathsOf(service).flatMap(
        (data) =>
          problemOf(stack, service, data) ?? tmpfsProblem(service, data) ?? movedProblem(stack, service, data) ?? [],
      ),
    ),
};

function problemOf(stack: Stack, service: ComposeService, data: DataPath): Problem | undefined {
  const user = userOf(service);
  const known = runsImage(service);
  const mounted = mountFor(service.mounts, data.path);
  const entry = mounted && hostEntryOf(stack, mounted.mount);
  if (!user || user.uid === 0 || !known || !mounted || !entry || mounted.mount.target !== data.path) return undefined;
  if (isMadeByOther(stack, service, mounted.mount.source)) return undefined;
  const base = { subject: { service: service.name }, at: sourceOf(mounted.mount) };
  const what = `the data of service "${service.name}" at "${data.path}"`;
  const written = mounted.mount.written ?? mounted.mount.source;
  if (mounted.mount.readOnly)
    return {
      ...base,
      message: `${what} is mounted read-only, and ${known.title} has to write there`,
      severity: endsWithoutData(known) ? 'error' : 'warning',
      help: 'leave "ro" away',
    };
  const help = `use a named volume, or run: mkdir -p ${written} && sudo chown ${String(user.uid)} ${written}`;
  if (entry.kind === 'missing') {
    // Docker refuses then, which has a finding of its own.
    if (!mounted.mount.makesSource) return undefined;
    return {
      ...base,
      message: `${what} is "${written}", which does not exist: Docker makes it as root, and ${user.shown} may not write there`,
      // On the machine of the deployment it may be there.
      severity: 'warning',
      help,
    };
  }
  if (entry.kind !== 'directory' || !entry.access || may(user, entry.access, WRITE | ENTER)) return undefined;
  return {
    ...base,
    message: `${user.shown} may not write ${what}: "${written}" has mode ${shownMode(entry.access)} and owner ${String(entry.access.uid)}`,
    severity: endsWithoutData(known) ? 'error' : 'warning',
    help,
  };
}
