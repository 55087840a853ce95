import { nearest } from '../model/nearest.js';
import type { SourceRange } from '../model/source.js';
import { child, entries, type MappingNode } from '../model/yaml-node.js';
import type { Problem } from './rule.js';

/** What a service uses by name. */
export interface Reference {
  readonly service: string;
  readonly name: string;
  readonly at: SourceRange;
}

/** The references that the section of the compose file does not define. `what`: the singular of the section. */
export function undefinedReferences(
  root: MappingNode,
  section: string,
  what: string,
  references: readonly Reference[],
): Problem[] {
  const defined = entries(child(root, section)).map(([name]) => name);
  return references
    .filter(({ name }) => !defined.includes(name))
    .map(({ service, name, at }) => {
      const similar = nearest(name, defined);
      const has = defined.length === 0 ? `there is no "${section}" section` : `"${section}" has ${defined.join(', ')}`;
      return {
        message: `service "${service}" uses the ${what} "${name}", which is not defined${similar ? `; did you mean "${similar}"?` : `: ${has}`}`,
        at,
        help: similar ? `write "${similar}"` : `add "${name}:" below "${section}:" at the top level`,
        subject: { service },
      };
    });
}
