import { posix } from 'node:path';
import type { Mount } from '../model/mount.js';
import type { Located, SourceFile } from '../model/source.js';
import type { BuildSteps } from '../model/stack.js';
import type { Files } from '../ports/files.js';
import { copied, type CopyContext } from './dockerfile-copy.js';
import { parseDockerfile, type Instruction } from './dockerfile-parse.js';
import { afterCopy, afterPath, afterRun } from './dockerfile-programs.js';
import { expand, type Variables } from './dockerfile-variables.js';

/** How an image is built. */
export interface BuildRequest {
  /** Absolute directory that COPY takes from. */
  readonly context: string;
  /** Name or number of the stage; the last one when it is not given. */
  readonly target?: string | undefined;
  readonly args: ReadonlyMap<string, string>;
  readonly files: Files;
}

/** What a Dockerfile tells about the image that is built of it. */
export interface BuiltImage {
  /** The image that the final stage comes from, through other stages. Undefined for `scratch` and names that are not known. */
  readonly base?: Located<string> | undefined;
  /** What COPY and ADD put into it, as if it were mounted. */
  readonly mounts: readonly Mount[];
  readonly entrypoint: readonly Located<string>[];
  readonly command: readonly Located<string>[];
  readonly exposed: readonly Located<number>[];
  readonly steps: BuildSteps;
}

/** The image of one stage, and what only the following instructions need. */
interface Stage extends BuiltImage {
  readonly name?: string | undefined;
  readonly directory: string;
  /** Whether the command is of this stage, not of the one it is from. */
  readonly ownCommand: boolean;
  /** Values of ENV, which the stages from it inherit. */
  readonly environment: ReadonlyMap<string, string>;
  /** Values of ARG, which they do not. */
  readonly arguments: ReadonlyMap<string, string>;
}

/** Directories that the official images start in. */
const START: Readonly<Record<string, string>> = {
  prometheus: '/prometheus',
  alertmanager: '/alertmanager',
  grafana: '/usr/share/grafana',
};

/** The image that the final stage makes; undefined when there is no such stage. */
export function readDockerfile(file: SourceFile, request: BuildRequest): BuiltImage | undefined {
  const stages: Stage[] = [];
  let globals: Variables = new Map();
  for (const instruction of parseDockerfile(file)) {
    const stage = stages.at(-1);
    if (instruction.keyword === 'FROM') stages.push(startStage(instruction, stages, globals));
    else if (stage) stages[stages.length - 1] = applied(stage, instruction, { request, stages, globals });
    else if (instruction.keyword === 'ARG') globals = withArguments(globals, instruction, request.args, globals);
  }
  return request.target === undefined ? stages.at(-1) : stageNamed(stages, request.target);
}

function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  const found = stages.find((stage) => stage.name?.toLowerCase() === name.toLowerCase());
  return found ?? (/^\d+$/.test(name) ? stages[Number(name)] : undefined);
}

