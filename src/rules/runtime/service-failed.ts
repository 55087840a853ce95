import { CAUSES, type Cause } from '../../model/cause.js';
import { signalOf } from '../../model/exit-code.js';
import type { SourceRange } from '../../model/source.js';
import type { ComposeService } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { exitWords } from '../exit-words.js';
import { consequences, failedServices, type FailedService } from '../failed-services.js';
import { failureEvidence } from '../failure-evidence.js';
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
function lastWords(logs: readonly string[]): string | undefined {
  const lines = logs.map((line) => line.trim()).filter((line) => line !== '');
  const telling =
    lines.findLast((line) => /error|exception|fatal|panic|cannot|failed|denied|not found/i.test(line)) ?? lines.at(-1);
  return quoted(telling);
}

function quoted(telling: string | undefined): string | undefined {
  if (telling === undefined) return undefined;
  // Of logfmt, as Prometheus writes it, the two that matter.
  const message = /\bmsg="([^"]+)"/.exec(telling)?.[1];
  const error = /\berr="((?:[^"\\]|\\.)+)"/.exec(telling)?.[1]?.replaceAll('\\"', '"');
  const words = message !== undefined && error !== undefined ? `${message}: ${error}` : telling;
  return shortened(words);
}

function shortened(telling: string): string {
  return `it logged "${telling.length > 160 ? `${telling.slice(0, 157)}…` : telling}"`;
}

/** Only of these more may be told by what the program said. */
const OPEN = new Set<Cause>(['container-exited', 'crash-loop']);

function problem(run: Run, { service, container, cause: known, reason }: FailedService): Problem {
  const logs = run.observation.logs[service.name] ?? [];
  const told = OPEN.has(known) ? exitWords(logs, service, run.stack) : undefined;
  const cause = told?.cause ?? known;
  const words = quoted(told?.line) ?? lastWords(logs);
  const signal = signalOf(container.exitCode);
  const plain = cause === 'container-exited' || cause === 'stopped-from-outside';
  const what = plain ? (signal === undefined ? '' : ` (${signal})`) : `: ${CAUSES[cause].title}`;
  const said = words === undefined ? (cause === 'container-exited' ? ' and logged nothing' : '') : `; ${words}`;
  return {
    message: `service "${service.name}" ${reason}${what}${said}`,
    cause,
    at: told?.at ?? place(service, cause),
    help: CAUSES[cause].remedy,
    subject: { service: service.name },
    related: consequences(run, service.name),
    evidence: failureEvidence(run, service, container),
  };
}

/** The line that has to change: the command that is not there, the limit that is too low. */
function place(service: ComposeService, cause: Cause): SourceRange {
  if (cause.startsWith('command-')) return programPlace(service);
  if (cause !== 'out-of-memory') return service.at;
  const limit =
    child(service.node, 'mem_limit') ?? child(service.node, 'deploy', 'resources', 'limits', 'memory') ?? service;
  return limit.at;
}

/** The program that the command names: in a shell's script, whose first words are there, the script. */
function programPlace({ command, entrypoint, at }: ComposeService): SourceRange {
  const words = command.length > 0 ? command : entrypoint;
  const script =
    /(?:^|\/)(?:ba|da|a|z)?sh$/.test(words[0]?.value ?? '') && words[1]?.value.includes('c') ? words[2] : undefined;
  return script?.at ?? words[0]?.at ?? at;
}
