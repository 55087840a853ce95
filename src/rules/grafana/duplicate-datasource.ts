import { locate } from '../../model/source.js';
import { grafanasOf, isVariable, valueAt, type ProvisionedSource } from '../grafana-datasources.js';
import type { Problem, StackRule } from '../rule.js';

/** Two data sources of one Grafana with the same name or uid. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'grafana/duplicate-datasource',
  severity: 'error',
  summary: 'two data sources of a Grafana have the same name or uid',
  why: 'Of two definitions with the same name the second overwrites the first; with the same uid and other names Grafana refuses the second. Which one comes first is decided by the names of the files.',
  remedy: 'give each data source a name and a uid of its own',
  check: (stack) =>
    grafanasOf(stack).flatMap(({ service, sources }) =>
      sources.flatMap((source, index) => {
        const before = sources.slice(0, index).filter(({ organisation }) => organisation === source.organisation);
        // A definition that was copied as a whole is one slip, not two.
        const problem = repeated('name', source, before) ?? repeated('uid', source, before);
        return problem ? [{ ...problem, subject: { service: service.name } }] : [];
      }),
    ),
};

function repeated(
  key: 'name' | 'uid',
  source: ProvisionedSource,
  before: readonly ProvisionedSource[],
): Problem | undefined {
  const written = source[key];
  if (written === undefined || written === '' || isVariable(written)) return undefined;
  const earlier = before.find((one) => one[key] === written);
  if (!earlier) return undefined;
  const [at, first] = [valueAt(source.node, key).at, valueAt(earlier.node, key).at];
  const { file, start } = locate(first);
  const where = first.file === at.file ? `on line ${String(start.line)}` : `in ${file}`;
  return {
    message: `a data source with the ${key} "${written}" is already defined ${where}`,
    at,
    related: [{ message: 'first defined here', at: first }],
  };
}
