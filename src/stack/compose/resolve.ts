import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../../model/finding.js';
import type { LoadCode } from '../../model/load-codes.js';
import { SourceFile, locate, type SourceRange } from '../../model/source.js';
import type { MappingNode, YamlNode } from '../../model/yaml-node.js';
import type { Files } from '../../ports/files.js';
import { parseYaml } from '../../yaml/parse.js';
import { unreadable } from '../unreadable.js';
import { syntaxFinding } from '../syntax-finding.js';
import { parseDotenv, readEnvFile } from './dotenv.js';
import { envFinding } from './env-files.js';
import { applyExtends, type ExtendedFile } from './extends.js';
import { findComposeFiles } from './find-files.js';
import { includeConflicts, readIncludes, type Include } from './include.js';
import type { InterpolationProblem } from './interpolate.js';
import { interpolateTree, type PlacedProblem } from './interpolate-tree.js';
import { mergeNodes, withoutResets } from './merge.js';
import { projectName, type ProjectName } from './project-name.js';
import { withAbsolutePaths } from './relative-paths.js';
import { withUniqueItems } from './unique.js';

/** Which compose project to resolve. */
export interface ComposeRequest {
  /** Absolute: where to look, and the base of relative files. */
  readonly directory: string;
  /** Named ones, in merge order; empty to find them. */
  readonly composeFiles: readonly string[];
  readonly envFiles: readonly string[];
  /** The shell's variables, which win over those of env files. */
  readonly environment: Readonly<Record<string, string>>;
  /** A path as messages print it. */
  readonly displayPath: (absolute: string) => string;
}

/** The merged and interpolated project; every value knows its file and range. */
export interface ResolvedCompose {
  readonly composeFiles: readonly string[];
  /** Relative paths of the project start here. */
  readonly projectDirectory: string;
  readonly root: MappingNode;
  /** The project after each document, the last being `root`. */
  readonly stages: readonly MappingNode[];
  readonly name: ProjectName;
  /** What interpolation knew: the shell's variables and those of env files. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that `COMPOSE_PROFILES` turns on. */
  readonly profiles: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Finding[];
}

/** Computes what `docker compose config` does, without Docker. Undefined when there is no compose file. */
export function resolveCompose(request: ComposeRequest, files: Files): ResolvedCompose | undefined {
  const project = new Project(request, files);
  const found = { ...project.envFile(request.directory, request.envFiles), ...request.environment };
  const composeFiles = findComposeFiles(request.directory, request.composeFiles, found, files);
  const [first] = composeFiles;
  if (first === undefined) return undefined;
  const projectDirectory = dirname(first);
  const variables =
    projectDirectory === request.directory
      ? found
      : { ...project.envFile(projectDirectory, request.envFiles), ...request.environment };
  const named = projectName(
    composeFiles.flatMap((path) => project.documents(path)),
    projectDirectory,
    variables,
  );
  const known = { ...variables, COMPOSE_PROJECT_NAME: named.name };
  const stages: MappingNode[] = [];
  const root = project.load(composeFiles, projectDirectory, known, [], { stages });
  const profiles = (variables['COMPOSE_PROFILES'] ?? '').split(',').filter((name) => name !== '');
  const { sources, problems } = project;
  return { composeFiles, projectDirectory, root, stages, name: named, variables: known, profiles, sources, problems };
}

type Variables = Readonly<Record<string, string>>;

/** One resolution: reads files, and keeps what was read and what was wrong. */
class Project {
  readonly sources: SourceFile[] = [];
  readonly problems: Finding[] = [];
  readonly #documents = new Map<string, readonly YamlNode[]>();
  readonly #extended = new Map<string, MappingNode>();

  constructor(
    private readonly request: ComposeRequest,
    private readonly files: Files,
  ) {}

