import type { HostEntry } from '../model/host-entry.js';
import type { Mount } from '../model/mount.js';
import { isWithin } from '../model/mounted-path.js';
import { locate, type SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { entries, items, child } from '../model/yaml-node.js';

/** Endings of files that programs read; a directory such as `conf.d` has none of them. */
const FILE =
  /\.(?:ya?ml|json5?|toml|ini|conf|cfg|cnf|txt|env|pem|crt|cer|key|csr|p12|jks|sh|py|[cm]?js|ts|sql|xml|properties|rules?|tmpl|tpl|html?|css|htpasswd|lua|hcl|alloy|river|acl|token|cert|password|passwd|secret)$|(?:^|\/)(?:\.env|\.htpasswd|Caddyfile|nginx\.conf)$/i;

/** Whether a path is that of a file by its name. */
export function looksLikeFile(path: string): boolean {
  return FILE.test(path);
}

/** The part of the compose file that names a mount's source. */
export function sourceOf({ sourceAt, at }: Mount): SourceRange {
  return sourceAt ?? at;
}

/** The part of the compose file that names a mount's target. */
export function targetOf({ targetAt, at }: Mount): SourceRange {
  return targetAt ?? at;
}

/** What is at the source of a mount that the compose file makes; undefined for what is no bind, or of the image. */
export function hostEntryOf({ hostEntries }: Stack, { kind, source, origin }: Mount): HostEntry | undefined {
  return kind === 'bind' && origin !== 'image' ? hostEntries.get(source) : undefined;
}

/** Whether the loader has said already that a file behind a mount cannot be read. */
export function isReported({ problems }: Stack, { at }: Mount): boolean {
  return problems.some(({ code, location }) => {
    if (code !== 'file/unreadable' || location?.file !== at.file.path) return false;
    const { line, column } = locate(at).start;
    return location.start.line === line && location.start.column === column;
  });
}

/** Each bind of each active service with what is at its source. */
export function eachBind<T>(
  stack: Stack,
  judge: (service: ComposeService, mount: Mount, entry: HostEntry) => readonly T[],
): T[] {
  return stack.project.services.flatMap((service) =>
    service.mounts.flatMap((mount) => {
      const entry = hostEntryOf(stack, mount);
      return entry ? judge(service, mount, entry) : [];
    }),
  );
}

/** The mount whose target has most of a path's directories; the last word of a path decides among equals. */
export function nearestMount(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  let most = 0;
  for (const mount of mounts) {
    const near = likeness(mount.target, path);
    if (near > most) [best, most] = [mount, near];
  }
  return best;
}

/** At least a directory or the name has to be the same. */
function likeness(target: string, path: string): number {
  const [one, other] = [target.split('/').slice(1), path.split('/').slice(1)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  // `/etc` alone makes nothing alike.
  const directories = same === 1 && one[0] === 'etc' ? 0 : same;
  return directories * 2 + (one.at(-1) === other.at(-1) ? 3 : 0);
}

/** A line that shows the nearest mount of a path at which nothing is mounted. */
export function relatedMount(mounts: readonly Mount[], path: string): { message: string; at: SourceRange }[] {
  const near = nearestMount(mounts, path);
  return near ? [{ message: `what is mounted is "${near.target}"`, at: targetOf(near) }] : [];
}

/** Paths at which a service has a tmpfs. */
export function tmpfsOf({ node }: ComposeService): string[] {
  const written = child(node, 'tmpfs');
  const short = written?.kind === 'scalar' ? [written] : items(written);
  const long = items(child(node, 'volumes')).filter((item) => textOf(child(item, 'type')) === 'tmpfs');
  return [
    ...short.map((item) => textOf(item).split(':')[0] ?? ''),
    ...long.map((item) => textOf(child(item, 'target'))),
  ].filter((path) => path !== '');
}

function textOf(node: ReturnType<typeof child>): string {
  return node?.kind === 'scalar' ? node.text : '';
}

/** Whether something other than the compose file's own mounts may be in a container: volumes of other containers. */
export function hasForeignMounts({ node }: ComposeService): boolean {
  return items(child(node, 'volumes_from')).length > 0;
}

/** Whether a service runs more than once at a time, by `scale` or `deploy.replicas`, and where that is written. */
export function replicasOf({ node }: ComposeService): { readonly count: number; readonly at: SourceRange } | undefined {
  const written = child(node, 'deploy', 'replicas') ?? child(node, 'scale');
  const count = Number(textOf(written));
  return written && count > 1 ? { count, at: written.at } : undefined;
}

/** The names that a section at the top of the compose file defines, each with its key. */
export function definitionsOf({ project: { root } }: Stack, section: string): [string, SourceRange][] {
  return entries(child(root, section)).map(([name, { key }]) => [name, key.at]);
}

/** Whether one of several paths is a directory or in it. */
export function someWithin(paths: Iterable<string>, directory: string): boolean {
  for (const path of paths) if (isWithin(path, directory)) return true;
  return false;
}

/** Whether another service can write to a path of this machine, and so may make it, or change its owner, before it is needed. */
export function isMadeByOther({ project }: Stack, service: ComposeService, path: string): boolean {
  return project.services.some(
    (other) =>
      other !== service &&
      other.mounts.some(
        ({ kind, origin, readOnly, source }) =>
          kind === 'bind' && origin === 'volumes' && !readOnly && (path === source || path.startsWith(`${source}/`)),
      ),
  );
}
