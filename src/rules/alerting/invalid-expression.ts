import type { Document } from '../../model/document.js';
import { ownerOf, valuesOf, type KindValue } from '../../schema/values.js';
import { rangeInScalar } from '../../yaml/scalar-offsets.js';
import { parsedExpression } from '../expression-selectors.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Expressions that Prometheus cannot parse, or whose types do not fit. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['rules', 'rule-tests'],
  code: 'alerting/invalid-expression',
  severity: 'error',
  summary: 'a PromQL expression that cannot be parsed, or whose types do not fit',
  why: 'Prometheus refuses a rule file with an expression that it cannot parse, and then does not start or keeps the old rules.',
  remedy: 'mend the expression, see https://prometheus.io/docs/prometheus/latest/querying/basics/',
  check(document) {
    return valuesOf(document, 'promql').flatMap((value) => judge(value, document));
  },
};

function judge(value: KindValue, document: Document): Problem[] {
  const { node } = value;
  if (node.kind !== 'scalar' || node.value === null || node.text === '') return [];
  const owner = ownerOf(value);
  const name = `the expression${owner === '' ? '' : ` of ${owner}`}`;
  const { problems, type } = parsedExpression(node, document);
  if (document.kind === 'rules' && problems.length === 0 && (type === 'range vector' || type === 'string'))
    return [{ message: `${name} gives a ${type}, but a rule needs an instant vector or a scalar`, at: node.at }];
  return problems.map(({ message, start, end }) => ({
    message: `${name} is wrong: ${message}`,
    at: rangeInScalar(node, start, end),
  }));
}
