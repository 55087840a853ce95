import type { ProbeAnswer } from './target-probe.js';

/** Whether an answer is whole and has no sample: nothing at all, or comments only. What is longer than what was kept is not judged. */
export function isEmptyAnswer({ status, step, bodyStart = '', bodyBytes = 0 }: ProbeAnswer): boolean {
  if (status !== 200 || step !== 'done') return false;
  if (bodyBytes === 0) return true;
  if (new TextEncoder().encode(bodyStart).length < bodyBytes) return false;
  return bodyStart.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
}
