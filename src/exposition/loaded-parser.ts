import type { parseExposition } from './parse.js';

let parse: typeof parseExposition | undefined;

/** Loads the parser, which only those need who judge what targets expose. */
export async function loadParser(): Promise<void> {
  parse ??= (await import('./parse.js')).parseExposition;
}

/** The parser, after it was loaded. */
export function loadedParser(): typeof parseExposition {
  if (!parse) throw new Error('the parser of expositions is not loaded');
  return parse;
}
