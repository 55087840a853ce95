import type { CodeTable } from '../model/code-facts.js';
import { bySeverityThenPlace, type Finding } from '../model/finding.js';
import { nearest } from '../model/nearest.js';
import { locate, type SourceFile } from '../model/source.js';
import type { IgnoreEntry, Sifted, Suppressed } from '../model/suppression.js';
import { settingsSuppressions } from './from-settings.js';
import { heldBack, neverSuppressed, type Evidence } from './held.js';
import { inlineSuppressions } from './inline.js';
import { codesAndFamilies, namesCode, suppressionFinding, type Suppression } from './suppression.js';

/** What suppressions are judged by, besides the findings. */
export interface SuppressionContext {
  readonly codes: CodeTable;
  readonly evidence: Evidence;
}

/**
 * Takes the findings out that comments in the files and the settings ask for, and says what is wrong with these. Pure.
 *
 * @param files every text that was read
 * @param ignores `ignore` of the settings file
 */
export function applySuppressions(
  findings: readonly Finding[],
  files: readonly SourceFile[],
  ignores: readonly IgnoreEntry[],
  { codes, evidence }: SuppressionContext,
): Sifted {
  const inline = inlineSuppressions(files);
  const all = [...inline.suppressions, ...settingsSuppressions(ignores)];
  const faults = all.map((suppression) => [suppression, faultOf(suppression, codes)] as const);
  const active = faults.flatMap(([suppression, fault]) => (fault ? [] : [suppression]));
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  const effective = new Set<Suppression>();
  const refused = new Map<Suppression, Finding>();
  for (const finding of findings) {
    const asking = active.filter(({ code, covers }) => namesCode(code, finding.code) && covers(finding));
    const [first] = asking;
    const held = first && heldBack(finding, evidence);
    for (const one of asking) {
      effective.add(one);
      if (held !== undefined && !refused.has(one)) refused.set(one, refusal(one, finding, held));
    }
    if (!first || held !== undefined) kept.push(finding);
    else suppressed.push({ finding, kind: first.kind, reason: first.reason, location: locate(first.at) });
  }
  const about = [
    ...inline.problems,
    ...faults.flatMap(([, fault]) => fault ?? []),
    ...refused.values(),
    // A file that cannot be read hides what would be found in it.
    ...active.filter((one) => evidence.allRead && !effective.has(one) && isJudged(one)).map(unused),
  ];
  return { findings: inOrder([...kept, ...about]), suppressed };
}

/** Run-time findings come and go: one run in which there is none does not make a suppression useless. */
function isJudged({ code }: Suppression): boolean {
  return !code.startsWith('runtime/');
}

/** What the running stack showed stays first, in its order of causes; the rest goes by severity and place. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const ofFiles = ({ stage }: Finding): boolean => stage === 'settings' || stage === 'load' || stage === 'check';
  return [...findings.filter((one) => !ofFiles(one)), ...findings.filter(ofFiles).sort(bySeverityThenPlace)];
}

/** No code is longer; what is would only be slow to compare. */
const LONGEST_CODE = 100;

/** Why a suppression cannot be what its writer meant. */
function faultOf({ kind, code, reason, at }: Suppression, codes: CodeTable): Finding | undefined {
  const known = codesAndFamilies(codes);
  if (!known.includes(code)) {
    const similar = code.length > LONGEST_CODE ? undefined : nearest(code, known);
    const shown = code.length > LONGEST_CODE ? `${code.slice(0, LONGEST_CODE)}…` : code;
    const guess = similar === undefined ? '' : `: did you mean "${similar}"?`;
    const help =
      similar === undefined ? 'take the code from the finding, where it stands in brackets' : `write "${similar}"`;
    return suppressionFinding(
      'suppression/unknown-code',
      `"${shown}" is no code or family of findings${guess}`,
      at,
      help,
    );
  }
  const held = neverSuppressed(code);
  if (held !== undefined) {
    const help = 'remove the suppression and mend what the finding says';
    return suppressionFinding('suppression/refused', `"${code}" cannot be suppressed: ${held}`, at, help);
  }
  if (reason !== '') return undefined;
  const expected = kind === 'inline' ? 'expected ": REASON" after the code' : 'expected "reason" with a text';
  const message = `the suppression of "${code}" gives no reason, so it suppresses nothing: ${expected}`;
  return suppressionFinding('suppression/no-reason', message, at, 'say why the finding may stay');
}

function refusal({ code, at }: Suppression, finding: Finding, why: string): Finding {
  const message = `the suppression of "${code}" has no effect on "${finding.code}": ${why}`;
  const about = suppressionFinding('suppression/refused', message, at, 'mend what the finding says');
  const { location } = finding;
  return location ? { ...about, related: [{ message: 'this finding counts', location }] } : about;
}

function unused({ code, at, scope }: Suppression): Finding {
  const message = `the suppression of "${code}" suppresses nothing: there is no such finding ${scope}`;
  return suppressionFinding('suppression/unused', message, at, 'remove it');
}
