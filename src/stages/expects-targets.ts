import type { Stack } from '../model/stack.js';

/** Whether the configuration promises any target. */
export function expectsTargets({ prometheus }: Stack): boolean {
  const jobs = prometheus?.config?.jobs ?? [];
  return jobs.some(({ staticTargets, discoveries }) => staticTargets.length + discoveries.length > 0);
}
