/** A replacement by offsets; an insertion replaces nothing. */
export interface PlacedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one text in the order of their places. No two of them overlap, so that their order cannot matter. */
export class EditList {
  readonly #edits: PlacedEdit[] = [];

  get edits(): readonly PlacedEdit[] {
    return this.#edits;
  }

  /** `same`: this very edit is there already, as when two findings are mended by one. */
  state(edit: PlacedEdit): 'free' | 'same' | 'taken' {
    const index = this.#indexOf(edit);
    const near = [this.#edits[index - 1], this.#edits[index]];
    if (near.some((other) => other && isSame(edit, other))) return 'same';
    return near.some((other) => other && overlap(edit, other)) ? 'taken' : 'free';
  }

  /** Takes an edit that is free. */
  add(edit: PlacedEdit): void {
    this.#edits.splice(this.#indexOf(edit), 0, edit);
  }

  /** The first edit that does not start before this one. */
  #indexOf({ start }: PlacedEdit): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What becomes of a text. The edits are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly PlacedEdit[]): string {
  let from = 0;
  let result = '';
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** An insertion that touches another edit overlaps it: which of them comes first would be chance. */
function overlap(a: PlacedEdit, b: PlacedEdit): boolean {
  const insertion = a.start === a.end || b.start === b.end;
  return insertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function isSame(a: PlacedEdit, b: PlacedEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}
