import { formatOfFile } from '../exposition/content-type.js';
import type { Exposition, ExpositionCode } from '../exposition/exposition.js';
import { loadedParser } from '../exposition/loaded-parser.js';
import type { Document } from '../model/document.js';
import type { SourceFile } from '../model/source.js';
import type { DocumentRule, Problem } from './rule.js';

const read = new WeakMap<SourceFile, Exposition>();

/** The exposition in a file; a file is read once, whichever rule asks first. */
export function expositionOf({ file }: Document): Exposition {
  let known = read.get(file);
  if (!known) {
    known = loadedParser()(file.text, { format: formatOfFile(file.text, file.path) });
    read.set(file, known);
  }
  return known;
}

/** What the parser says under one code, as a rule says it. What it did not keep is counted in the last message. */
function problemsOf(document: Document, code: ExpositionCode): Problem[] {
  const { problems, counts } = expositionOf(document);
  const kept = problems.filter((problem) => problem.code === code);
  const more = (counts[code] ?? 0) - kept.length;
  return kept.map(({ message, severity, start, end }, index) => ({
    message: more > 0 && index === kept.length - 1 ? `${message} (and ${String(more)} more like this)` : message,
    severity,
    at: { file: document.file, start, end: Math.max(start, end) },
  }));
}

/** A rule over one code of the parser. */
export function expositionRule(
  code: ExpositionCode,
  texts: Omit<DocumentRule, 'scope' | 'kinds' | 'code' | 'check'>,
): DocumentRule {
  return {
    scope: 'document',
    kinds: ['metrics'],
    code: `metrics/${code}`,
    ...texts,
    check: (document) => problemsOf(document, code),
  };
}
