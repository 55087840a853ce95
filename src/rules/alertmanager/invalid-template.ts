import type { Document } from '../../model/document.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { rangeInScalar } from '../../yaml/scalar-offsets.js';
import { templateProblem } from '../../template/check.js';

/** What Alertmanager adds to Go's templates. Source: https://prometheus.io/docs/alertmanager/latest/notifications/ (functions). */
const FUNCTIONS: readonly string[] =
  'toUpper toLower title trimSpace join match safeHtml safeUrl urlUnescape reReplaceAll stringSlice date tz since humanizeDuration toJson list dict append now'.split(
    ' ',
  );

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
      ...valuesOf(document, 'template').flatMap((value) => problem(value, FUNCTIONS)),
      // These are parsed at the start as well, and there without Alertmanager's own functions.
      ...['template-url', 'go-template'].flatMap((kind) =>
        valuesOf(document, kind).flatMap((value) => problem(value, [])),
      ),
    ];
  },
};

function fileProblem({ file }: Document): Problem[] {
  const fault = templateProblem(file.text, { functions: FUNCTIONS, variables: [] });
  if (!fault) return [];
  const { message, start, end } = fault;
  return [{ message: `the file of templates cannot be parsed: ${message}`, at: { file, start, end } }];
}

function problem(value: KindValue, functions: readonly string[]): Problem[] {
  const { node } = value;
  if (node.kind !== 'scalar') return [];
  const fault = templateProblem(node.text, { functions, variables: [] });
  if (!fault) return [];
  const at = rangeInScalar(node, fault.start, fault.end);
  return [{ message: `${nameOf(value)} is no valid template: ${fault.message}`, at }];
}
