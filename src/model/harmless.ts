/** Escape sequences as terminals take them: colours and cursor movements, titles and links, and the rest of two characters. */
const ESCAPES = /\u001b\[[0-9:;<=>?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)/g;
/** Control characters, line ends that only some programs know, and what turns the order of letters round. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of others without what could move a cursor, recolour a terminal, break a document or command a runner. Every form in which
 * a run is told passes here: text, summary, page, progress.
 */
export function harmless(text: string): string {
  const plain = text.replaceAll(ESCAPES, '').replaceAll('\r\n', '\n').replaceAll(CONTROL, '\ufffd');
  // The older form of workflow commands counts anywhere in a line.
  return plain.replaceAll('##[', '##\u200b[');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return harmless(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** Whether a runner would take a line of the text for a command: it looks past the blanks that begin a line. */
export function hasWorkflowCommand(text: string): boolean {
  return /^\s*::/m.test(text) || text.includes('##[');
}

/** A text in which halves of surrogate pairs are replaced, for forms that cannot carry them. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
