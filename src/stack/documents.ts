import type { Document, DocumentKind, FileReference, Place, PrometheusVersion } from '../model/document.js';
import { child, items, type YamlNode } from '../model/yaml-node.js';
import type { GoYaml } from '../yaml/go-scalar.js';
import type { FileReader, ParsedFile } from './file-reader.js';
import { referencesOf } from './references.js';

/** How each kind of file is decoded. Source: the imports of the programs that read it. */
export const DIALECTS: Readonly<Record<DocumentKind, GoYaml>> = {
  prometheus: 'v2',
  'scrape-configs': 'v2',
  'target-groups': 'v2',
  rules: 'v3',
  'rule-tests': 'v2',
  alertmanager: 'v2',
  // A template is no YAML and never decoded.
  template: 'v2',
  web: 'v2',
  blackbox: 'v3',
  'grafana-datasources': 'v3',
  'grafana-dashboards': 'v3',
  dashboard: 'v3',
  // Like a template, an exposition is no YAML.
  metrics: 'v3',
};

/** What the newest Prometheus reads. */
export const NEWEST: PrometheusVersion = { major: 3 };

/** Makes a document of a parsed file, its references resolved. */
export function toDocument(
  kind: DocumentKind,
  { file, root, whole }: ParsedFile,
  place: Place,
  version: PrometheusVersion,
  reader: FileReader,
): Document {
  const bare: Document = { kind, file, root, whole, version, place, references: [], included: [] };
  const references = referencesOf(bare, reader.files);
  return { ...bare, references };
}

/** prometheus.yml with all that it names: rule files, files of targets, files of scrape jobs. Each file once. */
export function prometheusDocuments(
  parsed: ParsedFile,
  place: Place,
  version: PrometheusVersion,
  reader: FileReader,
): Document[] {
  const main = toDocument('prometheus', parsed, place, version, reader);
  const jobs = read('scrape-configs', named(main, ['scrape_config_files']), main, reader);
  const rules = read('rules', named(main, ['rule_files']), main, reader);
  const all = [{ ...main, included: [...jobs, ...rules] }, ...jobs];
  const targets = all.flatMap((document) => read('target-groups', targetFiles(document), document, reader));
  return [...all, ...rules, ...targets];
}

/** alertmanager.yml with the files of templates that it names. */
export function alertmanagerDocuments(parsed: ParsedFile, place: Place, reader: FileReader): Document[] {
  const main = toDocument('alertmanager', parsed, place, NEWEST, reader);
  const templates = named(main, ['templates']).flatMap(({ matches, node, containerPath }) =>
    matches.flatMap((path): Document[] => {
      const file = reader.text(path, 'template', node.at);
      if (!file) return [];
      return [
        toDocument('template', { file, root: undefined, whole: true }, { ...place, containerPath }, NEWEST, reader),
      ];
    }),
  );
  return [main, ...templates];
}

/** References of the values in a list at the top. */
function named({ root, references }: Document, path: readonly string[]): FileReference[] {
  const nodes = new Set(items(child(root, ...path)));
  return references.filter(({ node }) => nodes.has(node));
}

/** Files of `file_sd_configs`, wherever they stand. */
function targetFiles({ root, references }: Document): FileReference[] {
  const owners = [...items(child(root, 'scrape_configs')), ...items(child(root, 'alerting', 'alertmanagers'))];
  const nodes = new Set(
    owners.flatMap((owner) =>
      items(child(owner, 'file_sd_configs')).flatMap((discovery) => items(child(discovery, 'files'))),
    ),
  );
  return references.filter(({ node }) => nodes.has(node));
}

function read(
  kind: DocumentKind,
  references: readonly FileReference[],
  from: Document,
  reader: FileReader,
): Document[] {
  const seen = new Map<string, { readonly containerPath: string; readonly namedBy: YamlNode[] }>();
  for (const { matches, containerPath, node } of references)
    for (const match of matches) {
      const known = seen.get(match);
      if (known) known.namedBy.push(node);
      else seen.set(match, { containerPath, namedBy: [node] });
    }
  return [...seen].flatMap(([path, { containerPath, namedBy }]) => {
    const parsed = reader.yaml(path, kind, DIALECTS[kind]);
    if (!parsed) return [];
    // A pattern's directory is the file's own, which is all that relative paths need.
    return { ...toDocument(kind, parsed, { ...from.place, containerPath }, from.version, reader), namedBy };
  });
}
