import { explainExitCode } from '../model/exit-code.js';
import { LOG_HEADING, evidenceLine } from '../model/evidence.js';
import { clockTime, lasting, moment } from '../model/moment.js';
import type { ContainerSnapshot, ProbeResult } from '../model/observation.js';
import type { ComposeService } from '../model/stack.js';
import type { Run } from './rule.js';
import { waitingChains } from './waiting-chain.js';

/** Runs of the probe that are quoted, and lines of each one's output. */
const PROBES = 3;
const PROBE_LINES = 12;

/**
 * All that explains why a service is not as it should be: since when, its exit code in words, the runs of its probe, who waits for
 * it, and its last log lines. For `evidence` of a finding, see `model/evidence.ts`.
 */
export function failureEvidence(run: Run, service: ComposeService, container: ContainerSnapshot): string[] {
  const log = run.observation.logs[service.name] ?? [];
  return [
    ...since(container, run.observation.runStartedMs),
    ...exit(container),
    ...(container.startError === '' ? [] : [`Docker says: ${container.startError}`]),
    ...probes(service, container),
    ...waitingChains(run, service.name).map((chain) => `waiting for it: ${chain}`),
    ...(log.length > 0 ? [LOG_HEADING, ...log.map(evidenceLine)] : ['log: it logged nothing']),
  ];
}

/** When it came to be as it is, by the clock and since the run began. */
function since(container: ContainerSnapshot, runStartedMs: number | undefined): string[] {
  const { state, startedAtMs, finishedAtMs, restarts } = container;
  const at = (ms: number): string => moment(ms, runStartedMs);
  if (state === 'running') {
    const [bad, all] = failingProbes(container);
    if (bad) return [`since: its probe fails${all ? ' at least' : ''} since ${at(Date.parse(bad.at))}`, ...looping()];
    return [...(startedAtMs > 0 ? [`since: it runs since ${at(startedAtMs)}`] : []), ...looping()];
  }
  if (finishedAtMs <= 0) return looping();
  const ran =
    startedAtMs > 0 && finishedAtMs >= startedAtMs ? `; it ran for ${lasting(finishedAtMs - startedAtMs)}` : '';
  return [`since: it exited at ${at(finishedAtMs)}${ran}`, ...looping()];

  function looping(): string[] {
    const { restartPolicy, createdAtMs = Infinity } = container;
    const within = finishedAtMs > createdAtMs ? ` in ${lasting(finishedAtMs - createdAtMs)}` : '';
    return restarts > 0 ? [`restarts: ${String(restarts)}${within} by its restart policy "${restartPolicy}"`] : [];
  }
}

/** The first of the failures that its last probes were, and whether more of them may lie before what Docker keeps. */
function failingProbes({ probes: kept }: ContainerSnapshot): [ProbeResult | undefined, boolean] {
  const lastGood = kept.findLastIndex(({ exitCode }) => exitCode === 0);
  return [kept[lastGood + 1], lastGood < 0 && kept.length >= 5];
}

function exit({ state, exitCode, oomKilled, restarts }: ContainerSnapshot): string[] {
  // Docker keeps the code of the run before only while the container does not run.
  if (state === 'running' || state === 'created' || state === 'paused') {
    return oomKilled || restarts === 0 || exitCode === 0 ? [] : explained();
  }
  return explained();

  function explained(): string[] {
    const words = explainExitCode(exitCode, { oomKilled }) ?? 'a code of its own; what it means only the program says';
    return [`exit code ${String(exitCode)}: ${words}`];
  }
}

function probes({ healthcheck }: ComposeService, { probes: kept, failingStreak = 0 }: ContainerSnapshot): string[] {
  if (kept.length === 0) return [];
  const command =
    healthcheck && healthcheck.test.length > 0 ? healthcheck.test.join(' ') : "the image's own HEALTHCHECK";
  const streak = failingStreak > 1 ? ` (failed ${String(failingStreak)} times in a row)` : '';
  return [
    `probe: ${command}${streak}`,
    ...kept.slice(-PROBES).map((probe, index, all) => probeRun(probe, all[index - 1])),
  ];
}

function probeRun(probe: ProbeResult, before: ProbeResult | undefined): string {
  const startedMs = Date.parse(probe.at);
  const endedMs = Date.parse(probe.endedAt ?? '');
  const took = endedMs >= startedMs ? `, took ${lasting(endedMs - startedMs)}` : '';
  const time = Number.isNaN(startedMs) ? probe.at : clockTime(startedMs);
  const output = probe.output.trim();
  const said = output !== '' && output === before?.output.trim() ? 'the same output' : outputOf(output);
  return `probe run: ${time}${took}, exit code ${String(probe.exitCode)}, ${said}`;
}

/** Lines after the first one are indented, so that they stay a part of this piece of evidence. */
function outputOf(output: string): string {
  const lines = output.split('\n');
  const shown = lines.slice(0, PROBE_LINES).map(evidenceLine);
  const cut = lines.length > shown.length ? [`… ${String(lines.length - shown.length)} more lines`] : [];
  return [...shown, ...cut].join('\n  ') || 'no output';
}
