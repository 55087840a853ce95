import type { FileRead, Files } from '../ports/files.js';

/** A file system in which some files have another text, as if they had been written. */
export class OverlayFiles implements Files {
  constructor(
    private readonly files: Files,
    /** The other text of a file by its absolute path; undefined for a file that is as it is. */
    private readonly textOf: (path: string) => string | undefined,
  ) {}

  read(path: string): FileRead {
    const text = this.textOf(path);
    return text === undefined ? this.files.read(path) : { ok: true, text };
  }

  kind(path: string): ReturnType<Files['kind']> {
    return this.files.kind(path);
  }

  access(path: string): ReturnType<Files['access']> {
    return this.files.access(path);
  }

  directories(path: string): readonly string[] {
    return this.files.directories(path);
  }

  list(path: string): readonly string[] {
    return this.files.list(path);
  }
}
