import { parser } from '@prometheus-io/lezer-promql';

/** A place at which an expression is no PromQL; offsets into its text. */
export interface PromqlProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What is wrong with the syntax of an expression; the first place only, since what follows is a guess. */
export function promqlProblems(text: string): PromqlProblem[] {
  if (text.trim() === '') return [{ message: 'the expression is empty', start: 0, end: text.length }];
  let found: PromqlProblem | undefined;
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && !found) found = problemAt(text, from, to);
      return !found;
    },
  });
  return found ? [found] : [];
}

function problemAt(text: string, from: number, to: number): PromqlProblem {
  const rest = text.slice(from);
  const word = to > from ? text.slice(from, to) : (/^\s*(\w+|\S)/.exec(rest)?.[1] ?? '');
  if (word === '') return { message: 'the expression ends too early', start: text.length, end: text.length };
  const start = to > from ? from : from + rest.indexOf(word);
  return { message: `unexpected "${word}"`, start, end: start + word.length };
}
