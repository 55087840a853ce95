import type { SourceRange } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { child, items, type ScalarNode, type YamlNode } from '../model/yaml-node.js';
import { rangeInScalar } from '../yaml/scalar-offsets.js';
import { parseShell, type ShellScript, type ShellWord } from '../model/shell-script.js';

/** A word that a healthcheck runs or gives to what it runs. */
export interface ProbeWord {
  readonly value: string;
  /** Whether it reaches the program as it is written. */
  readonly literal: boolean;
  readonly at: SourceRange;
  /** Range of a part of the value that stands after `before`; the whole word where that cannot be found in what is written. */
  readonly rangeOf: (part: string, before?: string) => SourceRange;
}

/** A program and its words. */
export type ProbeCommand = readonly [program: ProbeWord, ...rest: ProbeWord[]];

/** What a healthcheck runs, as far as it is understood. */
export interface HealthcheckCommand {
  /** `exec`: a program without a shell. `shell`: a script for /bin/sh, or for a shell that is named. */
  readonly form: 'exec' | 'shell';
  /** The shell that has to be there, besides what the script runs. */
  readonly shell?: string | undefined;
  /** The words of a CMD list as written; of CMD-SHELL, what stands after the script. */
  readonly words: readonly ProbeWord[];
  readonly script?: HealthcheckScript | undefined;
  readonly at: SourceRange;
}

/** The pipelines of a script with the places of their words. */
export interface HealthcheckScript {
  readonly pipelines: readonly {
    readonly negated: boolean;
    readonly commands: readonly ProbeCommand[];
    readonly next: ShellScript['pipelines'][number]['next'];
  }[];
  readonly substituted: readonly ProbeCommand[];
  readonly plain: boolean;
}

const SHELLS = new Set(['sh', 'bash', 'ash', 'dash']);
const known = new WeakMap<ComposeService, HealthcheckCommand | null>();

/** What the healthcheck of a service runs; undefined when it has none of its own. */
export function healthcheckCommand(service: ComposeService): HealthcheckCommand | undefined {
  let command = known.get(service);
  if (command === undefined) {
    command = readCommand(child(service.node, 'healthcheck', 'test'), service.healthcheck?.disabled === true) ?? null;
    known.set(service, command);
  }
  return command ?? undefined;
}

/** Every command that runs, or may. */
export function commandsOf({ words, script, form }: HealthcheckCommand): readonly ProbeCommand[] {
  if (script) return [...script.pipelines.flatMap(({ commands }) => commands), ...script.substituted];
  const [program, ...rest] = words;
  return form === 'exec' && program ? [[program, ...rest]] : [];
}

/** The name of the program: what stands after the last slash. */
export function programName([program]: ProbeCommand): string {
  return program.value.replace(/^.*\//, '');
}

function readCommand(test: YamlNode | undefined, disabled: boolean): HealthcheckCommand | undefined {
  if (!test || disabled) return undefined;
  if (test.kind === 'scalar')
    return { form: 'shell', shell: '/bin/sh', words: [], script: scriptOf(test), at: test.at };
  const nodes = items(test).filter((item): item is ScalarNode => item.kind === 'scalar');
  const [first, ...rest] = nodes;
  const [script] = rest;
  if (first?.text === 'CMD-SHELL' && script) {
    const words = rest.slice(1).map(wordOf);
    return { form: 'shell', shell: '/bin/sh', words, script: scriptOf(script), at: script.at };
  }
  if (first?.text !== 'CMD' || !script) return undefined;
  return { form: 'exec', words: rest.map(wordOf), ...shellOf(rest), at: test.at };
}

/** `sh -c SCRIPT` as words of a CMD list. */
function shellOf([program, option, script]: readonly ScalarNode[]): Pick<HealthcheckCommand, 'shell' | 'script'> {
  if (!program || !SHELLS.has(program.text.replace(/^.*\//, ''))) return {};
  const runsScript = script !== undefined && /^-[eux]*l?[eux]*c$/.test(option?.text ?? '');
  return { shell: program.text, script: runsScript ? scriptOf(script) : undefined };
}

function wordOf(node: ScalarNode): ProbeWord {
  return located(node, { value: node.text, literal: true, start: 0, end: node.text.length });
}

function located(node: ScalarNode, { value, literal, start, end }: ShellWord): ProbeWord {
  const rangeOf = (part: string, before = ''): SourceRange => {
    const found = node.text.slice(start, end).indexOf(before + part);
    if (found < 0) return rangeInScalar(node, start, end);
    const from = start + found + before.length;
    return rangeInScalar(node, from, from + part.length);
  };
  // A scalar alone is its own best range, quotes included.
  const at = start === 0 && end === node.text.length ? node.at : rangeInScalar(node, start, end);
  return { value, literal, at, rangeOf };
}

function scriptOf(node: ScalarNode): HealthcheckScript | undefined {
  const script = parseShell(node.text);
  if (!script) return undefined;
  const commandOf = (words: readonly ShellWord[]): ProbeCommand[] => {
    const [program, ...rest] = words.map((word) => located(node, word));
    return program ? [[program, ...rest]] : [];
  };
  const pipelines = script.pipelines.map((pipeline) => ({
    ...pipeline,
    commands: pipeline.commands.flatMap(commandOf),
  }));
  return { pipelines, substituted: script.substituted.flatMap(commandOf), plain: script.plain };
}
