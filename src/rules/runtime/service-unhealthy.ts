import { CAUSES } from '../../model/cause.js';
import type { ProbeResult } from '../../model/observation.js';
import { consequences, failedServices, type FailedService } from '../failed-services.js';
import { failureEvidence } from '../failure-evidence.js';
import { probeDiagnosis } from '../probe-diagnosis.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

/** A container whose healthcheck keeps failing. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/service-unhealthy',
  severity: 'error',
  stage: 'wait',
  summary: 'the healthcheck of a service fails',
  why: 'Docker gave the probe all its retries, and it never passed: either the service is ill or the probe is wrong.',
  remedy: "read the probe's own output, which is quoted",
  judge: (run) =>
    failedServices(run)
      .filter(({ cause }) => cause === 'healthcheck-fails' || cause === 'healthcheck-binary-missing')
      .map((failed) => problem(run, failed)),
};

function problem(run: Run, { service, container, cause: known }: FailedService): Problem {
  const told = probeDiagnosis(run.stack, service, container);
  const cause = told?.cause ?? known;
  const because = told?.because === undefined ? '' : `; ${told.because}`;
  return {
    message: `service "${service.name}" is unhealthy: ${said(container.probes.at(-1))}${because}`,
    cause,
    at: told?.at ?? service.healthcheck?.at ?? service.at,
    help: CAUSES[cause].remedy,
    subject: { service: service.name },
    related: consequences(run, service.name),
    evidence: failureEvidence(run, service, container),
  };
}

/** What the last run of the probe says, in words. Docker gives -1 to a probe that it could not start or that took too long. */
function said(last: ProbeResult | undefined): string {
  const output = (last?.output ?? '').trim();
  const timeout = /^Health check exceeded timeout \(([^)]+)\)/.exec(output)?.[1];
  if (timeout !== undefined) return `its probe takes longer than its timeout of ${timeout}`;
  if (last?.exitCode === -1 && output !== '') return `its probe cannot be started: "${firstLine(output)}"`;
  const prints = output === '' ? 'and prints nothing' : `and prints "${firstLine(output)}"`;
  return `its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${prints}`;
}

function firstLine(output: string): string {
  // What runc could not do stands behind what it was doing.
  const line = (output.split('\n', 1)[0] ?? '').replace(
    /^OCI runtime exec failed: exec failed: (?:unable to start container process: )?/,
    '',
  );
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