function startStage({ words }: Instruction, stages: readonly Stage[], globals: Variables): Stage {
  const [from, as, name] = words;
  const image = expand(from?.value ?? '', globals);
  const own = {
    name: as?.value.toLowerCase() === 'as' ? name?.value : undefined,
    arguments: new Map(),
    ownCommand: false,
  };
  const parent = stages.find((stage) => stage.name?.toLowerCase() === image.toLowerCase());
  if (parent) return { ...parent, ...own };
  const known = from !== undefined && image !== 'scratch' && /^[^:@/]/.test(image);
  const nameOnly = image.replace(/[@:][^/]*$/, '').replace(/^.*\//, '');
  return {
    ...own,
    base: known ? { value: image, at: from.at } : undefined,
    mounts: [],
    entrypoint: [],
    command: [],
    exposed: [],
    steps: { fromScratch: image === 'scratch', packages: [], programs: [], bringsUnknown: false },
    directory: START[nameOnly] ?? '/',
    environment: new Map(),
  };
}

interface Context {
  readonly request: BuildRequest;
  readonly stages: readonly Stage[];
  readonly globals: Variables;
}

/** The stage after one more instruction. */
function applied(stage: Stage, instruction: Instruction, context: Context): Stage {
  const { keyword, words } = instruction;
  const variables = new Map([...stage.arguments, ...stage.environment]);
  if (keyword === 'COPY' || keyword === 'ADD')
    return {
      ...stage,
      mounts: copied(instruction, copyContext(stage, variables, context)),
      steps: afterCopy(stage.steps, instruction, variables),
    };
  if (keyword === 'RUN') return { ...stage, steps: afterRun(stage.steps, instruction) };
  if (keyword === 'USER' && words[0]) {
    const user = { value: expand(words[0].value, variables), at: words[0].at };
    return { ...stage, steps: { ...stage.steps, user } };
  }
  if (keyword === 'HEALTHCHECK') {
    const disabled = words[0]?.value.toUpperCase() === 'NONE';
    return { ...stage, steps: { ...stage.steps, healthcheck: { disabled, at: instruction.at } } };
  }
  if (keyword === 'WORKDIR')
    return { ...stage, directory: posix.resolve(stage.directory, expand(words[0]?.value ?? '', variables)) };
  // An entry point takes away the command of the image below it.
  if (keyword === 'ENTRYPOINT') return { ...stage, entrypoint: words, command: stage.ownCommand ? stage.command : [] };
  if (keyword === 'CMD') return { ...stage, command: words, ownCommand: true };
  if (keyword === 'ARG') {
    const known = withArguments(stage.arguments, instruction, context.request.args, context.globals);
    return { ...stage, arguments: known };
  }
  if (keyword === 'ENV') {
    const environment = withEnvironment(stage, words, variables);
    return {
      ...stage,
      environment,
      steps: afterPath(stage.steps, stage.environment.get('PATH'), environment.get('PATH')),
    };
  }
  if (keyword === 'EXPOSE') return { ...stage, exposed: [...stage.exposed, ...exposedBy(words, variables)] };
  return stage;
}

/** ARG takes its value from the build, else its own default, else what stands before the first FROM. */
function withArguments(known: Variables, { words }: Instruction, given: Variables, globals: Variables): Variables {
  const result = new Map(known);
  for (const { value: word } of words) {
    const [name = '', ...rest] = word.split('=');
    const written = rest.length > 0 ? expand(rest.join('='), result) : undefined;
    const value = given.get(name) ?? written ?? globals.get(name);
    if (value !== undefined) result.set(name, value);
  }
  return result;
}

/** `ENV A=1 B=2`, or the old `ENV A value`. */
function withEnvironment(stage: Stage, words: readonly Located<string>[], variables: Variables): Variables {
  const result = new Map(stage.environment);
  const [first, ...others] = words;
  if (first && !first.value.includes('='))
    return result.set(first.value, expand(others.map(({ value }) => value).join(' '), variables));
  for (const { value: word } of words) {
    const [name = '', ...rest] = word.split('=');
    result.set(name, expand(rest.join('='), variables));
  }
  return result;
}

function exposedBy(words: readonly Located<string>[], variables: Variables): Located<number>[] {
  return words.flatMap(({ value, at }) => {
    const [, first, last] = /^(\d+)(?:-(\d+))?(?:\/tcp)?$/i.exec(expand(value, variables)) ?? [];
    if (first === undefined) return [];
    const count = Math.min(Math.max(Number(last ?? first) - Number(first), 0), 100) + 1;
    return Array.from({ length: count }, (_, index) => ({ value: Number(first) + index, at }));
  });
}

function copyContext(stage: Stage, variables: Variables, { request, stages }: Context): CopyContext {
  const { directory, mounts } = stage;
  const mountsOf = (name: string): readonly Mount[] | undefined => stageNamed(stages.slice(0, -1), name)?.mounts;
  return { directory, mounts, variables, context: request.context, files: request.files, mountsOf };
}
