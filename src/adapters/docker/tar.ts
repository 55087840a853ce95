const BLOCK = 512;
const SIZE = { start: 124, end: 136 } as const;
const TYPE = 156;

/** The text of the first regular file of a tar archive: what `docker cp CONTAINER:FILE -` prints. Undefined when there is none. */
export function firstFileOfTar(archive: Buffer): string | undefined {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const size = Number.parseInt(archive.toString('latin1', at + SIZE.start, at + SIZE.end), 8);
    if (Number.isNaN(size)) return undefined;
    const type = archive.toString('latin1', at + TYPE, at + TYPE + 1);
    const body = at + BLOCK;
    if (type === '0' || type === '\0') return archive.toString('utf8', body, body + size);
    // Headers of the next entry (pax) come before it, as entries of their own.
    at = body + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}
