import type { Finding } from '../model/finding.js';
import { locate, type SourceRange } from '../model/source.js';
import type { FileRead } from '../ports/files.js';

type Reason = Extract<FileRead, { ok: false }>['reason'];

const WHY: Readonly<Record<Reason, readonly [why: string, help: string]>> = {
  missing: ['does not exist', 'create it, or mend the path that names it'],
  directory: [
    'is a directory, but a file is expected',
    'name the file; Docker makes a directory where a bind source is missing',
  ],
  unreadable: ['cannot be read', 'give the user who runs scrapegate permission to read it'],
  'too-large': ['is larger than 16 MiB', 'a configuration file is never this large; mend the path that names it'],
  'not-utf8': ['is not UTF-8 text', 'save it as UTF-8; YAML for Go programs has no other encoding'],
  'symlink-loop': ['is a loop of symbolic links', 'point the link at the file itself'],
};

/** The finding about a file that a stack needs and that cannot be read. `namedAt`: what names it, when something does. */
export function unreadable(path: string, reason: Reason, namedAt?: SourceRange): Finding {
  const [why, help] = WHY[reason];
  return {
    code: 'file/unreadable',
    severity: 'error',
    stage: 'load',
    message: `the file "${path}" ${why}`,
    location: namedAt ? locate(namedAt) : { file: path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    related: [],
    help,
  };
}
