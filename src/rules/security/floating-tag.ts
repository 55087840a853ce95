import { splitImage } from '../../knowledge/image-reference.js';
import type { StackRule } from '../rule.js';

const FLOATING = /^(?:latest|main|master|edge|nightly|dev|develop|canary|unstable|rolling|snapshot)$/i;

/** Images that are another program tomorrow. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/floating-tag',
  severity: 'notice',
  summary: 'the tag of an image moves with every release',
  why: 'What was tested is not what is deployed next, and a pull brings whatever was published last, also when it was published by somebody else. A version says what runs; a digest proves it.',
  remedy: 'write the version that was tested',
  check: (stack) => {
    const built = new Set(
      stack.project.services.flatMap(({ hasBuild, image }) => (hasBuild && image ? image.value : [])),
    );
    return stack.project.services.flatMap(({ name, image, hasBuild, pullPolicy }) => {
      // What is built here, or never pulled, does not move by itself.
      if (!image || hasBuild || pullPolicy === 'never' || pullPolicy === 'build' || built.has(image.value)) return [];
      const tag = splitImage(image.value)?.tag;
      if (tag === undefined || !FLOATING.test(tag)) return [];
      const written = image.value.endsWith(`:${tag}`);
      return [
        {
          message: `image "${image.value}" of service "${name}" ${written ? `has the tag "${tag}", which moves` : 'has no tag, which means "latest"'}`,
          at: image.at,
          help: `write the version that was tested, such as "${image.value.replace(/:[^/:]*$/, '')}:1.2.3"`,
          subject: { service: name },
        },
      ];
    });
  },
};
