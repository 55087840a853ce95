import { builtin } from '../model/builtin.js';
import type { Document } from '../model/document.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, items, keyRange, text, type MappingNode, type ScalarNode, type YamlNode } from '../model/yaml-node.js';

/** One data source of a provisioning file. */
export interface ProvisionedSource {
  readonly node: MappingNode;
  readonly name: string;
  readonly uid?: string | undefined;
  readonly type: string;
  readonly organisation: string;
  readonly isDefault: boolean;
}

/** One Grafana of the project with all that it is provisioned with. */
export interface ProvisionedGrafana {
  readonly service: ComposeService;
  readonly documents: readonly Document[];
  readonly sources: readonly ProvisionedSource[];
}

/** Every Grafana of the project that is provisioned from files. */
export function grafanasOf(stack: Stack): ProvisionedGrafana[] {
  return stack.project.services.flatMap((service) => {
    const documents = stack.documents.filter(
      ({ kind, place }) => place.service === service.name && /^(?:grafana-|dashboard$)/.test(kind),
    );
    return documents.length > 0 ? [{ service, documents, sources: documents.flatMap(sourcesOf) }] : [];
  });
}

function sourcesOf({ kind, root }: Document): ProvisionedSource[] {
  if (kind !== 'grafana-datasources') return [];
  return items(child(root, 'datasources')).flatMap((node) => {
    if (node.kind !== 'mapping') return [];
    return {
      node,
      name: text(child(node, 'name')) ?? '',
      uid: text(child(node, 'uid')),
      type: text(child(node, 'type')) ?? '',
      organisation: organisationOf(node),
      isDefault: isOn(child(node, 'isDefault')),
    };
  });
}

/** Number or name of the organisation that something belongs to; the first one when nothing is written. */
export function organisationOf(node: YamlNode | undefined): string {
  const id = text(child(node, 'orgId'));
  return id === undefined || id === '' || id === '0' ? (text(child(node, 'orgName')) ?? '1') : id;
}

/** Whether a switch is on; Grafana reads Go's words for true. */
export function isOn(node: YamlNode | undefined): boolean {
  return /^(?:1|t|true)$/i.test(text(node) ?? '');
}

/** Whether a dashboard that names `reference` means this data source: by uid, by name, or by the uid made of the name. */
export function isCalled({ name, uid }: ProvisionedSource, reference: string): boolean {
  if (reference === name || reference === uid) return true;
  return uid === undefined && reference === generatedUid(name);
}

/** The uid that Grafana knows it by. */
export function uidOf({ name, uid }: ProvisionedSource): string {
  return uid ?? generatedUid(name);
}

/** The uid of a data source that is given none: a checksum of its name, as Grafana makes it. */
function generatedUid(name: string): string {
  return `P${builtin.crypto().createHash('sha256').update(name).digest('hex').slice(0, 16).toUpperCase()}`;
}

/** Whether a value has a variable of Grafana's environment in it, so that what it will be is not known. */
export function isVariable(written: string | undefined): boolean {
  return written?.includes('$') === true;
}

/** The scalar at a key and where to point when there is none. */
export function valueAt(node: MappingNode, key: string): { value?: ScalarNode; at: YamlNode['at'] } {
  const value = child(node, key);
  return value?.kind === 'scalar' ? { value, at: value.at } : { at: keyRange(node, key) ?? node.at };
}
