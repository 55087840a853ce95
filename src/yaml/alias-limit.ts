/**
 * Go's guard against documents that grow through aliases: the larger the document, the smaller the share of it that may
 * come from aliases. Source: decode.go of https://github.com/yaml/go-yaml (`allowedAliasRatio`).
 */
export function excessiveAliasing(aliases: number, aliasedNodes: number, nodes: number): boolean {
  return aliases > 0 && nodes > 1000 && aliasedNodes > 100 && aliasedNodes / nodes > allowedRatio(nodes);
}

const SMALL = 400_000;
const LARGE = 4_000_000;

function allowedRatio(nodes: number): number {
  if (nodes <= SMALL) return 0.99;
  if (nodes >= LARGE) return 0.1;
  return 0.99 - 0.89 * ((nodes - SMALL) / (LARGE - SMALL));
}
