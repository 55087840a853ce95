import { posix } from 'node:path';
import type { KnownImage } from '../../knowledge/image.js';
import type { HostEntry } from '../../model/host-entry.js';
import { mountFor, type MountedPath } from '../../model/mounted-path.js';
import { commandLine, flag } from '../../model/service-flags.js';
import type { Located } from '../../model/source.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { replaceWithin } from '../edits.js';
import { inContainer, runsImage } from '../known-config.js';
import { hasForeignMounts, isMadeByOther, isReported, nearestMount, targetOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Programs of whose images it is certain which configurations they bring. */
const CERTAIN = new Set(['prometheus', 'alertmanager', 'blackbox-exporter']);

/** Flags that name a configuration which is not in the container. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/config-flag-not-mounted',
  severity: 'warning',
  summary: 'a flag names a configuration file that is not mounted into the container',
  why: 'A path of a command line is one of the container. Where neither a mount nor the image has the file, the program ends as soon as it is started.',
  remedy: 'mount the file at the path that the flag names, or mend the flag',
  check: (stack) => stack.project.services.flatMap((service) => problemsOf(stack, service)),
};

function problemsOf(stack: Stack, service: ComposeService): Problem[] {
  const known = runsImage(service);
  if (!known || hasForeignMounts(service)) return [];
  const own = known.config?.flag;
  // The configuration of the Prometheus that is judged has a rule of its own.
  const names = [own === undefined || stack.prometheus?.service === service ? [] : [own], 'web.config.file'].flat();
  return names.flatMap((name) => {
    const named = flag(service, name);
    return named ? (problemOf(stack, service, known, name, named) ?? []) : [];
  });
}

function problemOf(
  stack: Stack,
  service: ComposeService,
  known: KnownImage,
  name: string,
  named: Located<string>,
): Problem | undefined {
  const path = inContainer(service, known, named.value);
  if (path === undefined || path === known.config?.path) return undefined;
  const mounted = mountFor(service.mounts, path);
  const entry = mounted?.hostPath === undefined ? undefined : stack.hostEntries.get(mounted.hostPath);
  if (mounted && !isLacking(stack, service, mounted, entry)) return undefined;
  const near = nearestMount(
    service.mounts.filter(({ origin }) => origin !== 'image'),
    path,
  );
  const meant = near && !mounted ? sameName(near.target, path) : undefined;
  const instead = meant !== undefined && !isTaken(service, known, name, meant) ? meant : undefined;
  const edit = instead === undefined ? undefined : replaceWithin(named.at, named.value, instead);
  return {
    message: `"--${name}" of service "${service.name}" names "${named.value}", ${
      mounted ? `which is not in what is mounted at "${mounted.mount.target}"` : 'at which nothing is mounted'
    }: ${known.title} does not start`,
    at: named.at,
    severity: CERTAIN.has(known.name) ? 'error' : 'warning',
    help:
      instead === undefined
        ? `mount the file at "${path}", or mend the flag`
        : `write "--${name}=${instead}", or mount the file at "${path}"`,
    related: near ? [{ message: `what is mounted is "${near.target}"`, at: targetOf(near) }] : [],
    subject: { service: service.name },
    fix: edit && { safety: 'suggested', title: `name "${instead ?? ''}"`, edits: [edit] },
  };
}

/** A directory of the project is mounted there and the file is not in it. */
function isLacking(
  stack: Stack,
  service: ComposeService,
  { mount, hostPath }: MountedPath,
  entry: HostEntry | undefined,
): boolean {
  if (entry?.kind !== 'missing' || hostPath === mount.source || isReported(stack, mount)) return false;
  if (isMadeByOther(stack, service, mount.source)) return false;
  return entry.belongs === true && stack.hostEntries.get(mount.source)?.kind === 'directory';
}

/** Whether another flag reads the file, or the program itself as its configuration: then it is not what this flag means. */
function isTaken(service: ComposeService, known: KnownImage, name: string, target: string): boolean {
  if (name !== known.config?.flag && target === known.config?.path) return true;
  return commandLine(service).some(
    ({ value }) => value.endsWith(target) && !value.replace(/^--?/, '').startsWith(`${name}=`),
  );
}

/** The nearest mount, when it is a file that can be meant. */
function sameName(target: string, path: string): string | undefined {
  return posix.extname(target) !== '' &&
    /^\.ya?ml$/.test(posix.extname(target)) === /^\.ya?ml$/.test(posix.extname(path))
    ? target
    : undefined;
}