  /** The variables of the named env files, or of `.env`, which may be absent. */
  envFile(directory: string, named: readonly string[], namedAt?: SourceRange): Record<string, string> {
    const paths = named.length > 0 ? named.map((path) => resolve(directory, path)) : [join(directory, '.env')];
    const variables: Record<string, string> = {};
    for (const path of paths) {
      const read = this.files.read(path);
      if (read.ok) Object.assign(variables, this.#variablesOf(path, read.text, variables));
      else if (named.length > 0 || read.reason !== 'missing') {
        this.problems.push(unreadable(this.request.displayPath(path), read.reason, namedAt));
      }
    }
    return variables;
  }

  #variablesOf(path: string, text: string, earlier: Variables): Variables {
    const known = { ...earlier, ...this.request.environment };
    const { problem } = readEnvFile(text, known);
    if (problem) {
      const file = new SourceFile(this.request.displayPath(path), 'env', text);
      this.problems.push(envFinding(problem.message, { file, start: problem.start, end: problem.end }));
    }
    return parseDotenv(text, known);
  }

  /**
   * Files in merge order to one project; what they include stands below them.
   * @param directory where the paths of `extends` and `include` start
   * @param chain the files on the way here
   * @param more what names the files, when a file does, and where to keep the project after each document
   */
  load(
    paths: readonly string[],
    directory: string,
    variables: Variables,
    chain: readonly string[],
    { namedAt, stages = [] }: { namedAt?: SourceRange; stages?: MappingNode[] },
  ): MappingNode {
    const documents = paths.flatMap((path) =>
      this.documents(path, namedAt).map((document) => {
        const root = this.#interpolate(document, variables);
        if (root.kind !== 'mapping') return root;
        const extended = this.#extend({ path, directory, root }, variables);
        return this.#withIncluded(extended, directory, variables, [...chain, ...paths]);
      }),
    );
    return this.#merge(documents, stages);
  }

