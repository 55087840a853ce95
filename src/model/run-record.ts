import type { Finding } from './finding.js';
import type { Observation } from './observation.js';
import type { Plan } from './plan.js';
import type { StageReport } from './report.js';
import type { SourceFile } from './source.js';
import type { Stack } from './stack.js';
import type { Suppressed } from './suppression.js';
import type { TargetResult } from './target.js';
import type { TempoRecord } from './tempo.js';

/** All that one run left behind, from which verdict and report are computed. */
export interface RunRecord {
  readonly command: 'check' | 'gate';
  readonly startedMs: number;
  readonly endedMs: number;
  readonly stack?: Stack | undefined;
  /** Every file that was read. */
  readonly files: readonly SourceFile[];
  /** Configurations that are written inside one of the files. */
  readonly inline: readonly SourceFile[];
  readonly plan?: Plan | undefined;
  readonly findings: readonly Finding[];
  /** Findings that were taken out of `findings` on request. */
  readonly suppressed?: readonly Suppressed[] | undefined;
  readonly stages: readonly StageReport[];
  readonly targets: readonly TargetResult[];
  readonly observation?: Observation | undefined;
  /** When each service became ready, milliseconds since the epoch. */
  readonly readyAt: ReadonlyMap<string, number>;
  /** Absent when nothing was run. */
  readonly tempo?: TempoRecord | undefined;
  /** Why the gate could not judge: environment, bad option, own bug. */
  readonly error?: string | undefined;
}
