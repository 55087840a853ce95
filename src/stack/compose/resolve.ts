import { dirname, join } from 'node:path';
import type { Finding } from '../../model/finding.js';
import { SourceFile, locate } from '../../model/source.js';
import type { MappingNode, YamlNode } from '../../model/yaml-node.js';
import type { Files } from '../../ports/files.js';
import { parseYaml } from '../../yaml/parse.js';
import { unreadable } from '../unreadable.js';
import { syntaxFinding } from '../syntax-finding.js';
import { parseDotenv } from './dotenv.js';
import { findComposeFiles } from './find-files.js';
import type { InterpolationProblem } from './interpolate.js';
import { interpolateTree, type PlacedProblem } from './interpolate-tree.js';
import { mergeNodes, withoutResets } from './merge.js';

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
  readonly sources: readonly SourceFile[];
  readonly problems: readonly Finding[];
}

/** Computes what `docker compose config` does, without Docker. Undefined when there is no compose file. */
export function resolveCompose(request: ComposeRequest, files: Files): ResolvedCompose | undefined {
  const composeFiles = findComposeFiles(request.directory, request.composeFiles, files);
  const [first] = composeFiles;
  if (first === undefined) return undefined;
  const projectDirectory = dirname(first);
  const project = new Project(request, files);
  const variables = project.variables(projectDirectory);
  const documents = composeFiles.flatMap((path) => project.documents(path));
  const interpolated = documents.map((document) => project.interpolate(document, variables));
  return {
    composeFiles,
    projectDirectory,
    root: project.merge(interpolated),
    sources: project.sources,
    problems: project.problems,
  };
}

/** One resolution: reads files, and keeps what was read and what was wrong. */
class Project {
  readonly sources: SourceFile[] = [];
  readonly problems: Finding[] = [];

  constructor(
    private readonly request: ComposeRequest,
    private readonly files: Files,
  ) {}

  /** Those of `.env` or the named env files; the shell's win. */
  variables(projectDirectory: string): Record<string, string> {
    const { envFiles, environment } = this.request;
    const named = envFiles.length > 0;
    const paths = named ? envFiles : [join(projectDirectory, '.env')];
    const variables: Record<string, string> = {};
    for (const path of paths) {
      const read = this.files.read(path);
      if (read.ok) Object.assign(variables, parseDotenv(read.text, environment));
      else if (named || read.reason !== 'missing')
        this.problems.push(unreadable(this.request.displayPath(path), read.reason));
    }
    return { ...variables, ...environment };
  }

  documents(path: string): YamlNode[] {
    const shown = this.request.displayPath(path);
    const read = this.files.read(path);
    if (!read.ok) {
      this.problems.push(unreadable(shown, read.reason));
      return [];
    }
    const file = new SourceFile(shown, 'compose', read.text);
    this.sources.push(file);
    const { roots, problems } = parseYaml(file, 'v3');
    this.problems.push(...problems.map(syntaxFinding));
    return roots.filter((root) => root !== undefined);
  }

  interpolate(document: YamlNode, variables: Readonly<Record<string, string>>): YamlNode {
    const problems: PlacedProblem[] = [];
    const result = interpolateTree(document, variables, problems);
    this.problems.push(...problems.map(interpolationFinding));
    return result;
  }

  merge(documents: readonly YamlNode[]): MappingNode {
    let merged: YamlNode | undefined;
    for (const document of documents) merged = merged ? (mergeNodes(merged, document) ?? merged) : document;
    const root = merged && withoutResets(merged);
    if (root?.kind === 'mapping') return root;
    const at = root?.at ?? { file: this.sources[0] ?? new SourceFile('', 'compose', ''), start: 0, end: 0 };
    if (root) this.problems.push(syntaxFinding({ message: 'a compose file must be a mapping', at }));
    return { kind: 'mapping', entries: new Map(), at };
  }
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
