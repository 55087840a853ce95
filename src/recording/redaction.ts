import type { Stack } from '../model/stack.js';
import type { YamlNode } from '../model/yaml-node.js';
import { entries, items, text } from '../model/yaml-node.js';
import { holdsSecret, judgeSecret } from '../rules/secret-words.js';
import { valuesOf } from '../schema/values.js';

/** Shorter values stand in too many other words. */
const SHORTEST = 6;
const KEY_BLOCK = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\s\S]*?)(-----END|$)/g;
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@?#"']{0,200}:)([^\s/?#"']{1,500})(@)/gi;
const IN_FLAG =
  /(--?[\w.-]{0,40}(?:pass|passwd|password|secret|token|api-?key)[\w.-]{0,40}(?:=|\s+|["'],\s*["']?))([^\s"',\]-][^\s"',\]]*)()/gi;
const IN_HEADER = /((?:Authorization["']?\s*[:=]\s*["']?)?\b(?:Bearer|Basic)\s+)([\w.~+/=-]{8,})()/g;
const IN_ASSIGNMENT = /(^|[\s"'])([\w.-]+)(\s*[=:]\s*["']?)([^\s"',]+)/g;

/**
 * Takes credentials out of texts, each replaced by as many `x` so that every place in a file stays where it was: what the schemas
 * call a secret, values of variables, keys and flags whose names say so, passwords in URLs, private keys, and wherever else in the
 * texts of a run such a value turns up again.
 */
export class Redaction {
  readonly #values = new Set<string>();

  constructor(stack: Stack | undefined, environment: Readonly<Record<string, string>>) {
    for (const [name, value] of Object.entries(environment)) this.#learnPair(name, value);
    if (!stack) return;
    for (const document of stack.documents)
      for (const kind of ['secret', 'secret-url'])
        for (const { node } of valuesOf(document, kind)) this.#learn(text(node) ?? '');
    for (const root of [...stack.documents.map((document) => document.root), ...stack.project.stages])
      if (root) this.#walk('', root);
    for (const { environment: variables, labels } of stack.project.services)
      for (const [name, located] of [...variables, ...labels]) if (located) this.#learnPair(name, located.value);
  }

  /** The text of a file: secrets at their places, also those that are common words. */
  file(written: string): string {
    const named = written.replaceAll(
      IN_ASSIGNMENT,
      (whole, before: string, name: string, sign: string, value: string) =>
        holdsSecret(name, value) ? `${before}${name}${sign}${hidden(value)}` : whole,
    );
    return this.text(named);
  }

  /** Any other text. */
  text(written: string): string {
    let result = written;
    for (const pattern of [KEY_BLOCK, IN_URL, IN_FLAG, IN_HEADER])
      result = result.replaceAll(
        pattern,
        (_, before: string, secret: string, after: string) => `${before}${hidden(secret)}${after}`,
      );
    for (const value of this.#values) if (result.includes(value)) result = result.replaceAll(value, hidden(value));
    return result;
  }

  /** All texts in a value. */
  deep<T>(value: T): T {
    return this.#deep(value) as T;
  }

  #deep(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.#deep(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#deep(one)]));
  }

  #walk(key: string, node: YamlNode): void {
    for (const [name, { value }] of entries(node)) this.#walk(name, value);
    for (const item of items(node)) this.#walk(key, item);
    const value = text(node);
    if (value === undefined) return;
    this.#learnPair(key, value);
    const [, name, assigned] = /^([\w.-]+)=(.*)$/s.exec(value) ?? [];
    if (name !== undefined && assigned !== undefined) this.#learnPair(name, assigned);
  }

  #learnPair(name: string, value: string): void {
    if (holdsSecret(name, value)) this.#learn(value);
  }

  #learn(value: string): void {
    // What everybody tries first is a word that stands everywhere; at its own place it is hidden all the same.
    if (value.length >= SHORTEST && judgeSecret(value) === 'secret') this.#values.add(value);
  }
}

function hidden(secret: string): string {
  return secret.replaceAll(/\S/g, 'x');
}
