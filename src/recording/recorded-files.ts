import type { FileAnswers } from '../model/file-answers.js';
import type { FileRead, Files } from '../ports/files.js';

/** Remembers what was asked of the file system and what it answered, so that the same can be answered again elsewhere. */
export class RecordingFiles implements Files {
  readonly answers: { -readonly [K in keyof FileAnswers]: Record<string, FileAnswers[K][string]> } = {
    read: {},
    kind: {},
    access: {},
    directories: {},
    list: {},
  };

  constructor(private readonly files: Files) {}

  read(path: string): FileRead {
    return (this.answers.read[path] ??= this.files.read(path));
  }

  kind(path: string): ReturnType<Files['kind']> {
    return (this.answers.kind[path] ??= this.files.kind(path));
  }

  access(path: string): ReturnType<Files['access']> {
    const known = this.answers.access[path];
    const access = known === undefined ? (this.files.access(path) ?? null) : known;
    this.answers.access[path] = access;
    return access ?? undefined;
  }

  directories(path: string): readonly string[] {
    return (this.answers.directories[path] ??= this.files.directories(path));
  }

  list(path: string): readonly string[] {
    return (this.answers.list[path] ??= this.files.list(path));
  }
}

/** Answers from a record; what nobody asked then is missing. */
export class RecordedFiles implements Files {
  constructor(private readonly answers: FileAnswers) {}

  read(path: string): FileRead {
    return this.answers.read[path] ?? { ok: false, reason: 'missing' };
  }

  kind(path: string): ReturnType<Files['kind']> {
    return this.answers.kind[path] ?? (this.answers.read[path]?.ok ? 'file' : 'missing');
  }

  access(path: string): ReturnType<Files['access']> {
    return this.answers.access[path] ?? undefined;
  }

  directories(path: string): readonly string[] {
    return this.answers.directories[path] ?? [];
  }

  list(path: string): readonly string[] {
    return this.answers.list[path] ?? [];
  }
}
