import { interpolate } from './interpolate.js';

const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*(?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\r\n]*?))[ \t]*(?:#[^\r\n]*)?\r?$/gm;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The variables of an env file. Single quotes keep the text as it is; elsewhere variables that are known are filled in, those
 * of the shell first. https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function parseDotenv(text: string, shell: Readonly<Record<string, string>>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [, name = '', single, double, plain] of text.matchAll(LINE)) {
    const known = { ...variables, ...shell };
    if (single !== undefined) variables[name] = single;
    else if (double !== undefined) {
      const unescaped = double.replaceAll(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
      variables[name] = interpolate(unescaped, known).text;
    } else variables[name] = interpolate((plain ?? '').replace(/[ \t]+#.*$/, ''), known).text;
  }
  return variables;
}
