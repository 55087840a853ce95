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
  const fault = templateFault(text(value.node) ?? '');
  if (!fault) return [];
  return [{ message: `${nameOf(value)} is no valid template: ${fault.message}`, at: value.node.at }];
}
