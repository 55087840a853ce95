import { nearest } from '../../model/nearest.js';
import type { StackRule } from '../rule.js';

/** depends_on entries that name no active service. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/undefined-dependency',
  severity: 'error',
  summary: 'depends_on names a service that does not exist or whose profile is off',
  why: 'Compose refuses a project in which a service depends on one that is not there.',
  remedy: 'mend the name, or set `required: false` if the service may be absent',
  check(stack) {
    const names = stack.project.services.map(({ name }) => name);
    const inactive = new Set(stack.project.inactive.map(({ name }) => name));
    return stack.project.services.flatMap((service) =>
      service.dependsOn
        .filter((dependency) => dependency.required && !names.includes(dependency.service))
        .map((dependency) => {
          const similar = nearest(dependency.service, names);
          const why = inactive.has(dependency.service) ? 'whose profile is off' : 'which does not exist';
          return {
            message: `service "${service.name}" depends on "${dependency.service}", ${why}${similar ? `; did you mean "${similar}"?` : ''}`,
            at: dependency.at,
            subject: { service: service.name },
          };
        }),
    );
  },
};
