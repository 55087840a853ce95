import { posix } from 'node:path';
import type { Mount } from '../../model/mount.js';
import { mountFor } from '../../model/mounted-path.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child, entries, items, text } from '../../model/yaml-node.js';
import { replaceWithin } from '../edits.js';
import { configPathOf } from '../known-config.js';
import { definitionsOf, hasForeignMounts, targetOf } from '../mount-facts.js';
import type { Problem, StackRule } from '../rule.js';

/** Configurations that nothing reads. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'mounts/unused-config',
  severity: 'warning',
  summary: 'a configuration is mounted where nothing reads it, or a config, secret or volume is not used',
  why: 'A program reads its configuration at one path. Mounted elsewhere it changes nothing, and the program runs with the configuration that its image brings, which looks like success.',
  remedy: 'mount the file at the path that the program reads, or name its path with the flag',
  check: (stack) => [
    ...stack.project.services.flatMap((service) => misplaced(stack, service)),
    ...(['volumes', 'configs', 'secrets'] as const).flatMap((section) => unused(stack, section)),
  ],
};

function misplaced(stack: Stack, service: ComposeService): Problem[] {
  const config = configPathOf(service);
  // A path that a flag names, and Prometheus' own, have findings of their own when nothing is there.
  if (!config || config.at || stack.prometheus?.service === service || hasForeignMounts(service)) return [];
  if (mountFor(service.mounts, config.path)) return [];
  const stem = stemOf(config.path);
  const found = service.mounts.filter(
    (mount) => mount.origin !== 'image' && !isRead(stack, service, mount) && isMeant(mount, config.path, stem, service),
  );
  const [mount] = found;
  if (!mount || found.length > 1) return [];
  const at = targetOf(mount);
  const edit = mount.targetAt ? replaceWithin(at, at.file.text.slice(at.start, at.end), config.path) : undefined;
  return [
    {
      message: `nothing reads "${mount.target}" in service "${service.name}": ${config.known.title} reads "${config.path}", and runs with what its image has there`,
      at,
      help: `mount it at "${config.path}", or add "--${config.flag}=${mount.target}" to the command`,
      subject: { service: service.name },
      fix: edit && { safety: 'suggested', title: `mount it at "${config.path}"`, edits: [edit] },
    },
  ];
}

/** Whether the program reads it for another purpose, as Grafana does with what provisions it. */
function isRead({ documents }: Stack, { name }: ComposeService, { target }: Mount): boolean {
  return documents.some(({ place }) => place.service === name && place.containerPath === target);
}

/** A file of YAML in the directory of the configuration, or with its name elsewhere, that no flag names. */
function isMeant({ target, written, source }: Mount, config: string, stem: string, service: ComposeService): boolean {
  if (!/\.(?:ya?ml|alloy|river)$/.test(target) || service.command.some(({ value }) => value.includes(target)))
    return false;
  const isNamedSo = stemOf(target) === stem || stemOf(written ?? source) === stem || stemOf(target) === service.name;
  return isNamedSo || (posix.dirname(target) === posix.dirname(config) && /^config/.test(posix.basename(target)));
}

function stemOf(path: string): string {
  return posix.basename(path).replace(/\.[^.]*$/, '');
}

function unused(stack: Stack, section: 'volumes' | 'configs' | 'secrets'): Problem[] {
  const definitions = definitionsOf(stack, section);
  if (definitions.length === 0) return [];
  const used = new Set(
    [...stack.project.services, ...stack.project.inactive].flatMap((service) => usedBy(service, section)),
  );
  const what = { volumes: 'volume', configs: 'config', secrets: 'secret' }[section];
  return definitions
    .filter(([name]) => !used.has(name))
    .map(([name, at]) => ({
      message: `no service uses the ${what} "${name}"`,
      at,
      severity: 'notice',
      help: `remove "${name}" from "${section}", or give it to a service`,
    }));
}

function usedBy({ node, mounts }: ComposeService, section: 'volumes' | 'configs' | 'secrets'): string[] {
  if (section === 'volumes')
    return mounts.flatMap(({ kind, source, origin }) => (kind === 'volume' && origin === 'volumes' ? [source] : []));
  const own = items(child(node, section));
  const building = section === 'secrets' ? items(child(node, 'build', 'secrets')) : [];
  const hooks = entries(child(node, section)).map(([name]) => name);
  return [...hooks, ...[...own, ...building].map((item) => text(child(item, 'source')) ?? text(item) ?? '')];
}
