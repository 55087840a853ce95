import { builtin } from './builtin.js';
import type { Finding } from './finding.js';

/**
 * What makes a finding the same one in another version of the files: its code, file, message and the text of its line, but not
 * where the line stands. Findings that are alike in all of these have one fingerprint; who needs to tell them apart counts them.
 *
 * @param file how the file is named where the fingerprint is kept; the same on every machine
 * @param lineText the line that the finding points at, when it is at hand
 */
export function fingerprint({ code, message }: Finding, file: string, lineText: string | undefined): string {
  // A message may name another line, which moves as well.
  const words = message.replaceAll(/\bline \d+/g, 'line');
  const about = JSON.stringify([code, file, words, lineText?.trim() ?? '']);
  return builtin.crypto().createHash('sha256').update(about).digest('hex').slice(0, 32);
}
