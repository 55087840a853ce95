import { child } from '../../model/yaml-node.js';
import type { StackRule } from '../rule.js';

/** Commands in which a quote is opened and not closed. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'compose/invalid-command',
  severity: 'error',
  summary: 'a command or entrypoint opens a quote that nothing closes',
  why: 'Compose splits a command as a shell does, and refuses one whose quotes do not match.',
  remedy: 'close the quote, or write the command as a list of words',
  check: ({ project }) =>
    [...project.services, ...project.inactive].flatMap(({ name, node }) =>
      ['command', 'entrypoint'].flatMap((key) => {
        const value = child(node, key);
        if (value?.kind !== 'scalar' || typeof value.value !== 'string') return [];
        const quote = openQuote(value.text);
        if (quote === undefined) return [];
        const message = `"${key}" of service "${name}" opens a ${quote} that nothing closes: "${value.text.trim()}"`;
        return { message, at: value.at, subject: { service: name } };
      }),
    ),
};

/** The quote that is still open at the end of a command line, or a backslash that has nothing to escape. */
function openQuote(line: string): string | undefined {
  let open: string | undefined;
  let escaped = false;
  for (const letter of line) {
    if (escaped) escaped = false;
    else if (letter === '\\' && open !== "'") escaped = true;
    else if (letter === open) open = undefined;
    else if (open === undefined && (letter === '"' || letter === "'")) open = letter;
  }
  return open ?? (escaped ? '\\' : undefined);
}
