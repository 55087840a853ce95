import type { Stack } from '../model/stack.js';
import type { Endpoint } from './endpoint.js';
import { faultOf, type FaultKind } from './endpoint-faults.js';
import type { Problem } from './rule.js';

/** A problem of one address, ready to be reported, and its kind. */
export interface EndpointProblem {
  readonly kind: FaultKind;
  readonly problem: Problem;
}

type ByKind = ReadonlyMap<FaultKind, readonly Problem[]>;

/**
 * Judges a group of addresses once a stack and sorts the problems by their kind, so that each rule only looks at its own: a job
 * may have ten thousand targets.
 */
export function sortedProblems(
  collect: (stack: Stack) => Iterable<Endpoint>,
): (stack: Stack, kind: FaultKind) => Problem[] {
  const known = new WeakMap<Stack, ByKind>();
  return (stack, kind) => {
    let sorted = known.get(stack);
    if (!sorted) known.set(stack, (sorted = sort(stack, collect(stack))));
    return [...(sorted.get(kind) ?? [])];
  };
}

function sort(stack: Stack, endpoints: Iterable<Endpoint>): ByKind {
  const sorted = new Map<FaultKind, Problem[]>();
  for (const endpoint of endpoints) {
    const fault = faultOf(stack, endpoint);
    if (!fault) continue;
    const problem = reported(endpoint, fault.problem);
    const list = sorted.get(fault.kind);
    if (list) list.push(problem);
    else sorted.set(fault.kind, [problem]);
  }
  return sorted;
}

/** The problem with the endpoint's place, its name before the message, and what it is about. */
export function reported({ label, at, subject }: Endpoint, problem: Problem): Problem {
  return {
    ...problem,
    message: `${label} ${problem.message}`,
    at,
    subject: { ...subject, ...problem.subject },
  };
}
