import type { YamlNode } from '../model/yaml-node.js';
import type { SourceEdit } from './rule.js';

/** One more word before the first of a command, in the style in which it is written; undefined when that is not plain to see. */
export function insertedWord(command: YamlNode, word: string): SourceEdit | undefined {
  const { file } = command.at;
  if (command.kind === 'scalar') {
    const written = file.text.slice(command.at.start, command.at.end);
    const offset = written.indexOf(command.text);
    // In a block scalar or after a variable was filled in, the text is not what stands there.
    if (offset < 0 || offset > 1 || command.text === '' || command.style === 'block') return undefined;
    const start = command.at.start + offset;
    return { at: { file, start, end: start }, text: `${word} ` };
  }
  const first = command.kind === 'sequence' ? command.items[0] : undefined;
  if (first?.at.file !== file) return undefined;
  const { start } = first.at;
  const before = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const quote = /^["']/.exec(file.text.slice(start, start + 1))?.[0] ?? '';
  const quoted = `${quote}${word}${quote}`;
  const dash = /^\s*-\s+$/.exec(before)?.[0];
  if (dash !== undefined) return { at: { file, start, end: start }, text: `${quoted}\n${dash}` };
  return /[[,]\s*$/.test(before) ? { at: { file, start, end: start }, text: `${quoted}, ` } : undefined;
}
