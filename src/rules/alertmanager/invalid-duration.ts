import type { Document } from '../../model/document.js';
import { goDurationNs } from '../../model/go-duration.js';
import { prometheusDurationMs } from '../../model/duration.js';
import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Durations that Alertmanager cannot read, or that it does not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/invalid-duration',
  severity: 'error',
  summary: 'a duration that Alertmanager cannot read or take',
  why: 'Most durations of Alertmanager are whole numbers with units from large to small, such as 1h30m. A group that is told about without a pause would flood its receiver, so group_interval and repeat_interval cannot be zero. timeout, retry, expire and ttl of receivers are durations of Go, which end at hours.',
  remedy: 'write whole numbers with units from large to small, such as 30s, 5m or 4h',
  check: (document) => [
    ...valuesOf(document, 'duration').flatMap(durationProblem),
    ...goProblems(document, 'go-duration', true),
    ...goProblems(document, 'go-duration-text', false),
  ],
};

/** The longest duration that 64 bits of nanoseconds hold. */
const MAXIMUM_MS = 2 ** 63 / 1e6;
const NEVER_ZERO = new Set(['group_interval', 'repeat_interval']);

function durationProblem(value: KindValue): Problem[] {
  const written = text(value.node);
  if (written === undefined) return [];
  const ms = prometheusDurationMs(written);
  const say = (expected: string): Problem[] => [
    { message: `${nameOf(value)} is "${written}", expected ${expected}`, at: value.node.at },
  ];
  if (ms === undefined) return say('a duration such as 30s or 1h30m');
  if (ms === 0 && NEVER_ZERO.has(value.key)) return say('a duration that is longer than zero');
  return ms < MAXIMUM_MS ? [] : say('a duration of at most 292y');
}

/** Durations of Go; a plain number is nanoseconds for fields that are decoded as numbers. */
function goProblems(document: Document, kind: string, numbers: boolean): Problem[] {
  return valuesOf(document, kind).flatMap((value) => {
    const written = text(value.node);
    const isNumber = value.node.kind === 'scalar' && typeof value.node.value === 'number';
    if (written === undefined || (numbers && isNumber) || goDurationNs(written) !== undefined) return [];
    return [
      {
        message: `${nameOf(value)} is "${written}", expected a duration such as 30s or 1h30m; days do not exist here`,
        at: value.node.at,
        help: 'write hours, minutes and seconds, such as 30s or 1h30m',
      },
    ];
  });
}
