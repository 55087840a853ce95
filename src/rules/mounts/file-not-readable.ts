import { dirname } from 'node:path';
import type { Document } from '../../model/document.js';
import type { HostAccess } from '../../model/host-entry.js';
import type { Mount } from '../../model/mount.js';
import { mountFor } from '../../model/mounted-path.js';
import type { SourceRange } from '../../model/source.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child, items } from '../../model/yaml-node.js';
import { ENTER, may, READ, shownMode, userOf, type ContainerUser } from '../container-user.js';
import { configPathOf } from '../known-config.js';
import { isMadeByOther, sourceOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Files that the user of their container may not read. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/file-not-readable',
  severity: 'error',
  summary: 'the user of a container may not read a file that is mounted for it',
  why: 'A bind mount keeps the owner and the permissions that a file has on the machine, and most images run their program as a user of their own. Compose ignores `mode`, `uid` and `gid` of configs and secrets.',
  remedy:
    'give the file to the user of the container (`chown`), or let others read it (`chmod o+r`) when it has no secrets',
  check: (stack) => stack.project.services.flatMap((service) => problemsOf(stack, service)),
};

function problemsOf(stack: Stack, service: ComposeService): Problem[] {
  const user = userOf(service);
  if (!user || user.uid === 0) return [];
  const told = new Set<string>();
  return [
    ...configProblems(stack, service, user),
    ...stack.documents
      .filter(({ place }) => place.service === service.name)
      .flatMap((document) => referenceProblems(stack, document, user))
      .filter(({ path }) => !isMadeByOther(stack, service, path)),
  ]
    .filter(({ path }) => told.size < told.add(path).size)
    .map(({ problem }) => ({ ...problem, subject: { service: service.name } }));
}

interface Found {
  readonly path: string;
  readonly problem: Problem;
}

/** The file that the program starts with. */
function configProblems(stack: Stack, service: ComposeService, user: ContainerUser): Found[] {
  const config = configPathOf(service);
  const mounted = config && mountFor(service.mounts, config.path);
  if (!config || mounted?.hostPath === undefined || isMadeByOther(stack, service, mounted.hostPath)) return [];
  const barred = barredAt(stack, mounted.hostPath, mounted.mount, user);
  if (!barred) return [];
  const { title } = config.known;
  const consequence = config.known.config?.required ? `${title} does not start` : `${title} does without it`;
  return [
    {
      path: mounted.hostPath,
      problem: {
        message: `${user.shown} may not read "${config.path}", the configuration of service "${service.name}": ${barred.why}; ${consequence}`,
        at: sourceOf(mounted.mount),
        severity: config.known.config?.required ? 'error' : 'warning',
        help: helpFor(barred, user),
      },
    },
  ];
}

/** Files that a configuration names. */
function referenceProblems(stack: Stack, document: Document, user: ContainerUser): Found[] {
  const rules = new Set(items(child(document.root, 'rule_files')));
  return document.references.flatMap(({ node, written, matches }) =>
    matches.flatMap((path): Found[] => {
      const mount = document.place.mounts.find(
        ({ source, kind }) => kind === 'bind' && (path === source || path.startsWith(`${source}/`)),
      );
      const barred = mount && barredAt(stack, path, mount, user);
      if (!barred) return [];
      const at: SourceRange = node.at;
      const isRules = document.kind === 'prometheus' && rules.has(node);
      const consequence = isRules ? '; Prometheus does not start' : '';
      const message = `${user.shown} may not read a file that "${written}" names: ${barred.why}${consequence}`;
      const severity = isRules ? 'error' : 'warning';
      return [{ path, problem: { message, at, severity, help: helpFor(barred, user) } }];
    }),
  );
}

interface Barred {
  readonly why: string;
  readonly written: string;
  readonly directory: boolean;
}

/** What keeps a user from a file: its own permissions, or those of a directory between it and the mount. */
function barredAt(
  { hostEntries, directory }: Stack,
  path: string,
  mount: Mount,
  user: ContainerUser,
): Barred | undefined {
  const shown = (at: string): string => (at.startsWith(`${directory}/`) ? at.slice(directory.length + 1) : at);
  const why = (what: string, at: string, access: HostAccess): string =>
    `${what} "${shown(at)}" has mode ${shownMode(access)} and owner ${String(access.uid)}`;
  for (let at = path; at !== mount.source && at !== dirname(at);) {
    at = dirname(at);
    const { kind, access } = hostEntries.get(at) ?? {};
    if (kind === 'directory' && access && !may(user, access, ENTER))
      return { why: why('the directory', at, access), written: shown(at), directory: true };
  }
  const access = hostEntries.get(path)?.access;
  if (!access || may(user, access, READ)) return undefined;
  return { why: why('the file', path, access), written: shown(path), directory: false };
}

function helpFor({ written, directory }: Barred, { uid }: ContainerUser): string {
  const others = directory ? 'o+rx' : 'o+r';
  return `chown ${String(uid)} ${written}, or chmod ${others} ${written} when nothing in it is secret`;
}
