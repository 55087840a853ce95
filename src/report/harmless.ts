const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g;
const ANSI = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Text of others without what could move a cursor, recolour a terminal, break a document or command a runner. */
export function harmless(text: string): string {
  const plain = text.replaceAll(ANSI, '').replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');
  // The older form of workflow commands counts anywhere in a line.
  return plain.replaceAll('##[', '##\u200b[');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return harmless(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** A text in which halves of surrogate pairs are replaced, for forms that cannot carry them. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
