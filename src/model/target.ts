import type { SourceRange } from './source.js';

/** How long Prometheus may take with a target before its silence is an answer; milliseconds, as the configuration says. */
export interface TargetTiming {
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** How often its discovery asks again; 0 for what is known when Prometheus starts. */
  readonly refreshMs: number;
}

/** Which of the targets of a discovery an expectation is about: those of one DNS name, or of one service's containers. */
export interface DiscoveredBy {
  /** The key of the configuration, such as `dns_sd_configs`. */
  readonly discovery: string;
  readonly dnsName?: string | undefined;
  /** Containers of this service, for docker_sd_configs. */
  readonly containersOf?: string | undefined;
}

/** A target that the configuration promises. */
export interface ExpectedTarget {
  readonly job: string;
  /** As written, before relabelling: `HOST:PORT`. Undefined for a discovery, which must give at least one target. */
  readonly address?: string | undefined;
  /** The line of the configuration that names it. */
  readonly at: SourceRange;
  /** The service it resolves to after relabelling, when it is one of the stack. */
  readonly service?: string | undefined;
  /** Absent for targets that are listed. */
  readonly found?: DiscoveredBy | undefined;
  /** How many targets a discovery has to give: one of each replica. One when absent. */
  readonly atLeast?: number | undefined;
  /** It is outside of the stack: nothing that a run starts can bring it up. */
  readonly external?: boolean | undefined;
  /** The relabelling step that drops it, by the configuration alone. */
  readonly droppedBy?: SourceRange | undefined;
  readonly timing?: TargetTiming | undefined;
}

/**
 * `missing` was never created by Prometheus; `dropped` was removed by relabelling; `external` is outside of the stack, not up, and
 * allowed not to be.
 */
export type TargetHealth = 'up' | 'down' | 'unknown' | 'missing' | 'dropped' | 'external';

/** An expected target beside what Prometheus said of it. */
export interface TargetResult {
  readonly expected: ExpectedTarget;
  readonly health: TargetHealth;
  readonly scrapeUrl?: string | undefined;
  readonly lastError?: string | undefined;
  readonly scrapeDurationMs?: number | undefined;
  readonly firstUpAfterMs?: number | undefined;
  /** The relabelling step that dropped it, or all that its discovery found. */
  readonly droppedBy?: SourceRange | undefined;
  /** How often it went down after it had been up. */
  readonly flaps?: number | undefined;
  /** How many targets a discovery gave, where that is fewer than it has to. */
  readonly foundOnly?: number | undefined;
  /** Why a scrape that was seen proves nothing, such as a clock that jumped. */
  readonly doubt?: string | undefined;
}

/** Whether nothing is wrong with a target. What is dropped or excused is no evidence either. */
export function isFine({ health }: Pick<TargetResult, 'health'>): boolean {
  return health === 'up' || health === 'dropped' || health === 'external';
}

/** Whether a target says anything about the stack: what is dropped or excused does not. */
export function isEvidence({ health }: Pick<TargetResult, 'health'>): boolean {
  return health !== 'dropped' && health !== 'external';
}
