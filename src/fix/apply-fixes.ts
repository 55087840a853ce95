import { bySeverityThenPlace, type Finding, type Fix, type TextEdit } from '../model/finding.js';
import { offsetsOf, placeEdit, type OffsetOf } from '../model/text-offsets.js';
import { applyEdits, EditList, type PlacedEdit } from './edit-list.js';

/**
 * Why a fix was left out. `suggested`: it was not asked for; `no-file`: a file of it is not to be written; `changed`: another text
 * stands there; `overlap`: a worse finding changes the same place; `no-effect`: it would change nothing.
 */
export type SkipReason = 'suggested' | 'no-file' | 'changed' | 'overlap' | 'no-effect';

/** A finding that has a fix which was left out. */
export interface Skipped {
  readonly finding: Finding;
  readonly why: SkipReason;
}

/** What becomes of one file. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** In order; none overlaps another. */
  readonly edits: readonly PlacedEdit[];
}

/** What became of the fixes of some findings. */
export interface AppliedFixes {
  readonly changes: readonly FileChange[];
  readonly applied: readonly Finding[];
  readonly skipped: readonly Skipped[];
}

/** What may be changed. */
export interface FixOptions {
  /** Applies suggested fixes too. */
  readonly suggestions: boolean;
  /** The one name of a file that may have several; undefined for a file that is not to be written. */
  readonly nameOf?: (path: string) => string | undefined;
}

/** Applies the fixes of findings to texts, the worst finding first, each fix as a whole or not at all. Pure. */
export function applyFixes(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  options: FixOptions,
): AppliedFixes {
  const drafts = new Drafts(texts, options.nameOf ?? ((path) => path));
  const applied: Finding[] = [];
  const skipped: Skipped[] = [];
  for (const finding of [...findings].sort(bySeverityThenPlace)) {
    if (!finding.fix) continue;
    const wanted = finding.fix.safety === 'safe' || options.suggestions;
    const why = wanted ? drafts.take(finding.fix) : 'suggested';
    if (why === undefined) applied.push(finding);
    else skipped.push({ finding, why });
  }
  return { changes: drafts.changes(), applied, skipped };
}

/** One file while edits for it are gathered. */
interface Draft {
  readonly path: string;
  readonly before: string;
  readonly offsetOf: OffsetOf;
  readonly list: EditList;
}

class Drafts {
  readonly #drafts = new Map<string, Draft>();

  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly nameOf: (path: string) => string | undefined,
  ) {}

  /** Takes all edits of a fix, or none and says why. */
  take({ edits }: Fix): SkipReason | undefined {
    const placed: [Draft, PlacedEdit][] = [];
    for (const edit of edits) {
      const draft = this.#draft(edit.location.file);
      if (!draft) return 'no-file';
      const one = place(edit, draft);
      if (!one) return 'changed';
      placed.push([draft, one]);
    }
    if (edits.every(({ replaces, text }) => replaces === text)) return 'no-effect';
    const fresh = placed.filter(([{ list }, edit]) => list.state(edit) !== 'same');
    if (fresh.some(([{ list }, edit]) => list.state(edit) === 'taken') || overlapAmong(fresh)) return 'overlap';
    for (const [{ list }, edit] of fresh) list.add(edit);
    return undefined;
  }

  changes(): FileChange[] {
    return [...this.#drafts.values()]
      .filter(({ list }) => list.edits.length > 0)
      .map(({ path, before, list: { edits } }) => ({ path, before, after: applyEdits(before, edits), edits }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #draft(path: string): Draft | undefined {
    const name = this.nameOf(path);
    const before = this.texts.get(name ?? path);
    if (name === undefined || before === undefined) return undefined;
    const known = this.#drafts.get(name);
    if (known) return known;
    const draft = { path: name, before, offsetOf: offsetsOf(before), list: new EditList() };
    this.#drafts.set(name, draft);
    return draft;
  }
}

/** A fix whose own edits overlap says two things at once. */
function overlapAmong(placed: readonly (readonly [Draft, PlacedEdit])[]): boolean {
  const lists = new Map<Draft, EditList>();
  return placed.some(([draft, edit]) => {
    const list = lists.get(draft) ?? new EditList();
    lists.set(draft, list);
    if (list.state(edit) !== 'free') return true;
    list.add(edit);
    return false;
  });
}

function place(edit: TextEdit, { before, offsetOf }: Draft): PlacedEdit | undefined {
  const at = placeEdit(edit, before, offsetOf);
  return at && { ...at, text: withBreaksOf(before, at.start, edit.text) };
}

/** New lines end as the line does that they stand on, or as the first one does. */
function withBreaksOf(before: string, start: number, text: string): string {
  if (!text.includes('\n')) return text;
  const own = before.indexOf('\n', start);
  const end = own < 0 ? before.indexOf('\n') : own;
  return end > 0 && before[end - 1] === '\r' ? text.replaceAll(/\r?\n/g, '\r\n') : text;
}
