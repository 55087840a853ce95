/** Seconds with one digit, as every form of the report has them: `6.5 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
