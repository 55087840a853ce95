import { CAUSES } from '../../model/cause.js';
import { consequences, failedServices, type FailedService } from '../failed-services.js';
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

function problem(run: Run, { service, container, cause }: FailedService): Problem {
  const last = container.probes.at(-1);
  const output = (last?.output ?? '').trim();
  const said = output === '' ? 'and prints nothing' : `and prints "${firstLine(output)}"`;
  const logs = run.observation.logs[service.name] ?? [];
  return {
    message: `service "${service.name}" is unhealthy: its probe exits with code ${String(last?.exitCode ?? 'unknown')} ${said}`,
    cause,
    at: service.healthcheck?.at ?? service.at,
    help: CAUSES[cause].remedy,
    subject: { service: service.name },
    related: consequences(run, service.name),
    evidence: [
      ...(service.healthcheck ? [`probe: ${service.healthcheck.test.join(' ')}`] : []),
      ...container.probes
        .slice(-3)
        .map(
          (probe) => `probe at ${probe.at}: exit code ${String(probe.exitCode)}, ${probe.output.trim() || 'no output'}`,
        ),
      ...(logs.length > 0 ? ['its last log lines:', ...logs] : ['it logged nothing']),
    ],
  };
}

function firstLine(output: string): string {
  const line = output.split('\n', 1)[0] ?? '';
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}
