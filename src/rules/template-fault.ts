/** What surely breaks a text of Go's text/template, and where in the text. */
export interface TemplateFault {
  readonly message: string;
  readonly offset: number;
}

const INSIDE = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\}\}|["`']|[^"`'}]+|\}/gy;

/** Functions of every template of Go. Source: https://pkg.go.dev/text/template#hdr-Functions. */
export const GO_FUNCTIONS: ReadonlySet<string> = new Set(
  'and call html index slice js len not or print printf println urlquery eq ne lt le gt ge'.split(' '),
);

/** Those, and what Alertmanager adds. Source: https://prometheus.io/docs/alertmanager/latest/notifications/ (functions). */
export const ALERTMANAGER_FUNCTIONS: ReadonlySet<string> = new Set([
  ...GO_FUNCTIONS,
  ...'toUpper toLower title trimSpace join match safeHtml safeUrl urlUnescape reReplaceAll stringSlice'.split(' '),
  ...'date tz since humanizeDuration toJson list dict append now'.split(' '),
]);

const KEYWORDS = new Set('if else end range with define template block break continue nil true false'.split(' '));

/**
 * The first action that is not closed or empty, that calls an unknown function or uses an unknown variable, or a block whose
 * `{{ end }}` is missing or too many. Fields depend on the data, so they are not judged.
 * Source: https://pkg.go.dev/text/template.
 */
export function templateFault(text: string, functions: ReadonlySet<string>): TemplateFault | undefined {
  const open: TemplateFault[] = [];
  const variables = new Set<string>();
  for (let at = text.indexOf('{{'); at >= 0;) {
    const end = actionEnd(text, at + 2);
    if (end === undefined) return { message: '"{{" is never closed by "}}"', offset: at };
    const content = text
      .slice(at + 2, end - 2)
      .replace(/^- | -$/g, '')
      .trim();
    const word = /^[a-z]+\b/.exec(content)?.[0] ?? '';
    if (content === '') return { message: '"{{ }}" is empty', offset: at };
    const unknown = content.startsWith('/*') ? undefined : unknownName(content, functions, variables);
    if (unknown !== undefined) return { message: unknown, offset: at };
    if (BLOCKS.has(word)) open.push({ message: `"{{ ${word} }}" has no "{{ end }}"`, offset: at });
    if (word === 'end' && !open.pop()) return { message: '"{{ end }}" ends nothing', offset: at };
    if (word === 'else' && open.length === 0) return { message: '"{{ else }}" is in no block', offset: at };
    at = text.indexOf('{{', end);
  }
  return open.at(-1);
}

/** @param variables those that are declared so far, wherever they hold; this action's are added */
function unknownName(content: string, functions: ReadonlySet<string>, variables: Set<string>): string | undefined {
  const code = content.replaceAll(/"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g, '0');
  for (const [, name = ''] of code.matchAll(/\$(\w+)\s*(?=:=|,\s*\$\w+\s*:=)/g)) variables.add(name);
  const variable = [...code.matchAll(/\$(\w+)/g)].find(([, name = '']) => !variables.has(name));
  if (variable) return `there is no variable "${variable[0]}"`;
  const called = [...code.matchAll(/(?<![.$\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu)].map(([name]) => name);
  const unknown = called.find((name) => !functions.has(name) && !KEYWORDS.has(name));
  return unknown === undefined ? undefined : `there is no function "${unknown}"`;
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
