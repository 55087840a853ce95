import { basename, posix } from 'node:path';
import type { HostEntry } from '../../model/host-entry.js';
import type { Mount } from '../../model/mount.js';
import { isWithin } from '../../model/mounted-path.js';
import { nearest } from '../../model/nearest.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { configPathOf } from '../known-config.js';
import { eachBind, isReported, looksLikeFile, sourceOf } from '../mount-facts.js';
import type { Problem, ProblemFix, StackRule } from '../rule.js';

/** Binds of what is not there. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/source-missing',
  severity: 'error',
  summary: 'the source of a mount is not in the repository',
  why: 'Docker makes an empty directory, owned by root, where the source of a volume in short syntax is missing; it refuses to make the container when the source is that of a config, a secret or a volume in long syntax.',
  remedy: 'create the file or directory, or mend the path',
  check: (stack) =>
    eachBind(stack, (service, mount, entry) =>
      entry.kind === 'missing' && entry.belongs && !isOfHome(mount) && !isReported(stack, mount)
        ? problemOf(stack, service, mount, entry)
        : [],
    ),
};

function problemOf(stack: Stack, service: ComposeService, mount: Mount, entry: HostEntry): Problem[] {
  const what = whatOf(mount);
  const written = mount.written ?? mount.source;
  const judged = judge(stack, service, mount);
  if (!judged) return [];
  const similar = nearest(basename(mount.source), entry.siblings ?? []);
  const path = similar === undefined ? undefined : posix.join(posix.dirname(written), similar);
  const shown = path !== undefined && written.startsWith('./') ? `./${path}` : path;
  return [
    {
      message: `${what} of service "${service.name}" does not exist: ${judged.consequence}`,
      at: sourceOf(mount),
      severity: judged.severity,
      help:
        shown === undefined
          ? `create ${JSON.stringify(written)}, or mend the path, which starts at the directory of the compose file`
          : `did you mean "${shown}"?`,
      subject: { service: service.name },
      fix: shown === undefined ? undefined : fixOf(mount, written, shown),
    },
  ];
}

function whatOf({ origin, definition, written, source, target }: Mount): string {
  const path = JSON.stringify(written ?? source);
  if (origin === 'configs') return `the file ${path} of config "${definition ?? ''}"`;
  if (origin === 'secrets') return `the file ${path} of secret "${definition ?? ''}"`;
  return `the source ${path} of the mount at "${target}"`;
}

/** The home directory is that of whoever deploys. */
function isOfHome({ written }: Mount): boolean {
  return written?.startsWith('~') === true;
}

/** What is often put on the machine by hand, and not kept in a repository. */
const BY_HAND = /\.(?:env|pem|crt|cer|key|csr|p12|jks|cert|token|htpasswd|passwd|password|secret)$/;

interface Judgement {
  readonly severity: NonNullable<Problem['severity']>;
  readonly consequence: string;
}

function judge(stack: Stack, service: ComposeService, mount: Mount): Judgement | undefined {
  if (!mount.makesSource) {
    const byHand = mount.origin === 'secrets' || BY_HAND.test(mount.source);
    return { severity: byHand ? 'warning' : 'error', consequence: 'Docker refuses to make the container' };
  }
  const isFile = looksLikeFile(mount.target) || looksLikeFile(mount.source);
  if (isFile) {
    const isConfig = configPathOf(service)?.path === mount.target;
    const made = 'Docker makes an empty directory of that name';
    return isConfig
      ? { severity: 'error', consequence: `${made}, and the container cannot start with it as its configuration` }
      : { severity: 'warning', consequence: `${made}, where a file is expected` };
  }
  // Data directories may well be made by Docker; what is only read, or named by a configuration, has to be there.
  const isConfig = mount.readOnly || /^\/(?:etc|docker-entrypoint-initdb\.d)\//.test(`${mount.target}/`);
  if (!isConfig && !isNamed(stack, service, mount)) return undefined;
  return { severity: 'warning', consequence: 'Docker makes an empty directory, so its configuration is not there' };
}

/** Whether a configuration of the service names files below the mount. */
function isNamed({ documents }: Stack, service: ComposeService, { target }: Mount): boolean {
  return documents.some(
    ({ place, references }) =>
      place.service === service.name && references.some(({ containerPath }) => isWithin(containerPath, target)),
  );
}

/** Another ending of YAML or other capitals can only be meant; anything else is a guess. */
function fixOf(mount: Mount, written: string, path: string): ProblemFix | undefined {
  const edit = replaceWithin(sourceOf(mount), written, path);
  const same = (one: string): string => one.toLowerCase().replace(/\.yaml$/, '.yml');
  const safety = same(written) === same(path) ? 'safe' : 'suggested';
  return edit && { safety, title: `mount "${path}"`, edits: [edit] };
}
