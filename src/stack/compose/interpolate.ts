/** Why a text could not be interpolated, and where in it, as half-open offsets. */
export interface InterpolationProblem {
  readonly kind: 'syntax' | 'required' | 'unset';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A text after interpolation. */
export interface Interpolated {
  readonly text: string;
  readonly problems: readonly InterpolationProblem[];
}

type Variables = Readonly<Record<string, string>>;

const NAME = /^[_a-zA-Z][_a-zA-Z0-9]*/;

/**
 * Replaces `$NAME`, `${NAME}` and its forms with a default (`-`, `:-`), an error (`?`, `:?`) or a replacement (`+`, `:+`);
 * `$$` is a dollar. https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, variables: Variables): Interpolated {
  const problems: InterpolationProblem[] = [];
  return { text: expand(text, 0, variables, problems), problems };
}

/** @param base offset of `text` in the whole, for the places of problems */
function expand(text: string, base: number, variables: Variables, problems: InterpolationProblem[]): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    result += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === '$') {
      result += '$';
      at = dollar + 2;
      continue;
    }
    const end =
      next === '{' ? closingBrace(text, dollar + 2) : dollar + 1 + (NAME.exec(text.slice(dollar + 1))?.[0].length ?? 0);
    if (end === dollar + 1) {
      // A dollar before anything else is a dollar.
      result += '$';
      at = end;
      continue;
    }
    if (end === undefined) {
      problems.push(syntax(text.slice(dollar), base + dollar, base + text.length));
      return result + text.slice(dollar);
    }
    const place = { start: base + dollar, end: base + end };
    const inner = next === '{' ? text.slice(dollar + 2, end - 1) : text.slice(dollar + 1, end);
    result += substitute(inner, base + dollar + (next === '{' ? 2 : 1), place, variables, problems);
    at = end;
  }
  return result;
}

/** The offset after the brace that closes one opened before `from`; braces of nested expressions are skipped. */
function closingBrace(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '$' && text[at + 1] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function substitute(
  inner: string,
  base: number,
  place: { readonly start: number; readonly end: number },
  variables: Variables,
  problems: InterpolationProblem[],
): string {
  const name = NAME.exec(inner)?.[0];
  const [operator] = /^:?[-?+]/.exec(inner.slice(name?.length ?? 0)) ?? [''];
  const rest = inner.slice((name?.length ?? 0) + operator.length);
  if (name === undefined || (operator === '' && rest !== '')) {
    problems.push(syntax(`\${${inner}}`, place.start, place.end));
    return '';
  }
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const given = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
  // The word is always looked at: a variable that it requires is required also where the word is not used.
  const used = given === operator.endsWith('+');
  const inWord: InterpolationProblem[] = [];
  const word = operator === '' ? '' : expand(rest, base + name.length + operator.length, variables, inWord);
  problems.push(...inWord.filter(({ kind }) => used || kind !== 'unset'));
  if (operator.endsWith('-')) return given ? (value ?? '') : word;
  if (operator.endsWith('+')) return given ? word : '';
  if (operator.endsWith('?') && !given) {
    const message = `the variable "${name}" is required and not set${word === '' ? '' : `: ${word}`}`;
    problems.push({ kind: 'required', message, ...place });
  } else if (operator === '' && value === undefined) {
    const message = `the variable "${name}" is not set and reads as empty; set it, or write a default: \${${name}:-default}`;
    problems.push({ kind: 'unset', message, ...place });
  }
  return value ?? '';
}

function syntax(text: string, start: number, end: number): InterpolationProblem {
  const shown = text.length > 40 ? `${text.slice(0, 37)}…` : text;
  const message = `"${shown}" is no valid interpolation; write \${NAME} for a variable, or $$ for a dollar sign`;
  return { kind: 'syntax', message, start, end };
}
