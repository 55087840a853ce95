import {
  programName,
  type HealthcheckCommand,
  type HealthcheckScript,
  type ProbeCommand,
} from './healthcheck-command.js';

/** Whether a command passes: `unknown` when that is decided at run time. */
export type Outcome = 'passes' | 'fails' | 'unknown';

/** Statuses that are possible after a part of a script: of what goes on, and of what ended it. */
interface Possible {
  passes: boolean;
  fails: boolean;
  exitPasses: boolean;
  exitFails: boolean;
}

/** The last command of a pipeline that fails when nothing is written to it. */
const NEEDS_INPUT = new Set(['grep', 'egrep', 'fgrep']);

/**
 * Whether a healthcheck certainly fails when `fails` says which commands do. A script with groups or conditions is no certain
 * thing.
 */
export function certainlyFails(command: HealthcheckCommand, fails: (command: ProbeCommand) => boolean): boolean {
  if (command.form === 'exec' && !command.script) {
    const [program, ...rest] = command.words;
    return program !== undefined && fails([program, ...rest]);
  }
  if (!command.script?.plain) return false;
  const possible = run(command.script, (one) => outcomeOf(one, fails));
  return !possible.passes && !possible.exitPasses;
}

function outcomeOf(command: ProbeCommand, fails: (command: ProbeCommand) => boolean): Outcome {
  const name = programName(command);
  if (name === 'true' || name === ':') return 'passes';
  if (name === 'false' || fails(command)) return 'fails';
  return 'unknown';
}

function run({ pipelines }: HealthcheckScript, judge: (command: ProbeCommand) => Outcome): Possible {
  const possible: Possible = { passes: true, fails: false, exitPasses: false, exitFails: false };
  let before: '&&' | '||' | ';' = ';';
  for (const pipeline of pipelines) {
    const { passes, fails } = possible;
    const runs = before === ';' ? passes || fails : before === '&&' ? passes : fails;
    if (before !== '||') possible.passes = false;
    if (before !== '&&') possible.fails = false;
    if (runs) add(possible, pipeline, judge, before !== '||' && passes);
    before = pipeline.next;
  }
  return possible;
}

/** Adds what one pipeline may end with. */
function add(
  possible: Possible,
  { commands, negated }: HealthcheckScript['pipelines'][number],
  judge: (command: ProbeCommand) => Outcome,
  afterSuccess: boolean,
): void {
  const [first] = commands;
  if (commands.length === 1 && first && programName(first) === 'exit') {
    const status = first[1]?.literal ? Number(first[1].value) : undefined;
    // Without a number it is the status of what came before.
    const mayPass = status === undefined ? first[1] !== undefined || afterSuccess : status === 0;
    possible.exitPasses ||= mayPass;
    if (status !== 0) possible.exitFails = true;
    return;
  }
  const outcome = pipelineOutcome(commands, judge);
  const pass = outcome !== 'fails';
  const fail = outcome !== 'passes';
  possible.passes ||= negated ? fail : pass;
  possible.fails ||= negated ? pass : fail;
}

/** A pipeline ends as its last command does; what searches in nothing finds nothing. */
function pipelineOutcome(commands: readonly ProbeCommand[], judge: (command: ProbeCommand) => Outcome): Outcome {
  const last = commands.at(-1);
  if (!last) return 'unknown';
  const outcome = judge(last);
  if (outcome !== 'unknown' || commands.length === 1) return outcome;
  const before = commands.at(-2);
  const silent = before !== undefined && judge(before) === 'fails';
  const reads = NEEDS_INPUT.has(programName(last)) && !last.slice(1).some(({ value }) => /^-\w*[Lf]|^--f/.test(value));
  // A file that is named is read in place of what comes through the pipe.
  const fromPipe = last.slice(1).filter(({ value }) => !value.startsWith('-')).length <= 1;
  return silent && reads && fromPipe ? 'fails' : 'unknown';
}
