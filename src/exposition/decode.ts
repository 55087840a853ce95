/** A body as text. */
export interface DecodedBody {
  readonly text: string;
  /** Whether bytes that are no UTF-8 stand in it, each as one lone surrogate from U+DC80 on. */
  readonly broken: boolean;
}

/** Decodes a body; bytes that are no UTF-8 keep their places, so that they can be found. */
export function decodeBody(bytes: Uint8Array): DecodedBody {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), broken: false };
  } catch {
    return { text: decodeBroken(bytes), broken: true };
  }
}

function decodeBroken(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  let plain = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i, decoder);
    if (length > 0) {
      i += length;
      continue;
    }
    parts.push(decoder.decode(bytes.subarray(plain, i)), String.fromCharCode(0xdc00 + (bytes[i] ?? 0)));
    plain = ++i;
  }
  parts.push(decoder.decode(bytes.subarray(plain)));
  return parts.join('');
}

/** Bytes of the character at a place; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number, decoder: InstanceType<typeof TextDecoder>): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  try {
    decoder.decode(bytes.subarray(at, at + length));
    return at + length <= bytes.length ? length : 0;
  } catch {
    return 0;
  }
}

/** The offset of the first byte that is no UTF-8 in a slice of a broken body; -1 when all are. */
export function firstBrokenByte(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xdc80 && c <= 0xdcff && !isHighSurrogate(text.charCodeAt(i - 1))) return i;
  }
  return -1;
}

function isHighSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdbff;
}
