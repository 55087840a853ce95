import type { Document } from '../../model/document.js';
import { nearest } from '../../model/nearest.js';
import { child, text } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import { sourceReferences, variableNames, type SourceReference } from '../dashboard-queries.js';
import { grafanasOf, isCalled, isVariable, type ProvisionedGrafana } from '../grafana-datasources.js';
import type { Problem, StackRule } from '../rule.js';

/** Names of what Grafana itself answers for. */
const BUILT_IN = new Set(['-- Grafana --', '-- Mixed --', '-- Dashboard --', 'grafana', 'default', '__expr__', '-100']);
const PLACEHOLDER = /^(?:\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\])$/;

/** Data sources that a dashboard names and nothing provisions. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/undefined-datasource',
  severity: 'error',
  summary: 'a dashboard names a data source that is not provisioned',
  why: 'A panel whose data source is not there shows an error in place of its graph. In a dashboard that was exported for others, placeholders such as ${DS_PROMETHEUS} are filled in by an import by hand, never when the file is provisioned.',
  remedy: 'write the uid of a data source that the project provisions',
  check: (stack) => grafanasOf(stack).flatMap(problemsOf),
};

function problemsOf(grafana: ProvisionedGrafana): Problem[] {
  const dashboards = grafana.documents.filter(({ kind }) => kind === 'dashboard');
  return dashboards.flatMap((dashboard) => {
    const variables = variableNames(dashboard);
    // One data source is named by every panel: it is reported where it is named first.
    const seen = new Set<string>();
    return sourceReferences(dashboard).flatMap((reference) => {
      if (seen.has(reference.written) || BUILT_IN.has(reference.written)) return [];
      seen.add(reference.written);
      const problem =
        isVariable(reference.written) || reference.written.startsWith('[[')
          ? placeholderProblem(reference, variables, dashboard)
          : undefinedProblem(reference, grafana);
      return problem ? [{ ...problem, at: reference.node.at, subject: { service: grafana.service.name } }] : [];
    });
  });
}

function placeholderProblem(
  { written, owner }: SourceReference,
  variables: ReadonlySet<string>,
  dashboard: Document,
): Problem | undefined {
  const match = PLACEHOLDER.exec(written);
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (name === undefined || variables.has(name)) return undefined;
  const asked = mappingsOf(dashboard, 'input').some(({ node }) => text(child(node, 'name')) === name);
  const why = asked ? 'only an import by hand asks for' : 'no variable of the dashboard is called';
  return {
    message: `the data source of ${owner} is "${written}", and ${why} "${name}"`,
    help: `write the uid of a data source, or add a variable "${name}" of type datasource`,
    severity: 'warning',
  };
}

function undefinedProblem(
  { written, type, owner }: SourceReference,
  { sources, service }: ProvisionedGrafana,
): Problem | undefined {
  // Without any provisioned data source they are made by hand, and one with a variable may be any.
  if (sources.length === 0 || sources.some(({ name, uid }) => isVariable(name) || isVariable(uid))) return undefined;
  if (type === 'datasource' || type === 'grafana' || type === '__expr__') return undefined;
  if (sources.some((source) => isCalled(source, written))) return undefined;
  const names = sources.flatMap(({ name, uid }) => [uid ?? '', name]).filter((one) => one !== '');
  const similar = nearest(written, names);
  const fitting = sources.filter((source) => type === undefined || source.type === type);
  const [only] = fitting.length === 1 ? fitting : [];
  const better = similar ?? only?.uid ?? only?.name;
  // What was made by hand in an earlier run is still there when Grafana's data is kept.
  const kept = service.mounts.some(({ target }) => target === '/var/lib/grafana');
  return {
    message: `the data source of ${owner} is "${written}", which is not provisioned; provisioned are ${sources.map(describe).join(', ')}`,
    ...(better === undefined ? {} : { help: `write "${better}"` }),
    ...(kept ? { severity: 'warning' as const } : {}),
  };
}

function describe({ name, uid }: ProvisionedGrafana['sources'][number]): string {
  return uid === undefined || uid === name ? `"${name}"` : `"${name}" (uid "${uid}")`;
}
