import { judgeService } from '../readiness.js';
import type { Problem, Run, RuntimeRule } from '../rule.js';

/** A run that a signal ended, or that ran out of time before everything was started. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/interrupted',
  severity: 'error',
  stage: 'up',
  summary: 'the run was cancelled, or its time was over before everything was started',
  why: 'A workflow, a person or the deadline ended the run before it had a verdict; the report has what was known until then.',
  remedy: 'run it again, with a longer --timeout if images have to be pulled or built first',
  judge(run) {
    if (run.observation.interrupted === 'cancelled') {
      return [{ message: 'the run was cancelled before the stack was proved', cause: 'cancelled' }];
    }
    return run.observation.interrupted === 'deadline' ? outOfTime(run) : [];
  },
};

/** Services that were started and are not ready have a finding of their own, which explains why others were not. */
function outOfTime({ stack, plan, observation }: Run): Problem[] {
  const { neverStarted, containers, atMs } = observation;
  const [first] = stack.project.services.filter(({ name }) => neverStarted.includes(name));
  const someNotReady = stack.project.services.some(({ name }) => {
    const own = containers.filter(({ service }) => service === name);
    // A container that waits for its start tells nothing.
    if (neverStarted.includes(name)) return false;
    return own.length > 0 && judgeService(own, plan.readyWhen.get(name) ?? 'healthy-or-running', atMs).kind !== 'ready';
  });
  if (!first || someNotReady) return [];
  return [
    {
      message: `the time was over before ${neverStarted.map((name) => `"${name}"`).join(', ')} could be started`,
      cause: 'deadline-passed',
      at: first.at,
    },
  ];
}
