import type { Finding } from '../model/finding.js';
import { oneLine } from '../model/harmless.js';

/** What to do about a finding, as labels and texts; a fix that is what the help says takes no line of its own. */
export function fixLines({ help, fix }: Pick<Finding, 'help' | 'fix'>): [label: string, text: string][] {
  const advice = help === undefined || help === '' ? undefined : oneLine(help);
  const lines: [string, string][] = advice === undefined ? [] : [['help', advice]];
  if (!fix) return lines;
  const title = oneLine(fix.title);
  const [label, option] = fix.safety === 'safe' ? ['fix', '--fix'] : ['suggestion', '--fix --suggestions'];
  const line: [string, string] = [label, `${title} (${option})`];
  return advice === title ? [line] : [...lines, line];
}
