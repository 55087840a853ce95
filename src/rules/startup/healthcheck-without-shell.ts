import { asTest, suggestedTest } from '../healthcheck-suggestion.js';
import { healthcheckCommand } from '../healthcheck-command.js';
import { replaceTest } from '../healthcheck-edits.js';
import { baseImage, lacksProgram } from '../image-facts.js';
import type { StackRule } from '../rule.js';

/** Scripts for a shell that the image does not have. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-without-shell',
  severity: 'error',
  summary: 'a healthcheck is a script for /bin/sh, which the image does not have',
  why: 'CMD-SHELL, and a test that is one text, is run by /bin/sh inside the container. Distroless images and those that start from nothing have none, so every check fails.',
  remedy: 'write CMD and the words of a program that the image has, or use an image with a shell',
  check: ({ project }) =>
    project.services.flatMap((service) => {
      const healthcheck = healthcheckCommand(service);
      if (healthcheck?.form !== 'shell') return [];
      const lacking = lacksProgram(service, '/bin/sh');
      if (!lacking) return [];
      const image = service.hasBuild ? service.builtFrom : service.image;
      const known = baseImage(service);
      const suggestion = known && suggestedTest(known);
      return [
        {
          message: `the healthcheck of service "${service.name}" needs /bin/sh, which is not in ${image ? `image "${image.value}"` : 'its image, which is built from scratch'}`,
          at: healthcheck.at,
          help: suggestion
            ? `write \`test: ${asTest(suggestion)}\``
            : 'write CMD and the words of a program that the image has; where it has none, remove the healthcheck',
          subject: { service: service.name },
          ...(image ? { related: [{ message: 'the image', at: image.at }] } : {}),
          ...(suggestion ? { fix: replaceTest(service, asTest(suggestion)) } : {}),
          ...(lacking === 'certainly' ? {} : { severity: 'warning' as const }),
        },
      ];
    }),
};
