/** Grafana's forms of a variable: `$name`, `[[name:format]]`, `${name.field:format}`. */
const VARIABLE = /\$(?:\w+|\{\w+(?:\.[^:}]+)?(?::[^}]+)?\})|\[\[\w+(?::\w+)?\]\]/y;
const ANY_VARIABLE = new RegExp(VARIABLE.source, 'g');
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/sy;
const WORD_OPERATORS = new Set(['and', 'or', 'unless', 'atan2', 'bool', 'offset']);
const LABEL_LISTS = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
/** Functions whose first argument is a number, and those whose later ones are. */
const NUMBER_FIRST = new Set([
  'topk',
  'bottomk',
  'quantile',
  'quantile_over_time',
  'limitk',
  'limit_ratio',
  'histogram_quantile',
  'vector',
]);
const NUMBER_LATER = new Set([
  'clamp',
  'clamp_min',
  'clamp_max',
  'round',
  'predict_linear',
  'holt_winters',
  'double_exponential_smoothing',
]);

/**
 * An expression with each of Grafana's variables replaced by something that may stand there, of the same length, so that
 * offsets stay. Undefined when a variable stands for a piece of syntax (an operator, a function, a matcher): then nothing
 * can be said about the whole. Inside quotes any text may stand.
 */
export function withoutVariables(text: string): string | undefined {
  let result = '';
  for (let at = 0; at < text.length;) {
    const plain = match(STRING, text, at);
    if (plain !== undefined) {
      result += plain.startsWith('#') ? plain : plain.replaceAll(ANY_VARIABLE, name);
      at += plain.length;
      continue;
    }
    const variable = match(VARIABLE, text, at);
    if (variable === undefined) result += text[at++] ?? '';
    else {
      const neutral = neutralFor(result, text.slice(at + variable.length), variable);
      if (neutral === undefined) return undefined;
      result += neutral;
      at += variable.length;
    }
  }
  return result;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Two variables have two names, so that labels which differ do so still; none is a word of PromQL. */
const name = (variable: string): string => `x${variable.slice(1).replaceAll(/\W/g, '_')}`;
const digits = (length: number): string => '1'.padStart(length, '0');
const duration = (length: number): string => `${'1'.padStart(length - 1, '0')}s`;

/** What may stand between `before`, whose variables are replaced already, and `after`. */
function neutralFor(before: string, after: string, variable: string): string | undefined {
  const { length } = variable;
  if (isInBrackets(before)) return /^[a-z0-9]/.test(after) ? digits(length) : duration(length);
  const word = /[\w:]+$/.exec(before)?.[0];
  // A part of a longer word: of a name it is a part of a name, of a number it may be a unit.
  if (word !== undefined && word.trim() !== '') return /^\d/.test(word) ? undefined : name(variable);
  if (/\boffset\s+-?\s*$/.test(before)) return /^[a-z0-9]/.test(after) ? digits(length) : duration(length);
  if (/@\s*$/.test(before)) return '1'.padEnd(length);
  const next = after.trimStart();
  if (next.startsWith('(') || isOperand(next, after)) return undefined;
  if (isAfterOperand(before)) return undefined;
  return isInBraces(before) ? labelName(next, after, variable) : argument(before, after, variable);
}

/** Whether a range or the resolution of a subquery is being written. */
function isInBrackets(before: string): boolean {
  const bare = withoutStrings(before);
  return bare.lastIndexOf('[') > bare.lastIndexOf(']');
}

function isInBraces(before: string): boolean {
  const bare = withoutStrings(before);
  return bare.lastIndexOf('{') > bare.lastIndexOf('}');
}

function withoutStrings(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*/gs, (all) => ' '.repeat(all.length));
}

/** What follows with only blanks in between is a value: then the variable is an operator or more. */
function isOperand(next: string, after: string): boolean {
  if (!/^["'`\w]/.test(next) || next === after) return false;
  return !WORD_OPERATORS.has(/^\w+/.exec(next)?.[0]?.toLowerCase() ?? '') && !startsLabelList(next);
}

function startsLabelList(next: string): boolean {
  return LABEL_LISTS.has(/^\w+/.exec(next)?.[0]?.toLowerCase() ?? '');
}

/** What stands before is a value already: then the variable is an operator or a modifier. */
function isAfterOperand(before: string): boolean {
  const bare = before.trimEnd();
  if (!/["'`)\]}\w]$/.test(bare)) return false;
  const word = /\w+$/.exec(bare)?.[0]?.toLowerCase();
  return word === undefined || !WORD_OPERATORS.has(word);
}

/** Between braces only the name of a label is known for what it is; a whole matcher may be anything. */
function labelName(next: string, after: string, variable: string): string | undefined {
  if (/^(?:=|!)/.test(next)) return name(variable);
  return /^\w/.test(after) ? name(variable) : undefined;
}

/** In a list of labels a name; in an argument a number where the function wants one; else a metric. */
function argument(before: string, after: string, variable: string): string {
  const { owner, index } = openCall(before);
  if (!(index === 0 ? NUMBER_FIRST : NUMBER_LATER).has(owner)) return name(variable);
  return /^\w/.test(after) ? digits(variable.length) : '1'.padEnd(variable.length);
}

/** The word before the parenthesis that is open, and how many commas are between. */
function openCall(before: string): { owner: string; index: number } {
  const bare = withoutStrings(before);
  let depth = 0;
  let index = 0;
  for (let at = bare.length - 1; at >= 0; at--) {
    const character = bare[at] ?? '';
    if (')]}'.includes(character)) depth++;
    else if (character === ',' && depth === 0) index++;
    else if ('([{'.includes(character) && depth-- === 0)
      return { owner: /(\w+)\s*(?:(?:by|without)\s*\([^)]*\)\s*)?$/.exec(bare.slice(0, at))?.[1] ?? '', index };
  }
  return { owner: '', index };
}