  #withIncluded(root: MappingNode, from: string, variables: Variables, chain: readonly string[]): MappingNode {
    if (!root.entries.has('include')) return root;
    const included = this.#merge(
      readIncludes(withoutResets(root)).map((include) => this.#include(include, from, variables, chain)),
    );
    for (const { section, name, at } of includeConflicts(root, included)) {
      this.#report('compose/extends', `"${section}.${name}" is defined here and in a file that is included`, at);
    }
    return this.#merge([included, root]);
  }

  #extend(file: ExtendedFile, variables: Variables): MappingNode {
    return applyExtends(file, {
      report: (message, at) => {
        this.#report('compose/extends', message, at);
      },
      reportMerge: this.#reportMerge,
      loadFile: (path, at) => this.#extendedFile(path, variables, at),
    });
  }

  /** A file that services extend: read once, its own `extends` left for the services that are asked for. */
  #extendedFile(path: string, variables: Variables, at: SourceRange): MappingNode | undefined {
    const known = this.#extended.get(path);
    if (known) return known;
    const documents = this.documents(path, at).map((document) => this.#interpolate(document, variables));
    if (documents.length === 0) return undefined;
    const root = withAbsolutePaths(this.#merge(documents), dirname(path));
    this.#extended.set(path, root);
    return root;
  }

  #include(
    { paths, projectDirectory, envFiles, at }: Include,
    from: string,
    variables: Variables,
    chain: readonly string[],
  ): YamlNode {
    const absolute = paths.map((path) => resolve(from, path));
    const again = absolute.find((path) => chain.includes(path));
    if (again !== undefined) {
      this.#report(
        'compose/extends',
        `compose files include each other in a circle, by "${this.request.displayPath(again)}"`,
        at,
      );
      return emptyMapping(at);
    }
    const directory = projectDirectory === undefined ? dirname(absolute[0] ?? from) : resolve(from, projectDirectory);
    // The including project's variables win over the included one's own.
    const own = this.envFile(
      directory,
      envFiles.map((path) => resolve(from, path)),
      at,
    );
    return withAbsolutePaths(
      this.load(absolute, directory, { ...own, ...variables }, chain, { namedAt: at }),
      directory,
    );
  }

  #report(code: LoadCode, message: string, at: SourceRange): void {
    const help = 'mend the name of the service or file';
    this.problems.push({ code, severity: 'error', stage: 'load', message, location: locate(at), related: [], help });
  }

  readonly #reportMerge = (message: string, at: SourceRange): void => {
    const help = 'write the key in both files in the same form, or replace it with "!override"';
    const location = locate(at);
    this.problems.push({
      code: 'compose/merge',
      severity: 'error',
      stage: 'load',
      message,
      location,
      related: [],
      help,
    });
  };

  /** The documents of a file, which is read and parsed once. */
  documents(path: string, namedAt?: SourceRange): readonly YamlNode[] {
    const known = this.#documents.get(path);
    if (known) return known;
    const documents = this.#parse(path, namedAt);
    this.#documents.set(path, documents);
    return documents;
  }

  #parse(path: string, namedAt?: SourceRange): readonly YamlNode[] {
    const shown = this.request.displayPath(path);
    const read = this.files.read(path);
    if (!read.ok) {
      this.problems.push(unreadable(shown, read.reason, namedAt));
      return [];
    }
    const file = new SourceFile(shown, 'compose', read.text);
    this.sources.push(file);
    const { roots, problems } = parseYaml(file, 'v3');
    this.problems.push(...problems.map(syntaxFinding));
    if (roots.length === 0 || roots.includes(undefined)) {
      // What could not be parsed has its own problem.
      const message = roots.length > 1 ? 'a document of the compose file is empty' : 'the compose file is empty';
      if (problems.length === 0) this.problems.push(syntaxFinding({ message, at: { file, start: 0, end: 0 } }));
    }
    return roots.filter((root) => root !== undefined);
  }

  #interpolate(document: YamlNode, variables: Variables): YamlNode {
    const problems: PlacedProblem[] = [];
    const result = interpolateTree(document, variables, problems);
    this.problems.push(...problems.map(interpolationFinding));
    return result;
  }

  #merge(documents: readonly YamlNode[], stages: MappingNode[] = []): MappingNode {
    let merged: YamlNode | undefined;
    for (const document of documents) {
      if (document.kind !== 'mapping') {
        this.problems.push(syntaxFinding({ message: 'a compose file must be a mapping', at: document.at }));
        continue;
      }
      const next = merged ? (mergeNodes(merged, document, this.#reportMerge) ?? merged) : document;
      // Nearly no project resets anything, and the walk through the whole tree is not free.
      const resets = this.sources.some(({ text }) => text.includes('!reset'));
      merged = withUniqueItems(resets ? withoutResets(next) : next);
      if (merged.kind === 'mapping') stages.push(merged);
    }
    const at = documents[0]?.at ?? { file: this.sources[0] ?? new SourceFile('', 'compose', ''), start: 0, end: 0 };
    if (stages.length === 0) stages.push(emptyMapping(at));
    return stages.at(-1) ?? emptyMapping(at);
  }
}

function emptyMapping(at: SourceRange): MappingNode {
  return { kind: 'mapping', entries: new Map(), at };
}

const KINDS: Readonly<Record<InterpolationProblem['kind'], Pick<Finding, 'code' | 'severity' | 'help'>>> = {
  syntax: {
    code: 'compose/interpolation',
    severity: 'error',
    help: 'write ${NAME} for a variable, $$ for a dollar sign',
  },
  required: {
    code: 'compose/interpolation',
    severity: 'error',
    help: 'set the variable in the shell or in the .env file',
  },
  unset: {
    code: 'compose/unset-variable',
    severity: 'warning',
    help: 'set the variable in the shell or in the .env file, or write a default',
  },
};

function interpolationFinding({ kind, message, at }: PlacedProblem): Finding {
  return { ...KINDS[kind], stage: 'load', message, location: locate(at), related: [] };
}
