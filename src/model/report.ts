import type { Finding, Location } from './finding.js';
import type { Suppressed } from './suppression.js';
import type { TempoRecord } from './tempo.js';

/** `error`: the gate could not judge. */
export type Verdict = 'pass' | 'fail' | 'error';

/** State of the stack; `degraded`: targets are missing, but Prometheus and the services work. */
export type Status = 'healthy' | 'degraded' | 'unhealthy';

/** How one stage of the pipeline ended. */
export interface StageReport {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly started_at?: string;
  readonly duration_ms?: number;
  readonly skipped_because?: string;
}

/** One service as it was last seen. */
export interface ServiceReport {
  readonly name: string;
  readonly image: string;
  readonly state: string;
  readonly health: string;
  readonly restarts: number;
  readonly exit_code?: number;
  readonly oom_killed?: boolean;
  /** These since the start of the run, as far as they are known: Docker made its container, and started it (no restarted one). */
  readonly created_after_ms?: number;
  readonly started_after_ms?: number;
  readonly ready_after_ms?: number;
  /** The first of its targets was seen up. */
  readonly first_scrape_after_ms?: number;
  /** Its process ended; absent while it runs. */
  readonly exited_after_ms?: number;
  readonly depends_on: readonly string[];
  readonly logs_tail?: readonly string[];
}

/** One expected target and what became of it. */
export interface TargetReport {
  readonly job: string;
  readonly target: string;
  readonly expected_from: { readonly file: string; readonly line: number };
  readonly health: 'up' | 'down' | 'unknown' | 'missing' | 'dropped' | 'external';
  /** The relabelling step that drops it. */
  readonly dropped_by?: { readonly file: string; readonly line: number };
  readonly service?: string;
  readonly last_error?: string;
  readonly scrape_duration_ms?: number;
  /** Since the start of the run. */
  readonly first_up_after_ms?: number;
}

/** A file that was read. */
export interface FileReport {
  readonly path: string;
  readonly kind: string;
  readonly errors: number;
  readonly warnings: number;
}

/** Health of Prometheus in the form that the user's card asks for. */
export interface PrometheusHealth {
  readonly status: 'healthy' | 'degraded' | 'failed';
  readonly timestamp: number;
  readonly service_running: boolean;
  readonly config_valid: boolean;
  readonly endpoints_accessible: Readonly<Record<string, boolean>>;
  readonly error_messages: readonly string[];
  readonly recovery_actions: readonly string[];
}

/** State of the configuration in the form that the user's card asks for. */
export interface ConfigStatus {
  readonly yaml_valid: boolean;
  readonly scrape_configs: readonly string[];
  readonly target_accessibility: Readonly<Record<string, boolean>>;
  readonly validation_errors: readonly string[];
  readonly recommendations: readonly string[];
}

/** The report of one run: `report.json` as it is written. Schema: `schemas/report.schema.json`. */
export interface Report {
  readonly schema_version: 1;
  readonly tool: { readonly name: 'scrapegate'; readonly version: string };
  readonly command: 'check' | 'gate';
  readonly verdict: Verdict;
  readonly status: Status;
  /** Unix seconds at the end of the run. */
  readonly timestamp: number;
  readonly started_at: string;
  readonly duration_ms: number;
  readonly error?: string;
  readonly checks: { readonly prometheus: string; readonly scrape_targets: string; readonly configuration: string };
  readonly prometheus_url?: string;
  readonly prometheus_health: PrometheusHealth;
  readonly config_status: ConfigStatus;
  readonly files: readonly FileReport[];
  readonly stages: readonly StageReport[];
  readonly findings: readonly Finding[];
  /** Findings that do not count for the verdict; none of them is in `findings`. */
  readonly suppressed: readonly Suppressed[];
  readonly services: readonly ServiceReport[];
  readonly targets: readonly TargetReport[];
  /** Programs that were asked about the files, and whether they accept them. */
  readonly authorities: readonly { readonly program: string; readonly about: string; readonly accepted: boolean }[];
  readonly recovery: readonly { action: string; subject: string; reason: string; result: string; at: string }[];
  readonly budgets: readonly { name: string; limit: number; value: number; ok: boolean }[];
  readonly tempo: TempoRecord;
}

export type { Location };
