import { loadFile } from '../../src/stack/load-file.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { check, judge } from '../../src/stages/check.js';
import type { DocumentKind, PrometheusVersion } from '../../src/model/document.js';
import type { Finding, Position } from '../../src/model/finding.js';
import { MemoryFiles } from './memory-files.js';

/** A text without its `«` and `»`, and what stood between them. */
export function unmark(marked: string): { text: string; start: Position; end: Position } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»');
  if (start < 0 || end < start) throw new Error(`the place of the fault is not marked: ${marked}`);
  const text = marked.replace('«', '').replace('»', '');
  return { text, start: position(text, start), end: position(text, end - 1) };
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** `CODE LINE:COLUMN-LINE:COLUMN` of what is expected, and of each finding of that code. */
export interface Placed {
  readonly expected: string;
  readonly found: readonly string[];
}

/** Judges a marked file alone. */
export function placesInFile(kind: DocumentKind, code: string, marked: string, version?: PrometheusVersion): Placed {
  const { text, start, end } = unmark(marked);
  const name = kind === 'dashboard' ? 'file.json' : 'file.yml';
  const { documents, problems } = loadFile(
    `/${name}`,
    kind,
    new MemoryFiles({ [`/${name}`]: text }),
    (path) => path,
    version,
  );
  return placed(code, { start, end }, [...problems, ...documents.flatMap(judge)]);
}

/** Judges a stack; one of its files is marked. */
export function placesInStack(code: string, files: Readonly<Record<string, string>>): Placed {
  const marked = Object.entries(files).find(([, text]) => text.includes('«'));
  const { start, end } = unmark(marked?.[1] ?? '');
  const plain = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`/stack/${path}`, text.replace('«', '').replace('»', '')]),
  );
  const request = {
    directory: '/stack',
    composeFiles: [],
    envFiles: [],
    environment: {},
    profiles: [],
    displayPath: (path: string): string => path.replace('/stack/', ''),
  };
  const stack = loadStack(request, new MemoryFiles(plain));
  if (!stack) throw new Error('no compose file');
  const own = check(stack).filter(({ location }) => location?.file === marked?.[0]);
  return placed(code, { start, end }, own);
}

function placed(code: string, at: { start: Position; end: Position }, findings: readonly Finding[]): Placed {
  const show = ({ start, end }: { start: Position; end: Position }): string =>
    `${code} ${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;
  const found = findings.flatMap((finding) =>
    finding.code === code && finding.location ? [show(finding.location)] : [],
  );
  // Another code at all is told too, so that a failure shows what was found instead.
  const others = findings.filter((finding) => finding.code !== code && finding.severity === 'error');
  return {
    expected: show(at),
    found: [...found, ...(found.length === 0 ? others.map((one) => `${one.code}: ${one.message}`) : [])],
  };
}
