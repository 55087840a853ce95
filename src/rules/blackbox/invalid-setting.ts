import { text } from '../../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Sizes, expressions and names that blackbox_exporter or its probes do not take. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['blackbox'],
  code: 'blackbox/invalid-setting',
  severity: 'error',
  summary: 'a size, expression, status code or name that does not exist',
  why: 'blackbox_exporter refuses to start on a size without a unit and on a CEL expression that cannot be compiled. IP protocols, DNS transports and codes and status codes that do not exist let it start, and every probe fail.',
  remedy: 'write one of the values that the message names',
  check: (document) => [
    ...valuesOf(document, 'body-size').flatMap((value) =>
      isSize(text(value.node) ?? '0') ? [] : say(value, 'a size with a unit, such as 10MB or 512KiB'),
    ),
    ...valuesOf(document, 'cel').flatMap((value) => {
      const fault = celFault(text(value.node));
      return fault === undefined ? [] : say(value, `a CEL expression over body; ${fault}`);
    }),
    ...AT_PROBE.flatMap(({ kind, values, expected }) =>
      valuesOf(document, kind).flatMap((value) =>
        value.node.kind !== 'scalar' || values.test(text(value.node) ?? '')
          ? []
          : // The exporter starts.
            say(value, expected).map((problem) => ({ ...problem, severity: 'warning' as const })),
      ),
    ),
  ],
};

/** Source: Base2Bytes of https://pkg.go.dev/github.com/alecthomas/units. */
const SIZE = /^[-+]?(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i?)?B)+)$/;

const POWERS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** Whether it is a size below 2^63 bytes; units are powers of 1024, with and without the "i". */
function isSize(written: string): boolean {
  if (!SIZE.test(written)) return false;
  const parts = [...written.matchAll(/([0-9.]+)([KMGTPE]?)i?B/g)];
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * 1024 ** POWERS.indexOf(unit), 0) < 2 ** 63;
}

const AT_PROBE = [
  { kind: 'ip-protocol', values: /^(?:ip[46])?$/, expected: 'ip4 or ip6' },
  { kind: 'transport-protocol', values: /^(?:udp|tcp)?$/, expected: 'udp or tcp' },
  { kind: 'status-code', values: /^(?:[1-9][0-9]{2})?$/, expected: 'a status code from 100 to 999' },
  {
    kind: 'rcode',
    values:
      /^(?:NOERROR|FORMERR|SERVFAIL|NXDOMAIN|NOTIMP|REFUSED|YXDOMAIN|YXRRSET|NXRRSET|NOTAUTH|NOTZONE|DSOTYPENI|BADSIG|BADVERS|BADKEY|BADTIME|BADMODE|BADNAME|BADALG|BADTRUNC|BADCOOKIE|STALE)$/,
    expected: 'the name of an answer such as NOERROR or NXDOMAIN',
  },
];

function say(value: KindValue, expected: string): Problem[] {
  return [{ message: `${nameOf(value)} is "${text(value.node) ?? ''}", expected ${expected}`, at: value.node.at }];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What surely cannot be compiled; types and names are left to blackbox_exporter. */
function celFault(expression: string | undefined): string | undefined {
  if (expression === undefined) return undefined;
  const plain = expression.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '0').trim();
  if (plain === '') return 'it is empty';
  if (/["']/.test(plain)) return 'a text in it is not closed';
  const open: string[] = [];
  for (const char of plain) {
    if (CLOSING[char] !== undefined) open.push(CLOSING[char]);
    else if (/[)\]}]/.test(char) && open.pop() !== char) return `"${char}" closes nothing`;
  }
  if (open.length > 0) return `"${open.at(-1) ?? ''}" is missing`;
  return /(?:[-+*/%=<>!&|?:.,]|\bin)$/.test(plain) ? 'it ends with an operator' : undefined;
}
