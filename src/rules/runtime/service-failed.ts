import { CAUSES } from '../../model/cause.js';
import { consequences, failedServices, type FailedService } from '../failed-services.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

const HEALTHCHECK = new Set(['healthcheck-fails', 'healthcheck-binary-missing']);

/** A container that exited, restarts over and over, or ran out of memory. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/service-failed',
  severity: 'error',
  stage: 'wait',
  summary: 'a container exited, restarts over and over, or was killed for its memory',
  why: 'Its main process does not stay up, so no waiting helps.',
  remedy: 'read its last log lines, which are quoted',
  judge: (run) =>
    failedServices(run)
      .filter(({ cause }) => !HEALTHCHECK.has(cause))
      .map((failed) => problem(run, failed)),
};

/** The log line that most likely says why: the last one that speaks of a failure, or the last one. */
function lastWords(logs: readonly string[]): string {
  const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
  const telling =
    lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied/i.test(line)) ?? lines.at(-1);
  if (telling === undefined) return ' and logged nothing';
  return `; it logged "${telling.length > 160 ? `${telling.slice(0, 157)}…` : telling}"`;
}

function problem(run: Run, { service, container, cause, reason }: FailedService): Problem {
  const logs = run.observation.logs[service.name] ?? [];
  return {
    message: `service "${service.name}" ${reason}${cause === 'container-exited' ? lastWords(logs) : `: ${CAUSES[cause].title}`}`,
    cause,
    at: cause.startsWith('command-') ? (service.command[0]?.at ?? service.entrypoint[0]?.at ?? service.at) : service.at,
    help: CAUSES[cause].remedy,
    subject: { service: service.name },
    related: consequences(run, service.name),
    evidence: [
      ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
      ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
    ],
  };
}
