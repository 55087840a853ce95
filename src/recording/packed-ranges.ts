import type { SourceFile, SourceRange } from '../model/source.js';

/** Where a value is written, in the form that a record keeps. */
export interface PackedRange {
  readonly $file: string;
  readonly inline?: number;
  readonly start: number;
  readonly end: number;
}

/** Ranges of a value become names of files, deep inside of it. */
export function pack(value: unknown, inline: readonly SourceFile[]): unknown {
  if (Array.isArray(value)) return value.map((one) => pack(one, inline));
  if (typeof value !== 'object' || value === null) return value;
  if (isRange(value)) {
    const index = inline.indexOf(value.file);
    const { start, end } = value;
    return { $file: value.file.path, ...(index < 0 ? {} : { inline: index }), start, end } satisfies PackedRange;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pack(one, inline)]));
}

/** The opposite, with the files of a stack that was loaded again. Throws when one of them is not there. */
export function unpack(value: unknown, files: readonly SourceFile[], inline: readonly SourceFile[]): unknown {
  if (Array.isArray(value)) return value.map((one) => unpack(one, files, inline));
  if (typeof value !== 'object' || value === null) return value;
  if ('$file' in value) {
    const { $file, inline: index, start, end } = value as PackedRange;
    const file = index === undefined ? files.find(({ path }) => path === $file) : inline[index];
    if (!file) throw new Error(`the recording has no file "${$file}"`);
    return { file, start, end } satisfies SourceRange;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one, files, inline)]));
}

function isRange(value: object): value is SourceRange {
  return 'file' in value && typeof value.file === 'object' && 'start' in value && 'end' in value;
}
