import { BACKSLASH } from './characters.js';
import type { Sample } from './sample.js';

const FIRST_SIZE = 1 << 10;

/**
 * Which series were seen: a table of hashes with the offset of each series' first sample. A hash that is found again is no proof:
 * `isSame` compares the texts. 8 bytes a slot, at most half of them used.
 */
export class SeriesTable {
  #hashes = new Int32Array(FIRST_SIZE);
  /** Offset of the sample, plus 1; 0 for a free slot. */
  #places = new Uint32Array(FIRST_SIZE);
  size = 0;

  /** Adds a series. Returns the offset of the first sample that is the same one, or -1. */
  add(hash: number, place: number, isSame: (place: number) => boolean): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    for (let at = this.#places[slot] ?? 0; at !== 0; at = this.#places[slot] ?? 0) {
      if (this.#hashes[slot] === hash && isSame(at - 1)) return at - 1;
      slot = (slot + 1) & mask;
    }
    this.#hashes[slot] = hash;
    this.#places[slot] = place + 1;
    this.size++;
    if (this.size * 2 > this.#hashes.length) this.#grow();
    return -1;
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places];
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#places = new Uint32Array(hashes.length * 2);
    const mask = this.#hashes.length - 1;
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      if (place === 0) continue;
      let slot = (hashes[i] ?? 0) & mask;
      while (this.#places[slot] !== 0) slot = (slot + 1) & mask;
      this.#hashes[slot] = hashes[i] ?? 0;
      this.#places[slot] = place;
    }
  }
}

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A hash of what the slice says: an escape is what it stands for. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let h = seed;
  for (let i = start; i < end; i++) {
    let c = text.charCodeAt(i);
    if (c === BACKSLASH) {
      const next = text.charCodeAt(i + 1);
      if (next === 110) c = 10;
      else if (next === BACKSLASH || next === 34) c = next;
      if (c !== BACKSLASH || next === BACKSLASH) i++;
    }
    h = Math.imul(h ^ c, 0x01000193);
  }
  return h;
}

/** A hash of the series of a sample in which the order of labels does not matter; labels without a value are none. */
export function seriesHash(sample: Sample, without = -1): number {
  const { text, labels } = sample;
  let hash = mixed(hashOf(text, sample.nameStart, sample.nameEnd, 0x811c9dc5));
  for (let label = 0; label < labels; label++) {
    const valueStart = sample.offset(label, 2);
    const valueEnd = sample.offset(label, 3);
    if (label === without || valueStart === valueEnd) continue;
    const name = hashOf(text, sample.offset(label, 0), sample.offset(label, 1), 0x811c9dc5);
    hash = (hash + mixed(hashOf(text, valueStart, valueEnd, name ^ 0x3d))) | 0;
  }
  return hash;
}

/** The series of a sample as one text that only the same series has. */
export function seriesKey(sample: Sample): string {
  const labels: string[] = [];
  for (let label = 0; label < sample.labels; label++) {
    const value = sample.labelValue(label);
    if (value !== '') labels.push(JSON.stringify([sample.labelName(label), value]));
  }
  return `${JSON.stringify(sample.name())}${labels.sort().join('')}`;
}
