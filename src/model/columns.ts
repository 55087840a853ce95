const NO_COLUMN = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
/** Emoji, and what the Unicode standard calls wide or full-width: https://www.unicode.org/reports/tr11/ */
const TWO_COLUMNS =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;

/** How many columns of a terminal a character takes. */
function columnsOfCharacter(character: string): 0 | 1 | 2 {
  if (character >= ' ' && character <= '~') return 1;
  if (NO_COLUMN.test(character)) return 0;
  return TWO_COLUMNS.test(character) ? 2 : 1;
}

/** How many columns of a terminal a text without control characters takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

/** The text cut to at most so many columns; an ellipsis stands for what is cut off. */
export function cutToColumns(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  let cut = '';
  let left = most - 1;
  for (const character of text) {
    left -= columnsOfCharacter(character);
    if (left < 0) break;
    cut += character;
  }
  return most > 0 ? `${cut}…` : '';
}

/** The text with blanks behind it, so that it takes at least so many columns. */
export function padToColumns(text: string, least: number): string {
  return text + ' '.repeat(Math.max(0, least - columnsOf(text)));
}
