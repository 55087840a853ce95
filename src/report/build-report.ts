import { CAUSES, type Cause } from '../model/cause.js';
import { evidenceLine } from '../model/evidence.js';
import type { Finding } from '../model/finding.js';
import type { Report, ServiceReport, Status, TargetReport, Verdict } from '../model/report.js';
import type { RunRecord } from '../model/run-record.js';
import { locate, type SourceRange } from '../model/source.js';
import { isEvidence, isFine, type TargetResult } from '../model/target.js';
import { configStatus, prometheusHealth } from './card-blocks.js';
import { serviceTimes } from './service-times.js';

const LOG_TAIL = 25;

/** The report of a run. Pure: the same record gives the same report. */
export function buildReport(record: RunRecord, verdict: Verdict, status: Status, version: string): Report {
  const targets = record.targets.map(targetReport);
  return {
    schema_version: 1,
    tool: { name: 'scrapegate', version },
    command: record.command,
    verdict,
    status,
    timestamp: record.endedMs / 1000,
    started_at: new Date(record.startedMs).toISOString(),
    duration_ms: record.endedMs - record.startedMs,
    ...(record.error === undefined ? {} : { error: record.error }),
    checks: checks(record),
    ...(record.observation?.prometheus.url ? { prometheus_url: record.observation.prometheus.url } : {}),
    prometheus_health: prometheusHealth(record, status),
    config_status: configStatus(record),
    files: record.files.map(({ path, kind }) => ({
      path,
      kind,
      errors: count(record.findings, path, 'error'),
      warnings: count(record.findings, path, 'warning'),
    })),
    stages: record.stages,
    findings: record.findings,
    suppressed: record.suppressed ?? [],
    services: services(record),
    targets,
    authorities: (record.observation?.authorities ?? []).map(({ program, about, accepted }) => ({
      program,
      about,
      accepted,
    })),
    recovery: [],
    budgets: [],
    tempo: record.tempo ?? { mode: 'faithful', changes: [], confirmations: [] },
  };
}

function count(findings: readonly Finding[], path: string, severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity && finding.location?.file === path).length;
}

/** The three one-word answers of the contract, each with its reason when it is not `ok`. */
function checks(record: RunRecord): Report['checks'] {
  const failed = (finding: Finding | undefined): string | undefined =>
    finding && `failed: ${finding.cause ? CAUSES[finding.cause as Cause].title : finding.message}`;
  const errors = record.findings.filter(({ severity }) => severity === 'error');
  const configuration = errors.find(({ stage }) => stage === 'check' || stage === 'load' || stage === 'settings');
  const aboutTargets = errors.find(({ code }) => code.startsWith('runtime/target-') || code === 'runtime/no-evidence');
  // A target that is down stays so when nobody wants to hear of it.
  const hushed = (record.suppressed ?? []).find(({ finding }) => finding.code.startsWith('runtime/target-'));
  const other = errors.find(
    (finding) => finding !== configuration && finding.stage !== 'check' && finding.stage !== 'load',
  );
  const notAsked = record.error ?? (record.command === 'check' ? 'not started by check' : 'it was never asked');
  const ready = record.observation?.prometheus.ready === true;
  const allUp = record.targets.some((target) => isEvidence(target)) && record.targets.every((target) => isFine(target));
  return {
    prometheus: ready
      ? 'ok'
      : `failed: ${record.observation?.prometheus.lastError ?? failed(other)?.slice(8) ?? notAsked}`,
    scrape_targets: allUp
      ? 'ok'
      : (failed(aboutTargets ?? hushed?.finding) ?? `failed: ${failed(other)?.slice(8) ?? notAsked}`),
    configuration: failed(configuration) ?? (record.files.length > 0 ? 'ok' : `failed: ${notAsked}`),
  };
}

function services(record: RunRecord): ServiceReport[] {
  const { stack, observation } = record;
  if (!observation) return [];
  return (stack?.project.services ?? []).map((service): ServiceReport => {
    const containers = observation.containers.filter((container) => container.service === service.name);
    const container = containers.find(({ state }) => state !== 'running') ?? containers[0];
    const logs = observation.logs[service.name];
    return {
      name: service.name,
      image: container?.image ?? service.image?.value ?? '',
      state: container?.state ?? 'not started',
      health: container?.health ?? 'none',
      restarts: container?.restarts ?? 0,
      ...(container?.state === 'exited' ? { exit_code: container.exitCode } : {}),
      ...(container?.oomKilled ? { oom_killed: true } : {}),
      ...serviceTimes(record, service.name, containers),
      depends_on: service.dependsOn.map((dependency) => dependency.service),
      ...(logs ? { logs_tail: logs.slice(-LOG_TAIL).map(evidenceLine) } : {}),
    };
  });
}

function placeOf(at: SourceRange): { file: string; line: number } {
  const { file, start } = locate(at);
  return { file, line: start.line };
}

function targetReport(result: TargetResult): TargetReport {
  return {
    job: result.expected.job,
    target: result.expected.address ?? result.scrapeUrl ?? '(discovered)',
    expected_from: placeOf(result.expected.at),
    health: result.health,
    ...(result.expected.service === undefined ? {} : { service: result.expected.service }),
    ...(result.lastError === undefined ? {} : { last_error: result.lastError }),
    ...(result.droppedBy === undefined ? {} : { dropped_by: placeOf(result.droppedBy) }),
    ...(result.scrapeDurationMs === undefined ? {} : { scrape_duration_ms: result.scrapeDurationMs }),
    ...(result.firstUpAfterMs === undefined ? {} : { first_up_after_ms: result.firstUpAfterMs }),
  };
}
