import type { StackRule } from '../rule.js';

/** Services that name neither an image nor a build. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/no-image',
  severity: 'error',
  summary: 'a service has neither image nor build',
  why: 'Compose cannot create a container without an image.',
  remedy: 'add `image:` or `build:` to the service',
  check: (stack) =>
    stack.project.services
      .filter(({ image, hasBuild, node }) => !image?.value && !hasBuild && !node.entries.has('provider'))
      .map(({ name, at }) => ({
        message: `service "${name}" has neither "image" nor "build"`,
        at,
        subject: { service: name },
      })),
};
