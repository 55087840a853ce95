import { resolve } from 'node:path';
import type { Finding } from '../../model/finding.js';
import { SourceFile, locate, type Located, type SourceRange } from '../../model/source.js';
import type { ComposeService } from '../../model/stack.js';
import { child, entries, items, text, type YamlNode } from '../../model/yaml-node.js';
import type { Files } from '../../ports/files.js';
import { unreadable } from '../unreadable.js';
import { readEnvFile, readRawEnvFile, type EnvVariable } from './dotenv.js';
import { isGitIgnored } from './git-ignored.js';
import { pairMapping } from './long-form.js';

/** What a service's variables are read with. */
export interface EnvFileContext {
  readonly directory: string;
  /** The project's own variables. */
  readonly variables: Readonly<Record<string, string>>;
  readonly files: Files;
  readonly displayPath: (absolute: string) => string;
}

/** The variables of services, and what was read and wrong on the way; a file is told of once, however many services name it. */
export class ServiceEnvironments {
  readonly problems: Finding[] = [];
  readonly sources: SourceFile[] = [];
  readonly #missing = new Set<string>();
  readonly #read = new Map<string, SourceFile>();

  constructor(private readonly context: EnvFileContext) {}

  /** The variables of one service: those of its env files in order, then its own. Undefined ones are set nowhere. */
  of(service: ComposeService): ComposeService['environment'] {
    return this.#pairs(child(service.node, 'env_file'), child(service.node, 'environment'), this.context.variables);
  }

  /** The labels of one service: those of its label files in order, then its own. */
  labelsOf(service: ComposeService): ComposeService['labels'] {
    return this.#pairs(child(service.node, 'label_file'), child(service.node, 'labels'), {});
  }

  /** @param bare what a name without a value stands for */
  #pairs(
    listed: YamlNode | undefined,
    own: YamlNode | undefined,
    bare: Readonly<Record<string, string>>,
  ): ComposeService['environment'] {
    const all = new Map<string, Located<string> | undefined>();
    for (const file of envFilesOf(listed)) this.#addFile(file, all);
    for (const [name, { key, value }] of own ? entries(pairMapping(own)) : []) {
      const shell = Object.hasOwn(bare, name) ? bare[name] : undefined;
      const written = value.kind === 'scalar' && value.value !== null ? printed(value.value, value.text) : shell;
      all.set(
        name,
        written === undefined
          ? undefined
          : { value: written, at: value.kind === 'scalar' && value.text !== '' ? value.at : key.at },
      );
    }
    return all;
  }

  #addFile({ path, required, raw, at }: EnvFileEntry, all: Map<string, Located<string> | undefined>): void {
    const absolute = resolve(this.context.directory, path);
    const file = this.#source(absolute, required, at);
    if (!file) return;
    const earlier = [...all].flatMap(([name, variable]) => (variable ? [[name, variable.value] as const] : []));
    const known = { ...Object.fromEntries(earlier), ...this.context.variables };
    const { variables, problem } = raw ? readRawEnvFile(file.text) : readEnvFile(file.text, known);
    if (problem && !this.#missing.has(absolute)) {
      this.problems.push(envFinding(problem.message, { file, start: problem.start, end: problem.end }));
      this.#missing.add(absolute);
    }
    for (const variable of variables) this.#add(variable, file, all);
  }

  #add(
    { name, value, start, end }: EnvVariable,
    file: SourceFile,
    all: Map<string, Located<string> | undefined>,
  ): void {
    const found = value ?? (Object.hasOwn(this.context.variables, name) ? this.context.variables[name] : undefined);
    if (found !== undefined) all.set(name, { value: found, at: { file, start, end } });
  }

  #source(absolute: string, required: boolean, at: SourceRange): SourceFile | undefined {
    const known = this.#read.get(absolute);
    if (known || this.#missing.has(absolute)) return known;
    const { files, displayPath } = this.context;
    const read = files.read(absolute);
    if (read.ok) {
      const file = new SourceFile(displayPath(absolute), 'env', read.text);
      this.#read.set(absolute, file);
      this.sources.push(file);
      return file;
    }
    if (read.reason !== 'missing') this.problems.push(unreadable(displayPath(absolute), read.reason, at));
    else if (required) this.problems.push(missingFinding(absolute, at, this.context));
    if (required || read.reason !== 'missing') this.#missing.add(absolute);
    return undefined;
  }
}

/** Compose prints a number as Go does: a float of `1.10` is 1.1, everything else is its text. */
function printed(value: string | number | boolean, written: string): string {
  return typeof value === 'number' && Number.isFinite(value)
    ? String(value)
    : typeof value === 'boolean'
      ? String(value)
      : written;
}

interface EnvFileEntry {
  readonly path: string;
  readonly required: boolean;
  readonly raw: boolean;
  readonly at: SourceRange;
}

function envFilesOf(node: YamlNode | undefined): EnvFileEntry[] {
  const list = node?.kind === 'scalar' ? [node] : items(node);
  return list.flatMap((item) => {
    const path = item.kind === 'scalar' ? item : child(item, 'path');
    const written = text(path);
    if (!path || written === undefined) return [];
    const required = text(child(item, 'required')) !== 'false';
    return [{ path: written, required, raw: text(child(item, 'format')) === 'raw', at: path.at }];
  });
}

/** Files with secrets are rightly kept out of a repository: where one is missing that `.gitignore` names, nothing is wrong yet. */
function missingFinding(absolute: string, at: SourceRange, { files, displayPath }: EnvFileContext): Finding {
  const shown = displayPath(absolute);
  if (!isGitIgnored(absolute, files)) return unreadable(shown, 'missing', at);
  return {
    code: 'compose/env-file-ignored',
    severity: 'notice',
    stage: 'load',
    message: `the env file "${shown}" is missing here; ".gitignore" keeps it out of the repository, so its variables are not known`,
    location: locate(at),
    related: [],
    help: 'write the file before the stack is started, or set "required: false" if the stack runs without it',
  };
}

/** The finding about a line of an env file. */
export function envFinding(message: string, at: SourceRange): Finding {
  return {
    code: 'compose/env-file',
    severity: 'error',
    stage: 'load',
    message: `the env file cannot be read: ${message}`,
    location: locate(at),
    related: [],
    help: 'write one NAME=VALUE a line; put a value with special letters in single quotes',
  };
}
