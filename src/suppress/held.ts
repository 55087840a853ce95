import type { Finding } from '../model/finding.js';

/** Why a finding of this code always counts; undefined when it may be suppressed. */
export function neverSuppressed(code: string): string | undefined {
  if (/^(?:suppression|baseline)\//.test(code)) return 'it is about suppressions themselves';
  if (code === 'settings/invalid') return 'nothing was started';
  return NO_EVIDENCE.has(code) ? 'a gate never passes without evidence' : undefined;
}

/** What says that nothing was proved, or that the proof was cut short. */
const NO_EVIDENCE = new Set(['runtime/no-evidence', 'runtime/prometheus-unreachable', 'runtime/interrupted']);

/** What a run has seen so far, as far as it matters to what may be suppressed. */
export interface Evidence {
  readonly command: 'check' | 'gate';
  /** Every file could be read, so that what was not found is not there. */
  readonly allRead: boolean;
  /** The stack has a Prometheus and targets, so that something can be proved. */
  readonly provable: boolean;
  /** At least one target is up; undefined before anything was started. */
  readonly someUp?: boolean | undefined;
}

/** Why a finding counts in this run although somebody asked otherwise; undefined when it need not. */
export function heldBack(finding: Finding, { command, provable, someUp }: Evidence): string | undefined {
  const always = neverSuppressed(finding.code);
  if (always !== undefined || command === 'check' || finding.severity !== 'error') return always;
  if (!provable) return 'there is nothing that a gate could prove without it';
  if (someUp === false && finding.code.startsWith('runtime/'))
    return 'no target is up, and a gate never passes without evidence';
  return undefined;
}
