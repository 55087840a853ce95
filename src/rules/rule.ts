import type { Cause } from '../model/cause.js';
import type { Document, DocumentKind } from '../model/document.js';
import type { Finding, FindingStage, Fix, Severity, Subject } from '../model/finding.js';
import type { Observation } from '../model/observation.js';
import type { Plan } from '../model/plan.js';
import { locate, type SourceRange } from '../model/source.js';
import type { Stack } from '../model/stack.js';
import type { TargetResult } from '../model/target.js';
import { docsUrl } from '../model/docs-url.js';
import { toFix } from './edits.js';

/** Text in place of what stands at a range; where the range is empty it is inserted. */
export interface SourceEdit {
  readonly at: SourceRange;
  readonly text: string;
}

/** How a problem can be mended. Rules only say so; nothing is written here. */
export interface ProblemFix {
  readonly safety: Fix['safety'];
  readonly title: string;
  readonly edits: readonly SourceEdit[];
}

/** What a rule found, before it becomes a finding. */
export interface Problem {
  readonly message: string;
  readonly at?: SourceRange | undefined;
  readonly help?: string | undefined;
  readonly subject?: Subject;
  readonly related?: readonly { readonly message: string; readonly at: SourceRange }[];
  readonly cause?: Cause;
  readonly evidence?: readonly string[];
  readonly fix?: ProblemFix | undefined;
  /** When this one case is better or worse than the rule's usual one. */
  readonly severity?: Severity;
}

interface RuleTexts {
  /** `family/name`, the path of this rule's file, fixtures and page. */
  readonly code: string;
  readonly severity: Severity;
  /** One line for the table of rules. */
  readonly summary: string;
  /** Why it matters; the page's first paragraph. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A rule over one configuration file, wherever it was found. */
export interface DocumentRule extends RuleTexts {
  readonly scope: 'document';
  readonly kinds: readonly DocumentKind[];
  check(document: Document): readonly Problem[];
}

/** A rule over the compose project and all that it mounts: what no file tells alone. */
export interface StackRule extends RuleTexts {
  readonly scope: 'stack';
  check(stack: Stack): readonly Problem[];
}

/** A rule that needs nothing to run. */
export type StaticRule = DocumentRule | StackRule;

/** All that is known of a run when it is judged. */
export interface Run {
  readonly stack: Stack;
  readonly plan: Plan;
  readonly targets: readonly TargetResult[];
  readonly observation: Observation;
}

/** A rule over a recorded run. */
export interface RuntimeRule extends RuleTexts {
  readonly scope: 'runtime';
  readonly stage: FindingStage;
  judge(run: Run): readonly Problem[];
}

/** Either kind. */
export type Rule = StaticRule | RuntimeRule;

/** The finding a rule's problem becomes. */
export function toFinding(rule: Rule, problem: Problem): Finding {
  const fix = problem.fix && toFix(problem.fix);
  return {
    code: rule.code,
    severity: problem.severity ?? rule.severity,
    stage: rule.scope === 'runtime' ? rule.stage : 'check',
    message: problem.message,
    ...(problem.cause ? { cause: problem.cause } : {}),
    ...(problem.at ? { location: locate(problem.at) } : {}),
    related: (problem.related ?? []).map(({ message, at }) => ({ message, location: locate(at) })),
    ...(problem.subject ? { subject: problem.subject } : {}),
    help: problem.help ?? rule.remedy,
    docs_url: docsUrl(`rules/${rule.code}`),
    ...(fix ? { fix } : {}),
    ...(problem.evidence?.length ? { evidence: problem.evidence } : {}),
  };
}
