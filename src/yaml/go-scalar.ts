/**
 * How Go's YAML packages read a plain scalar. Prometheus decodes with yaml.v2, rule files and Compose with yaml.v3 and
 * later; v2 also takes `yes`, `on` and their kin for booleans.
 * Source: resolve.go of https://github.com/yaml/go-yaml (v2.4 and v3.0).
 */
export type GoYaml = 'v2' | 'v3';

const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
const TRUE_V2 = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON']);
const FALSE_V2 = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
/** Beginnings of all that is not just text: numbers, and words of five letters at most. */
const TELLING = /^(?:[-+.0-9]|[~nNtTfFyYoO]?[A-Za-z]{0,4}$)/;
/** Letters of the longest word that is not just text, and the last character that may begin a number. */
const LONGEST_WORD = 5;
const NINE = 0x39;
const INTEGER = /^([-+]?)(?:0b([01]+)|0o([0-7]+)|0x([0-9a-fA-F]+)|0([0-7]*)|([1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The value of a plain scalar; its text when it is no null, boolean or number. */
export function resolvePlain(text: string, dialect: GoYaml): string | number | boolean | null {
  // Most are just text, told by their first letter.
  if (text.length > LONGEST_WORD && text.charCodeAt(0) > NINE) return text;
  if (!TELLING.test(text)) return text;
  if (NULL.has(text)) return null;
  if (TRUE.has(text) || (dialect === 'v2' && TRUE_V2.has(text))) return true;
  if (FALSE.has(text) || (dialect === 'v2' && FALSE_V2.has(text))) return false;
  return integer(text) ?? float(text) ?? text;
}

function integer(text: string): number | undefined {
  const match = INTEGER.exec(text.replaceAll('_', ''));
  if (!match) return undefined;
  const [, sign, binary, octal, hex, oldOctal, decimal] = match;
  const size =
    binary !== undefined
      ? parseInt(binary, 2)
      : octal !== undefined
        ? parseInt(octal, 8)
        : hex !== undefined
          ? parseInt(hex, 16)
          : decimal !== undefined
            ? Number(decimal)
            : parseInt(oldOctal === '' || oldOctal === undefined ? '0' : oldOctal, 8);
  return sign === '-' ? -size : size;
}

function float(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (FLOAT.test(plain)) return Number(plain);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(plain) ? NaN : undefined;
}
