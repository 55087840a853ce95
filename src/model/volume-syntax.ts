/** The short syntax of a volume, in parts. */
export interface ShortVolume {
  /** Empty for an anonymous volume. */
  readonly source: string;
  readonly target: string;
  readonly options: readonly string[];
  /** What is wrong with it, if anything. */
  readonly problem?: 'empty' | 'empty part' | 'too many colons' | undefined;
}

/** `[SOURCE:]TARGET[:OPTIONS]`; the colon after one letter belongs to a Windows drive, not to the syntax. */
export function splitVolume(written: string): ShortVolume {
  if (written === '') return { source: '', target: '', options: [], problem: 'empty' };
  if (written.length <= 2) return { source: '', target: written, options: [] };
  const parts = split(written);
  const problem = parts.includes('') ? 'empty part' : parts.length > 3 ? 'too many colons' : undefined;
  const [first = '', second, third] = parts;
  if (second === undefined) return { source: '', target: first, options: [], problem };
  return { source: first, target: second, options: third?.split(',') ?? [], problem };
}

function split(written: string): string[] {
  const parts: string[] = [''];
  for (const letter of written) {
    const last = parts.at(-1) ?? '';
    if (letter === ':' && !/^\p{L}$/u.test(last)) parts.push('');
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}

/** Whether the source of a volume in short syntax is a path and not a volume's name. */
export function isPath(source: string): boolean {
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}
