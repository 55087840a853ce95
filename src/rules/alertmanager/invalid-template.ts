import type { SourceRange } from '../../model/source.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { templateFault } from '../template-fault.js';

/** Templates in receivers that cannot be parsed. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-template',
  severity: 'error',
  summary: 'a template of a receiver that cannot be parsed',
  why: 'Alertmanager parses the texts of receivers only when it sends a notification. One that cannot be parsed lets the start succeed and every notification fail.',
  remedy: 'close each {{ with }}, and each if, range and with by {{ end }}',
  check: (document) => ['template', 'template-url'].flatMap((kind) => valuesOf(document, kind).flatMap(problem)),
};

function problem(value: KindValue): Problem[] {
  const written = text(value.node) ?? '';
  const fault = templateFault(written);
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
