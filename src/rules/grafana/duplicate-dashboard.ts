import { posix } from 'node:path';
import type { Document } from '../../model/document.js';
import { locate } from '../../model/source.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import { grafanasOf, isOn, organisationOf } from '../grafana-datasources.js';
import type { Problem, StackRule } from '../rule.js';

/** Two dashboards of one Grafana with the same uid, or with the same title in one folder. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/duplicate-dashboard',
  severity: 'error',
  summary: 'two dashboards have the same uid, or the same title in one folder',
  why: 'When two files of dashboards have the same uid, or the same title in one folder, Grafana stops writing what their provider finds, so that changes of any of its files are lost.',
  remedy: 'give each dashboard a uid of its own, and a title of its own in its folder',
  check: (stack) =>
    grafanasOf(stack).flatMap(({ service, documents }) => {
      const providers = documents.flatMap(providersOf);
      const dashboards = documents.filter(({ kind }) => kind === 'dashboard');
      const placed = dashboards.map((document) => ({ document, ...placeOf(document, providers) }));
      const problems = [
        ...repeated('uid', placed, ({ organisation }) => organisation),
        ...repeated('title', placed, ({ organisation, folder }) => `${organisation}/${folder}`),
      ];
      return problems.map((problem) => ({ ...problem, subject: { service: service.name } }));
    }),
};

interface Provider {
  readonly path: string;
  readonly organisation: string;
  readonly folder: string;
  readonly byDirectory: boolean;
}

interface Placed {
  readonly document: Document;
  readonly organisation: string;
  readonly folder: string;
}

function providersOf({ kind, root, references }: Document): Provider[] {
  if (kind !== 'grafana-dashboards') return [];
  return items(child(root, 'providers')).flatMap((node) => {
    const path = child(node, 'options', 'path');
    const reference = references.find((one) => one.node === path);
    if (!reference) return [];
    return {
      path: reference.containerPath,
      organisation: organisationOf(node),
      folder: text(child(node, 'folder')) ?? '',
      byDirectory: isOn(child(node, 'options', 'foldersFromFilesStructure')),
    };
  });
}

function placeOf({ place }: Document, providers: readonly Provider[]): Omit<Placed, 'document'> {
  const provider = providers.find(({ path }) => place.containerPath.startsWith(`${path}/`));
  if (!provider) return { organisation: '1', folder: '' };
  const directory = posix.dirname(posix.relative(provider.path, place.containerPath));
  const folder = provider.byDirectory && directory !== '.' ? directory : provider.folder;
  return { organisation: provider.organisation, folder };
}

function repeated(key: 'uid' | 'title', placed: readonly Placed[], scope: (one: Placed) => string): Problem[] {
  const first = new Map<string, YamlNode>();
  return placed.flatMap((one) => {
    const node = child(one.document.root, key);
    const written = text(node);
    if (!node || written === undefined || written === '') return [];
    const earlier = first.get(`${scope(one)} ${written}`);
    if (!earlier) {
      first.set(`${scope(one)} ${written}`, node);
      return [];
    }
    const where =
      key === 'uid' ? '' : one.folder === '' ? ', at the top as well' : `, in folder "${one.folder}" as well`;
    return {
      message: `the ${key} "${written}" is already that of the dashboard in ${locate(earlier.at).file}${where}`,
      at: node.at,
      related: [{ message: 'first used here', at: earlier.at }],
    };
  });
}
