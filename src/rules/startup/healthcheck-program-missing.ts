import { asTest, suggestedTest } from '../healthcheck-suggestion.js';
import {
  commandsOf,
  healthcheckCommand,
  programName,
  type HealthcheckCommand,
  type ProbeCommand,
} from '../healthcheck-command.js';
import { askedAddresses } from '../asked-addresses.js';
import { certainlyFails } from '../healthcheck-outcome.js';
import { baseImage, lacksProgram } from '../image-facts.js';
import { replaceTest } from '../healthcheck-edits.js';
import type { ComposeService } from '../../model/stack.js';
import type { Problem, StackRule } from '../rule.js';

/** Healthchecks whose program is not in the image. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-program-missing',
  severity: 'error',
  summary: 'a healthcheck runs a program that the image does not have',
  why: 'The program of a healthcheck runs inside the container. Where it is missing every check fails, and the service is unhealthy however well it is.',
  remedy: 'use a program that the image has, or install the one that the healthcheck wants in the Dockerfile',
  check: ({ project }) =>
    project.services.flatMap((service) => {
      const healthcheck = healthcheckCommand(service);
      const problem = healthcheck && judge(service, healthcheck);
      return problem ? [{ ...problem, subject: { service: service.name } }] : [];
    }),
};

function judge(service: ComposeService, healthcheck: HealthcheckCommand): Problem | undefined {
  // Without the shell nothing of a script runs; that is another finding.
  if (healthcheck.shell === '/bin/sh' && lacksProgram(service, '/bin/sh')) return undefined;
  const shellIsNamed = healthcheck.shell !== undefined && healthcheck.form === 'exec';
  const shellMissing = shellIsNamed ? lacksProgram(service, healthcheck.shell ?? '') : undefined;
  if (shellMissing) {
    const [word] = healthcheck.words;
    return word && problemOf(service, healthcheck, [word], shellMissing === 'certainly');
  }
  const missing = (command: ProbeCommand): boolean => lacksProgram(service, command[0].value) !== undefined;
  const command = commandsOf(healthcheck).find(missing);
  if (!command?.[0].literal) return undefined;
  const decides = certainlyFails(healthcheck, missing);
  // With a way out such as `wget … || curl …` the other one may be there.
  if (!decides && healthcheck.script?.plain !== false) return undefined;
  return problemOf(service, healthcheck, command, decides && lacksProgram(service, command[0].value) === 'certainly');
}

function problemOf(
  service: ComposeService,
  healthcheck: HealthcheckCommand,
  command: ProbeCommand,
  certain: boolean,
): Problem {
  const program = programName(command);
  const known = baseImage(service);
  const image = service.hasBuild ? service.builtFrom : service.image;
  const url = askedAddresses(healthcheck).find(({ scheme }) => scheme !== 'tcp')?.url;
  const suggestion = known && suggestedTest(known, url?.includes('://') ? url : undefined);
  const from = service.hasBuild ? ', from which it is built' : '';
  const name = image === undefined ? 'its image, which is built from scratch' : `image "${image.value}"${from}`;
  return {
    message: `the healthcheck of service "${service.name}" runs "${program}", which is not in ${name}`,
    at: command[0].at,
    help: suggestion
      ? `write \`test: ${asTest(suggestion)}\`${service.hasBuild ? `, or install ${program} in the Dockerfile` : ''}`
      : service.hasBuild
        ? `install ${program} in the Dockerfile, or use a program that the image has`
        : 'use a program that the image has; where it has none, remove the healthcheck and let Prometheus watch `up`',
    ...(image ? { related: [{ message: 'the image', at: image.at }] } : {}),
    ...(suggestion ? { fix: replaceTest(service, asTest(suggestion)) } : {}),
    ...(certain ? {} : { severity: 'warning' as const }),
  };
}
