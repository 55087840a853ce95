import { execFileSync } from 'node:child_process';

/** The programs whose word counts. */
export type Program = 'PROMTOOL' | 'AMTOOL' | 'BLACKBOX_EXPORTER' | 'COMPOSE';

let known: Readonly<Record<Program, string>> | undefined;

/** Paths of the programs; installed on first use where that is possible. Throws with what to do where it is not. */
export function oracles(): Readonly<Record<Program, string>> {
  known ??= Object.fromEntries(
    execFileSync('bash', ['scripts/oracles.sh'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  ) as Record<Program, string>;
  return known;
}
