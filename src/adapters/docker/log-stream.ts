const HEADER_BYTES = 8;

/**
 * The text of a log stream without a terminal, in which each piece has a header: the stream's number, three zero bytes and
 * the length, big endian. https://docs.docker.com/reference/api/engine/ ("Stream format")
 */
export function demultiplex(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    const length = view.getUint32(at + 4);
    pieces.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length));
    at += HEADER_BYTES + length;
  }
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
}
