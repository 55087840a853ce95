import { wellFormed } from './harmless.js';

/** The line of a finding's evidence after which the last lines of a log follow, to the end. */
export const LOG_HEADING = 'its last log lines:';

/** What evidence a finding has: what was observed, and the last log lines of the service. */
export interface Evidence {
  readonly facts: readonly string[];
  readonly log: readonly string[];
}

/** Takes a finding's evidence apart. A fact may be `label: text`, and goes on in lines that are indented. */
export function splitEvidence(evidence: readonly string[] = []): Evidence {
  const at = evidence.indexOf(LOG_HEADING);
  return at < 0 ? { facts: evidence, log: [] } : { facts: evidence.slice(0, at), log: evidence.slice(at + 1) };
}

/** The label of a fact and its text; the label is empty where it has none. Labels are lower case and short: others' words are not. */
export function labelOf(fact: string): [label: string, text: string] {
  const [, label, text] = /^([a-z][a-z0-9 -]{1,24}): (.*)$/s.exec(fact) ?? [];
  return label === undefined || text === undefined ? ['', fact] : [label, text];
}

/** Longer lines are data, not words: a log may have one of a megabyte. */
const LONGEST_LINE = 1000;

/** A line of a log or of a probe's output, cut to a length that a report can carry. */
export function evidenceLine(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  return `${wellFormed(line.slice(0, LONGEST_LINE))}… (${String(line.length - LONGEST_LINE)} more characters)`;
}
