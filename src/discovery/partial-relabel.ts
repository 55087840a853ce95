import { isKept, relabel, type Labels, type RelabelStep } from './relabel.js';

/** What becomes of a target of which not every label is known. */
export type PartialOutcome = 'kept' | 'unknown' | RelabelStep;

/**
 * Follows relabelling as far as the labels are known: a step that looks at an unknown one makes its own target unknown, and may
 * keep or drop the target, so that nothing certain can be said any more.
 * @param mayHave whether a label that is not among the known ones may still have a value
 */
export function relabelPartly(
  known: Labels,
  steps: readonly RelabelStep[],
  mayHave: (label: string) => boolean,
): PartialOutcome {
  let labels = known;
  let certain = true;
  const unknown = new Set<string>();
  let renamed = false;
  const isUnknown = (label: string): boolean =>
    unknown.has(label) || (!labels.has(label) && (renamed || mayHave(label)));
  for (const step of steps) {
    if (!readsUnknown(step, isUnknown)) {
      const after = relabel(labels, [step]);
      if (!isKept(after)) return certain ? after : 'unknown';
      labels = after;
      unknown.delete(step.target);
      // Labels that nobody knows may have been copied too, to any name.
      renamed ||= step.action === 'labelmap';
    } else if (DECIDES.has(step.action)) certain = false;
    else if (step.target !== '') unknown.add(step.target);
  }
  return certain ? 'kept' : 'unknown';
}

const DECIDES = new Set(['keep', 'drop', 'keepequal', 'dropequal']);
const COMPARES = new Set(['keepequal', 'dropequal']);

function readsUnknown(step: RelabelStep, isUnknown: (label: string) => boolean): boolean {
  if (COMPARES.has(step.action) && isUnknown(step.target)) return true;
  return step.sources.some(isUnknown);
}
