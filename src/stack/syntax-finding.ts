import type { Finding } from '../model/finding.js';
import { locate } from '../model/source.js';
import type { YamlProblem } from '../yaml/parse.js';

/** The finding about a file whose YAML cannot be read. */
export function syntaxFinding({ message, at }: YamlProblem): Finding {
  return {
    code: 'yaml/syntax',
    severity: 'error',
    stage: 'load',
    message: `the YAML cannot be read: ${message}`,
    location: locate(at),
    related: [],
    help: 'mend the YAML at this place; tabs for indentation and a missing space after a colon are the usual slips',
  };
}
