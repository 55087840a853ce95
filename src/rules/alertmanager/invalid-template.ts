import type { Document } from '../../model/document.js';
import type { SourceRange } from '../../model/source.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { ALERTMANAGER_FUNCTIONS, GO_FUNCTIONS, templateFault } from '../template-fault.js';

/** Templates in receivers and in files that cannot be parsed. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager', 'template'],
  code: 'alertmanager/invalid-template',
  severity: 'error',
  summary: 'a template of a receiver or in a file that cannot be parsed',
  why: 'Alertmanager refuses to start when a file of templates cannot be parsed. The texts of receivers it parses only when it sends a notification: one that is broken lets the start succeed and every notification fail.',
  remedy: 'close each {{ with }}, and each if, range and with by {{ end }}; call only functions that templates have',
  check(document) {
    if (document.kind === 'template') return fileProblem(document);
    return [
      ...valuesOf(document, 'template').flatMap((value) => problem(value, ALERTMANAGER_FUNCTIONS)),
      // These are parsed at the start as well, and there without Alertmanager's own functions.
      ...['template-url', 'go-template'].flatMap((kind) =>
        valuesOf(document, kind).flatMap((value) => problem(value, GO_FUNCTIONS)),
      ),
    ];
  },
};

function fileProblem({ file }: Document): Problem[] {
  const fault = templateFault(file.text, ALERTMANAGER_FUNCTIONS);
  if (!fault) return [];
  const at = { file, start: fault.offset, end: fault.offset + 2 };
  return [{ message: `the file of templates cannot be parsed: ${fault.message}`, at }];
}

function problem(value: KindValue, functions: ReadonlySet<string>): Problem[] {
  const written = text(value.node) ?? '';
  const fault = templateFault(written, functions);
  if (!fault) return [];
  const at = actionRange(value.node.at, written.slice(0, fault.offset).split('{{').length);
  return [{ message: `${nameOf(value)} is no valid template: ${fault.message}`, at }];
}

/** Where the action of that number stands in the file; indentation and escapes make offsets of the text useless there. */
function actionRange(at: SourceRange, number: number): SourceRange {
  let start = at.start - 1;
  for (let count = 0; count < number; count++) start = at.file.text.indexOf('{{', count === 0 ? at.start : start + 2);
  return start < at.start || start >= at.end ? at : { file: at.file, start, end: start + 2 };
}
