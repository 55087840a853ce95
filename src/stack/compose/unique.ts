import { pathTable, type PathTable } from '../../model/path-table.js';
import { child, text, type MappingEntry, type YamlNode } from '../../model/yaml-node.js';
import { splitVolume } from '../../model/volume-syntax.js';

/** What an item of a list is known by; undefined for one that is like no other. */
type Identity = (item: YamlNode) => string | undefined;

const itself: Identity = (item) => (item.kind === 'scalar' ? item.text : undefined);
const beforeEquals: Identity = (item) => itself(item)?.split('=')[0];
const volume: Identity = (item) =>
  // What has no target is like no other, and stays to be refused.
  (item.kind === 'scalar' ? splitVolume(item.text).target : text(child(item, 'target'))) || undefined;
const fileIn =
  (directory: string): Identity =>
  (item) =>
    text(child(item, 'target')) ?? `${directory}/${text(child(item, 'source')) ?? itself(item) ?? ''}`;
const device: Identity = (item) => {
  const [source, target = source] = itself(item)?.split(':') ?? [];
  return target ?? text(child(item, 'target'));
};
const port: Identity = (item) => {
  if (item.kind !== 'mapping') return itself(item);
  const [target, published, address, protocol] = ['target', 'published', 'host_ip', 'protocol'].map((key) =>
    text(child(item, key)),
  );
  // What has no target is like no other, and stays to be refused.
  return target && `${address ?? '0.0.0.0'}:${published ?? ''}:${target}/${protocol ?? 'tcp'}`;
};
const envFile: Identity = (item) => itself(item) ?? text(child(item, 'path'));

const service = (identity: Identity, ...keys: readonly string[]): Record<string, Identity> =>
  Object.fromEntries(keys.map((key) => [`services.*.${key}`, identity]));

const IDENTITIES = pathTable<Identity>({
  ...service(itself, 'cap_add', 'cap_drop', 'dns', 'dns_opt', 'dns_search', 'expose', 'links', 'profiles', 'tmpfs'),
  ...service(itself, 'build.platforms', 'build.tags', 'networks.*.aliases', 'networks.*.link_local_ips'),
  ...service(
    beforeEquals,
    'environment',
    'labels',
    'annotations',
    'sysctls',
    'deploy.labels',
    'build.args',
    'build.labels',
  ),
  ...service(port, 'ports'),
  ...service(volume, 'volumes'),
  ...service(fileIn(''), 'configs'),
  ...service(fileIn('/run/secrets'), 'secrets'),
  ...service(device, 'devices'),
  ...service(envFile, 'env_file'),
});

/** The project in which of list items that name the same thing (a mount point, a variable, …) only the last is left. */
export function withUniqueItems(root: YamlNode): YamlNode {
  return uniqueBelow(root, IDENTITIES);
}

function uniqueBelow(node: YamlNode, identities: PathTable<Identity> | undefined): YamlNode {
  if (identities === undefined || node.kind === 'scalar') return node;
  if (node.kind === 'sequence') return identities.value ? withoutEarlier(node, identities.value) : node;
  let changed: Map<string, MappingEntry> | undefined;
  for (const [key, entry] of node.entries) {
    const value = uniqueBelow(entry.value, identities.at(key));
    if (value === entry.value) continue;
    changed ??= new Map(node.entries);
    changed.set(key, { key: entry.key, value });
  }
  return changed ? { ...node, entries: changed } : node;
}

/** The last one stands where the first one stood. */
function withoutEarlier(node: YamlNode & { kind: 'sequence' }, identity: Identity): YamlNode {
  const items = new Map<string | YamlNode, YamlNode>();
  for (const item of node.items) items.set(identity(item) ?? item, item);
  return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}
