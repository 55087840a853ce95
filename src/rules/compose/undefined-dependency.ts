import { nearest } from '../../model/nearest.js';
import type { ComposeService, Dependency } from '../../model/stack.js';
import { child, entries, items, text } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** depends_on entries that name no active service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-dependency',
  severity: 'error',
  summary: 'depends_on names a service that does not exist or whose profile is off',
  why: 'Compose refuses a project in which a service depends on one that is not there.',
  remedy: 'mend the name, or set `required: false` if the service may be switched off',
  check({ project }) {
    const active = new Set(project.services.map(({ name }) => name));
    const inactive = new Set(project.inactive.map(({ name }) => name));
    return project.services.flatMap((service) =>
      [...service.dependsOn, ...builtFrom(service)]
        // What is not required may be switched off by its profile, but it must be there.
        .filter(({ service: name, required }) => !active.has(name) && (required || !inactive.has(name)))
        .map(({ service: name, at }) => {
          const similar = nearest(name, [...active]);
          const why = inactive.has(name) ? 'whose profile is off' : 'which does not exist';
          return {
            message: `service "${service.name}" depends on "${name}", ${why}${similar ? `; did you mean "${similar}"?` : ''}`,
            at,
            subject: { service: service.name },
          };
        }),
    );
  },
};

/** Services whose images a build uses. */
function builtFrom({ node }: ComposeService): Pick<Dependency, 'service' | 'required' | 'at'>[] {
  const contexts = child(node, 'build', 'additional_contexts');
  return [...items(contexts), ...entries(contexts).map(([, { value }]) => value)].flatMap((item) => {
    const service = /^(?:[^=:]*=)?service:(.*)$/.exec(text(item) ?? '')?.[1];
    return service === undefined ? [] : [{ service, required: true, at: item.at }];
  });
}
