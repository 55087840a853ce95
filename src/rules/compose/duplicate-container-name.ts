import type { StackRule } from '../rule.js';

/** Two services with one container name. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/duplicate-container-name',
  severity: 'error',
  summary: 'two services have the same container name',
  why: 'Docker has one container of a name, and Compose refuses a project in which two services want it.',
  remedy: 'give each service a "container_name" of its own, or leave it away',
  check({ project }) {
    const first = new Map<
      string,
      { service: string; at: NonNullable<(typeof project.services)[number]['containerName']>['at'] }
    >();
    return project.services.flatMap(({ name: service, containerName }) => {
      if (!containerName) return [];
      const { value, at } = containerName;
      const earlier = first.get(value);
      first.set(value, earlier ?? { service, at });
      if (!earlier) return [];
      return [
        {
          message: `service "${service}" has the container name "${value}" of service "${earlier.service}"`,
          at,
          related: [{ message: `"${value}" is taken here`, at: earlier.at }],
          subject: { service },
        },
      ];
    });
  },
};
