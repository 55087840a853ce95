const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d] as const;
/** `{"data": {"activeTargets": [` is three deep, and what stands in the list is the fourth. */
const LIST_DEPTH = 3;

/**
 * Takes apart an answer such as `{"status": …, "data": {"activeTargets": [{…}, {…}]}}` while it arrives: each object of a list in
 * `data` is told alone, so that the memory needed is that of one object, not of a hundred megabytes.
 */
export class ObjectSplitter {
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** Whether what is open three deep is a list. */
  #inList = false;
  /** The key before the value that is two deep. */
  #key = '';
  #carried: Uint8Array[] = [];
  /** Whether the end of what was fed stands within an object, or within a key. */
  #open: 'object' | 'key' | undefined;

  /** @param onObject called with the key of the list and the text of the object */
  constructor(private readonly onObject: (list: string, json: string) => void) {}

  /** Takes the next bytes. Most of them stand in texts or in objects, so that those are gone through without looking anything up. */
  feed(chunk: Uint8Array): void {
    let [depth, inText, escaped, start] = [this.#depth, this.#inText, this.#escaped, 0];
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inText = false;
          if (this.#open === 'key') this.#key = this.#take(chunk, start, at);
        }
      } else if (byte === QUOTE) {
        inText = true;
        if (depth === 2) {
          this.#open = 'key';
          start = at + 1;
        }
      } else if (byte === OPEN || byte === OPEN_LIST) {
        depth++;
        if (depth === LIST_DEPTH) this.#inList = byte === OPEN_LIST;
        else if (depth === LIST_DEPTH + 1 && this.#inList) {
          this.#open = 'object';
          start = at;
        }
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (depth === LIST_DEPTH + 1 && this.#open === 'object')
          this.onObject(this.#key, this.#take(chunk, start, at + 1));
        depth--;
      }
    }
    [this.#depth, this.#inText, this.#escaped] = [depth, inText, escaped];
    // Buffers of a connection may be used again.
    if (this.#open !== undefined) this.#carried.push(Uint8Array.prototype.slice.call(chunk, start));
  }

  /** Throws when the answer ended within a value. */
  end(): void {
    if (this.#depth !== 0 || this.#inText) throw new Error('the answer ends too early');
  }

  #take(chunk: Uint8Array, start: number, end: number): string {
    const last = Buffer.from(chunk.buffer, chunk.byteOffset + start, end - start);
    const bytes = this.#carried.length === 0 ? last : Buffer.concat([...this.#carried, last]);
    this.#carried = [];
    this.#open = undefined;
    return bytes.toString('utf8');
  }
}
