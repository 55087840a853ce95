import { styleText } from 'node:util';

/** The styles that text output uses. */
export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'bold' | 'dim';

/** Paints, or leaves the text as it is. */
export type Paint = (style: Style, text: string) => string;

/** A painter for a terminal that has colour, or one that does nothing. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
