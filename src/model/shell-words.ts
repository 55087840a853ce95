import type { Located } from './source.js';
import { items, type YamlNode } from './yaml-node.js';

const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|(\s+)|([^\s"'\\]+)/gs;

/** Splits a command as Compose does for its string form: quotes and backslashes, no expansion. */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [, double, single, escaped, space, plain] of command.matchAll(WORD)) {
    if (space !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + (double?.replaceAll(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain ?? '');
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** The words of `command` or `entrypoint`, in either form; words of a string share the range of the string. */
export function commandWords(node: YamlNode | undefined): Located<string>[] {
  if (node?.kind === 'scalar') return shellWords(node.text).map((value) => ({ value, at: node.at }));
  return items(node).flatMap((item) => (item.kind === 'scalar' ? [{ value: item.text, at: item.at }] : []));
}
