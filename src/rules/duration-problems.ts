import type { Document } from '../model/document.js';
import { prometheusDurationMs } from '../model/duration.js';
import { text } from '../model/yaml-node.js';
import { nameOf, valuesOf } from '../schema/values.js';
import type { Problem } from './rule.js';

/** Every duration of a document that Prometheus cannot read. */
export function durationProblems(document: Document): Problem[] {
  return valuesOf(document, 'duration').flatMap((value) => {
    const written = text(value.node);
    if (written === undefined || prometheusDurationMs(written) !== undefined) return [];
    return [
      {
        message: `${nameOf(value)} is "${written}", expected a duration such as 15s or 1m30s`,
        at: value.node.at,
      },
    ];
  });
}
