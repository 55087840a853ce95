import type { Finding } from '../model/finding.js';
import { SourceFile, type FileKind, type SourceRange } from '../model/source.js';
import type { YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import type { GoYaml } from '../yaml/go-scalar.js';
import { parseYaml } from '../yaml/parse.js';
import { syntaxFinding } from './syntax-finding.js';
import { unreadable } from './unreadable.js';

/** A file that was read and parsed. */
export interface ParsedFile {
  readonly file: SourceFile;
  /** Undefined when the file is empty. */
  readonly root: YamlNode | undefined;
  /** False when a part of it could not be parsed. */
  readonly whole: boolean;
}

/** Reads and parses the files of one load, each once, and keeps what was read and what was wrong. */
export class FileReader {
  readonly sources: SourceFile[] = [];
  readonly problems: Finding[] = [];
  readonly #parsed = new Map<string, ParsedFile | undefined>();

  constructor(
    readonly files: Files,
    private readonly displayPath: (absolute: string) => string,
  ) {}

  /** @param namedAt what names the file: where a missing one is reported */
  yaml(path: string, kind: FileKind, dialect: GoYaml, namedAt?: SourceRange): ParsedFile | undefined {
    if (this.#parsed.has(path)) return this.#parsed.get(path);
    const parsed = this.#read(path, kind, dialect, namedAt);
    this.#parsed.set(path, parsed);
    return parsed;
  }

  /** @param namedAt what names the file: where a missing one is reported */
  text(path: string, kind: FileKind, namedAt?: SourceRange): SourceFile | undefined {
    const read = this.files.read(path);
    const shown = this.displayPath(path);
    if (!read.ok) {
      this.problems.push(unreadable(shown, read.reason, namedAt));
      return undefined;
    }
    const file = new SourceFile(shown, kind, read.text);
    this.sources.push(file);
    return file;
  }

  #read(path: string, kind: FileKind, dialect: GoYaml, namedAt?: SourceRange): ParsedFile | undefined {
    const file = this.text(path, kind, namedAt);
    return file && this.parse(file, dialect);
  }

  /** Parses a text; an inline config is no source of its own, since its compose file is one already. */
  parse(file: SourceFile, dialect: GoYaml): ParsedFile {
    const { roots, problems } = parseYaml(file, dialect);
    this.problems.push(...problems.map(syntaxFinding));
    return { file, root: roots[0], whole: problems.length === 0 };
  }
}
