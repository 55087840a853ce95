/** A text as the source of a regular expression that matches it alone. */
export function literalPattern(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
