import { text } from '../../model/yaml-node.js';
import { valuesOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Passwords of users that are no bcrypt hashes. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/invalid-password-hash',
  severity: 'error',
  summary: 'a password that is no bcrypt hash',
  why: 'basic_auth_users has the bcrypt hashes of passwords. The server refuses to start on anything else, also on the passwords themselves, which have no place in a file.',
  remedy: 'write what "htpasswd -nBC 10 USER" prints after the colon',
  check: (document) =>
    valuesOf(document, 'password-hash').flatMap(({ node, key }): Problem[] => {
      if (node.kind !== 'scalar') return [];
      const fault = hashFault(text(node) ?? '');
      // The value may be the password itself, so it is not quoted.
      return fault
        ? [
            {
              message: `the password of user "${key}" is no bcrypt hash: ${fault.message}`,
              at: node.at,
              ...fault.severity,
            },
          ]
        : [];
    }),
};

const EXPECTED = 'expected $2y$, a cost from 04 to 31, $ and 53 letters';

interface Fault {
  readonly message: string;
  /** What the server takes though no password can ever match it is a warning. */
  readonly severity?: { readonly severity: 'warning' };
}

function hashFault(hash: string): Fault | undefined {
  if (hash.length < 59) return { message: `it has ${String(hash.length)} characters, ${EXPECTED}` };
  if (!hash.startsWith('$')) return { message: `it does not begin with "$", ${EXPECTED}` };
  if ((hash[1] ?? '') > '2') return { message: `"${hash.slice(0, 2)}" is no version of bcrypt, ${EXPECTED}` };
  const rest = hash.slice(hash[2] === '$' ? 3 : 4);
  const cost = /^[-+]?[0-9]+$/.test(rest.slice(0, 2)) ? Number(rest.slice(0, 2)) : NaN;
  if (!(cost >= 4 && cost <= 31)) return { message: `its cost is not between 4 and 31, ${EXPECTED}` };
  if (/^\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53}$/.test(hash)) return undefined;
  return { message: `no password can match it, ${EXPECTED}`, severity: { severity: 'warning' } };
}
