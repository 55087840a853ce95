import type { Finding } from '../model/finding.js';
import { SourceFile, type FileKind, type SourceRange } from '../model/source.js';
import type { YamlNode } from '../model/yaml-node.js';
import type { Files } from '../ports/files.js';
import type { GoYaml } from '../yaml/go-scalar.js';
import { jsonFault } from '../yaml/json-fault.js';
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

/** Compose takes such a file; the build of the image is what fails. */
const NO_DOCKERFILE = { code: 'file/no-dockerfile' } as const;

/** Reads and parses the files of one load, each once, and keeps what was read and what was wrong. */
export class FileReader {
  readonly sources: SourceFile[] = [];
  readonly problems: Finding[] = [];
  readonly #read = new Map<string, SourceFile | undefined>();
  readonly #parsed = new Map<string, ParsedFile | undefined>();

  constructor(
    readonly files: Files,
    private readonly displayPath: (absolute: string) => string,
  ) {}

  /** @param namedAt what names the file: where a missing one is reported */
  yaml(path: string, kind: FileKind, dialect: GoYaml, namedAt?: SourceRange): ParsedFile | undefined {
    if (this.#parsed.has(path)) return this.#parsed.get(path);
    const file = this.text(path, kind, namedAt);
    const parsed = file && this.parse(file, dialect);
    this.#parsed.set(path, parsed);
    return parsed;
  }

  /** Like `yaml`, for files whose reader takes JSON only. */
  json(path: string, kind: FileKind): ParsedFile | undefined {
    if (this.#parsed.has(path)) return this.#parsed.get(path);
    const file = this.text(path, kind);
    const parsed = file && this.parseJson(file);
    this.#parsed.set(path, parsed);
    return parsed;
  }

  /** Broken JSON has no root, and no finding here: the rule that knows what the file is for says what it means. */
  parseJson(file: SourceFile): ParsedFile {
    if (jsonFault(file.text)) return { file, root: undefined, whole: false };
    const { roots, problems } = parseYaml(file, 'v3');
    return { file, root: roots[0], whole: problems.length === 0 };
  }

  /** A file that is not YAML, or not to be parsed as such. */
  text(path: string, kind: FileKind, namedAt?: SourceRange): SourceFile | undefined {
    if (this.#read.has(path)) return this.#read.get(path);
    const read = this.files.read(path);
    const shown = this.displayPath(path);
    const file = read.ok ? new SourceFile(shown, kind, read.text) : undefined;
    if (file) this.sources.push(file);
    if (!read.ok)
      this.problems.push({
        ...unreadable(shown, read.reason, namedAt),
        ...(kind === 'dockerfile' ? NO_DOCKERFILE : {}),
      });
    this.#read.set(path, file);
    return file;
  }

  /** A text to look into, which is no source of the stack; undefined when it cannot be read or is longer than that. */
  peek(path: string, longest: number): SourceFile | undefined {
    const read = this.files.read(path);
    return read.ok && read.text.length <= longest
      ? new SourceFile(this.displayPath(path), 'text', read.text)
      : undefined;
  }

  /** Parses a text; an inline config is no source of its own, since its compose file is one already. */
  parse(file: SourceFile, dialect: GoYaml): ParsedFile {
    const { roots, problems } = parseYaml(file, dialect);
    this.problems.push(...problems.map(syntaxFinding));
    return { file, root: roots[0], whole: problems.length === 0 };
  }
}
