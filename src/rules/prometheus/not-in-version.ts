import type { Document } from '../../model/document.js';
import { keyRange, text } from '../../model/yaml-node.js';
import { kindsIn, nameOf, valuesOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Keys that the image's version of Prometheus does not have. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs', 'rules'],
  code: 'prometheus/not-in-version',
  severity: 'error',
  summary: 'a key that the version of Prometheus in the stack does not have',
  why: 'Prometheus refuses a configuration with a key that came later than its version, or that was removed before it.',
  remedy: 'use an image of a version that has the key, or remove the key',
  check: (document) => [
    ...[...kindsIn(document)].flatMap(([kind, values]) => {
      const since = /^since (\d+)\.(\d+)$/.exec(kind);
      if (!since || !isOlder(document, Number(since[1]), Number(since[2]))) return [];
      return values.map((value) =>
        problem(document, value, `came with Prometheus ${String(since[1])}.${String(since[2])}`),
      );
    }),
    ...(document.version.major >= 3 ? valuesOf(document, 'removed-in-3') : []).map((value) =>
      problem(document, value, 'was removed in Prometheus 3.0'),
    ),
    ...values(document),
  ],
};

function isOlder({ version }: Document, major: number, minor: number): boolean {
  if (version.major !== major) return version.major < major;
  return version.minor !== undefined && version.minor < minor;
}

/** Values that came or went while their key stayed. */
function values(document: Document): Problem[] {
  const old = valuesOf(document, 'api-version').filter(
    ({ node }) => text(node) === 'v1' && document.version.major >= 3,
  );
  const young = valuesOf(document, 'translation-strategy').filter(
    ({ node }) => text(node) === 'UnderscoreEscapingWithoutSuffixes' && isOlder(document, 3, 6),
  );
  return [...old, ...young].map((value) => ({
    message: `${nameOf(value)} is "${text(value.node) ?? ''}", which Prometheus ${shown(document)} does not have`,
    at: value.node.at,
    help:
      value.key === 'api_version' ? 'write v2, or remove the key' : 'use another strategy, or Prometheus 3.6 or later',
  }));
}

function shown({ version }: Document): string {
  return `${String(version.major)}${version.minor === undefined ? '' : `.${String(version.minor)}`}`;
}

function problem(document: Document, value: KindValue, what: string): Problem {
  const { node, key, inside } = value;
  return {
    message: `${nameOf(value)} ${what}, but this is Prometheus ${shown(document)}`,
    at: keyRange(inside?.node, key) ?? node.at,
  };
}
