import { CAUSES, type Cause } from '../../model/cause.js';
import type { BringUpFailure } from '../../model/observation.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { classifyPull } from '../pull-failure.js';
import type { Problem, RuntimeRule } from '../rule.js';
import { placeOfFailure } from '../start-failure-place.js';
import { classifyStart, type StartFailure } from '../start-failure.js';

/** Docker refused to build, create or start a service. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/bring-up-failed',
  severity: 'error',
  stage: 'up',
  summary: 'docker compose could not build, create or start a service',
  why: 'The container never ran, so nothing after it could be judged.',
  remedy: "follow Docker's own words, which are quoted",
  judge: ({ stack, observation }) => (observation.bringUpFailure ? [problem(stack, observation.bringUpFailure)] : []),
};

function problem(stack: Stack, failure: BringUpFailure): Problem {
  const { output, attempts } = failure;
  const found = classifyStart(output);
  const service = culprit(stack, failure);
  const tried = attempts === undefined ? '' : `, also at attempt ${String(attempts)}`;
  return {
    message: `${subjectOf(service, failure)} could not be started: ${told(service, found, output)}${tried}`,
    cause: found.cause,
    at: placeOfFailure(stack, service, found, output),
    ...(found.cause === 'bring-up-failed' ? {} : { help: CAUSES[found.cause].remedy }),
    ...(service === undefined ? {} : { subject: { service: service.name } }),
    evidence: [
      `${failure.command} (exit code ${String(failure.exitCode)})`,
      ...output
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-8),
    ],
  };
}

function subjectOf(service: ComposeService | undefined, { services }: BringUpFailure): string {
  const names = service ? [service.name] : services;
  return `${names.length === 1 ? 'service' : 'services'} ${names.map((name) => `"${name}"`).join(', ')}`;
}

/** Docker's words, with the image before those that speak of none. */
function told(service: ComposeService | undefined, { cause, words }: StartFailure, output: string): string {
  if (cause === 'port-in-use') return portInUse(output) ?? words;
  const image = service?.image?.value;
  if (image === undefined || !ABOUT_IMAGES.has(cause)) return words;
  const why = classifyPull(output)?.why;
  return `image "${image}" cannot be had: ${why === undefined ? '' : `${why}: `}${words}`;
}

const ABOUT_IMAGES = new Set<Cause>([
  'image-unavailable',
  'image-denied',
  'image-rate-limited',
  'registry-unavailable',
  'wrong-architecture',
]);

/** Docker buries the port in the middle of a long line. */
function portInUse(output: string): string | undefined {
  // Engine 28 names both ends, the host's first: `bind host port 127.0.0.1:16379:172.18.0.3:6379/tcp`.
  const both = /bind host port (?:for )?[0-9a-f.[\]:]*?:(\d+):[0-9a-f.[\]:]+:\d+\/(?:tcp|udp)/i.exec(output);
  const port = (both ?? /(?:Bind for |listen tcp4? )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output))?.[1];
  return port === undefined ? undefined : `port ${port} of the host is already in use`;
}

/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack: Stack, { services, output }: BringUpFailure): ComposeService | undefined {
  if (/^failed to create network/m.test(output)) return undefined;
  const candidates = stack.project.services.filter(({ name }) => services.includes(name));
  // The container whose network could not be made; others only stand in the lines of progress.
  const endpoint = /connectivity on endpoint (\S+)/.exec(output)?.[1];
  const reported = candidates.find(
    ({ name }) => endpoint !== undefined && endpoint.replace(/-\d+$/, '').endsWith(`-${name}`),
  );
  if (reported) return reported;
  const taken = candidates.find(({ containerName }) => containerName && output.includes(`"/${containerName.value}"`));
  if (taken) return taken;
  const named = candidates.find(
    ({ name, image, ports }) =>
      new RegExp(`[-_]${name}[-_]\\d+\\b|(?:service|container|target|image) "?${name}"?(?![\\w-])`, 'i').test(output) ||
      (image !== undefined && output.includes(image.value)) ||
      // Compose's own progress line, when a registry's answer names no image.
      new RegExp(`^\\s*${name} Error\\b`, 'm').test(output) ||
      ports.some(
        ({ hostPort }) =>
          hostPort !== undefined && new RegExp(`[:.]${String(hostPort)}\\b.*(?:allocated|in use)`).test(output),
      ),
  );
  return named ?? (candidates.length === 1 ? candidates[0] : undefined);
}
