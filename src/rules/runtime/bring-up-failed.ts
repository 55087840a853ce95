import type { Cause } from '../../model/cause.js';
import type { BringUpFailure } from '../../model/observation.js';
import type { SourceRange } from '../../model/source.js';
import type { Stack } from '../../model/stack.js';
import type { Problem, RuntimeRule } from '../rule.js';

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

const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
  [
    /pull access denied|manifest unknown|manifest for .* not found|no such image|failed to resolve (?:source|reference)|repository does not exist|failed to do request|(?:Get|Head) "https?:\/\/[^"\s]+\/v2\/|unable to get image|failed to solve/i,
    'image-unavailable',
  ],
  [/executable file not found|no such file or directory: unknown/i, 'command-not-found'],
  [/permission denied: unknown|exec format error/i, 'command-not-executable'],
];

function problem(stack: Stack, failure: BringUpFailure): Problem {
  const cause = CAUSES.find(([words]) => words.test(failure.output))?.[1] ?? 'bring-up-failed';
  const service = culprit(stack, failure);
  const image = stack.project.services.find(({ name }) => name === service)?.image?.value;
  const prefix = cause === 'image-unavailable' && image !== undefined ? `image "${image}" cannot be had: ` : '';
  const last = cause === 'port-in-use' ? portInUse(failure.output) : prefix + lastLine(failure.output);
  return {
    message: `service "${service ?? failure.services.join(', ')}" could not be started: ${last}`,
    cause,
    at: service === undefined ? undefined : place(stack, service, cause, failure.output),
    ...(service === undefined ? {} : { subject: { service } }),
    evidence: [
      `${failure.command} (exit code ${String(failure.exitCode)})`,
      ...failure.output
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-8),
    ],
  };
}

/** Docker buries the port in the middle of a long line. */
function portInUse(output: string): string {
  // Engine 28 names both ends, the host's first: `bind host port 127.0.0.1:16379:172.18.0.3:6379/tcp`.
  const both = /bind host port (?:for )?[0-9a-f.[\]:]*?:(\d+):[0-9a-f.[\]:]+:\d+\/(?:tcp|udp)/i.exec(output);
  const port = (both ?? /(?:Bind for |listen tcp4? )?[0-9.[\]:]*:(\d+)[^\n]*(?:allocated|in use)/i.exec(output))?.[1];
  return port === undefined ? lastLine(output) : `port ${port} of the host is already in use`;
}

/** The service that Docker's words name: by container, image or port; the only one of the stage otherwise. */
function culprit(stack: Stack, { services, output }: BringUpFailure): string | undefined {
  const candidates = stack.project.services.filter(({ name }) => services.includes(name));
  // The container whose network could not be made; others only stand in the lines of progress.
  const endpoint = /connectivity on endpoint (\S+)/.exec(output)?.[1];
  const reported = candidates.find(
    ({ name }) => endpoint !== undefined && endpoint.replace(/-\d+$/, '').endsWith(`-${name}`),
  );
  if (reported) return reported.name;
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
  return named?.name ?? (services.length === 1 ? services[0] : undefined);
}

function place(stack: Stack, name: string, cause: Cause, output: string): SourceRange | undefined {
  const service = stack.project.services.find((candidate) => candidate.name === name);
  if (cause === 'port-in-use') {
    const mapping = service?.ports.find(({ hostPort }) => new RegExp(`[:.]${String(hostPort)}\\b`).test(output));
    if (mapping) return mapping.at;
  }
  if (cause === 'image-unavailable' && service?.image) return service.image.at;
  return service?.at;
}

function lastLine(output: string): string {
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
  return telling?.replace(/^Error response from daemon: /, '') ?? 'docker compose said nothing';
}
