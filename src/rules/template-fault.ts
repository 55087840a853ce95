/** What surely breaks a text of Go's text/template, and where in the text. */
export interface TemplateFault {
  readonly message: string;
  readonly offset: number;
}

const INSIDE = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\}\}|["`']|[^"`'}]+|\}/gy;

/**
 * The first action that is not closed or empty, or a block whose `{{ end }}` is missing or too many. What functions and fields
 * there are depends on where the text is used, so it is not judged. Source: https://pkg.go.dev/text/template.
 */
export function templateFault(text: string): TemplateFault | undefined {
  const open: TemplateFault[] = [];
  for (let at = text.indexOf('{{'); at >= 0;) {
    const end = actionEnd(text, at + 2);
    if (end === undefined) return { message: '"{{" is never closed by "}}"', offset: at };
    const content = text
      .slice(at + 2, end - 2)
      .replace(/^- | -$/g, '')
      .trim();
    const word = /^[a-z]+\b/.exec(content)?.[0] ?? '';
    if (content === '') return { message: '"{{ }}" is empty', offset: at };
    if (BLOCKS.has(word)) open.push({ message: `"{{ ${word} }}" has no "{{ end }}"`, offset: at });
    if (word === 'end' && !open.pop()) return { message: '"{{ end }}" ends nothing', offset: at };
    if (word === 'else' && open.length === 0) return { message: '"{{ else }}" is in no block', offset: at };
    at = text.indexOf('{{', end);
  }
  return open.at(-1);
}

const BLOCKS = new Set(['if', 'range', 'with', 'define', 'block']);

/** The offset after the `}}` that closes an action; strings and comments inside it may have any text. */
function actionEnd(text: string, start: number): number | undefined {
  const comment = /(?:- )?\s*\/\*/y;
  comment.lastIndex = start;
  if (comment.test(text)) {
    const close = /\*\/\s*-?\}\}/g;
    close.lastIndex = comment.lastIndex;
    return close.test(text) ? close.lastIndex : undefined;
  }
  INSIDE.lastIndex = start;
  for (let token = INSIDE.exec(text); token; token = INSIDE.exec(text)) {
    if (token[0] === '}}') return INSIDE.lastIndex;
    // A quote that does not end is a fault of its own, which hides whatever comes after it.
    if (/^["`']$/.test(token[0])) return undefined;
  }
  return undefined;
}
