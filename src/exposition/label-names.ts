import type { Sample } from './sample.js';

/** From here on a set is faster than comparing each with each. */
const MANY = 16;

/** The first label whose name another one has already; -1 when there is none. */
export function duplicateLabel(sample: Sample): number {
  if (sample.labels > MANY) return duplicateOfMany(sample);
  const { text } = sample;
  for (let label = 1; label < sample.labels; label++) {
    const start = sample.offset(label, 0);
    const length = sample.offset(label, 1) - start;
    for (let other = 0; other < label; other++) {
      const from = sample.offset(other, 0);
      if (sample.offset(other, 1) - from === length && sameSlice(text, start, from, length)) return label;
    }
  }
  return -1;
}

function sameSlice(text: string, one: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(one + i) !== text.charCodeAt(other + i)) return false;
  return true;
}

function duplicateOfMany(sample: Sample): number {
  const seen = new Set<string>();
  for (let label = 0; label < sample.labels; label++) {
    const name = sample.labelName(label);
    if (seen.has(name)) return label;
    seen.add(name);
  }
  return -1;
}
