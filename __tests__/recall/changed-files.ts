import type { FileRead } from '../../src/ports/files.js';
import { FixtureFiles } from '../fakes/fixture-files.js';

/** The files of a healthy stack, some with another text. */
export class ChangedFiles extends FixtureFiles {
  constructor(
    directory: string,
    /** Texts by absolute path. */
    private readonly changed: ReadonlyMap<string, string>,
  ) {
    super(directory);
  }

  override read(path: string): FileRead {
    const text = this.changed.get(path);
    return text === undefined ? super.read(path) : { ok: true, text };
  }
}
