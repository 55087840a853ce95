import { shapes } from '../generated/shapes.js';
import type { Document } from '../model/document.js';
import type { SourceRange } from '../model/source.js';
import { child, entries, items, text, type YamlNode } from '../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../schema/values.js';
import { judgeSecret, passwordInUrl, type FoundWord } from './secret-words.js';

/** A secret that stands in a configuration file. */
export interface DocumentSecret {
  /** As a message calls it. */
  readonly name: string;
  readonly at: SourceRange;
  readonly word: FoundWord;
  readonly help: string;
}

/** Every secret of a document that stands in it. */
export function documentSecrets(document: Document): DocumentSecret[] {
  if (document.kind === 'grafana-datasources') return ofDatasources(document);
  return [
    ...valuesOf(document, 'secret').flatMap((value) => ofValue(document, value, text(value.node) ?? '')),
    ...valuesOf(document, 'secret-url').flatMap((value) => ofUrl(document, value)),
    ...[...valuesOf(document, 'url'), ...valuesOf(document, 'http-url')].flatMap((value) =>
      ofCredentials(document, value),
    ),
  ];
}

function ofValue(document: Document, value: KindValue, secret: string): DocumentSecret[] {
  const word = judgeSecret(secret);
  // Where a placeholder is, somebody still has to write the secret.
  if (word === 'none' || word === 'placeholder' || value.node.kind !== 'scalar') return [];
  return [{ name: nameOf(value), at: value.node.at, word, help: helpFor(document, value) }];
}

/** URLs that are a secret themselves: who knows one may post there. */
const SECRET_URL =
  /^https?:\/\/(?:hooks\.slack\.com|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks|[\w.-]+\.webhook\.office\.com|[\w.-]+\.logic\.azure\.com|chat\.googleapis\.com|[\w.-]*hooks\.[\w.-]+)\/\S{8,}|[?&](?:token|key|api_?key|secret|access_token)=[^&<{$]{6,}/i;
const UNFILLED = /x{3,}|y{3,}|z{3,}|0{6,}|<|\{|\$|\byour|example|replace|changeme|placeholder|todo|dummy|\.\.\./i;

function ofUrl(document: Document, value: KindValue): DocumentSecret[] {
  const url = text(value.node) ?? '';
  if (UNFILLED.test(url)) return [];
  if (!SECRET_URL.test(url)) return ofCredentials(document, value);
  return [{ name: nameOf(value), at: value.node.at, word: 'secret', help: helpFor(document, value) }];
}

function ofCredentials(document: Document, value: KindValue): DocumentSecret[] {
  const found = passwordInUrl(text(value.node) ?? '');
  if (!found) return [];
  const word = found.password === found.user ? 'guessable' : judgeSecret(found.password);
  if (word === 'none' || word === 'placeholder') return [];
  const help =
    document.kind === 'prometheus'
      ? 'take the password out of the URL, and name a file with it in password_file of basic_auth'
      : 'take the password out of the URL';
  return [{ name: `the password in ${nameOf(value)}`, at: value.node.at, word, help }];
}

/** The key that names a file in its place, when the schema has one. */
function helpFor({ kind }: Document, { key, inside }: KindValue): string {
  const siblings = inside ? [...inside.node.entries.keys()] : [];
  const file = `${key}_file`;
  const has = (shapes[kind] ?? []).some(
    ({ properties }) =>
      properties?.[file] !== undefined && siblings.every((sibling) => properties[sibling] !== undefined),
  );
  if (has) return `write the secret to a file that is mounted as one of \`secrets\`, and name it in ${file}`;
  if (key === 'secret_key') return 'remove the keys, and give them by the environment or a role of the machine';
  return 'keep it out of the repository: fill it in when the file is deployed';
}

const LEGACY = ['password', 'basicAuthPassword'];

function ofDatasources({ root }: Document): DocumentSecret[] {
  return items(child(root, 'datasources')).flatMap((source) => {
    const secure = entries(child(source, 'secureJsonData')).map(([key, { value }]) => ({ key, value }));
    const legacy = LEGACY.flatMap((key) => {
      const value = child(source, key);
      return value ? [{ key, value }] : [];
    });
    const owner = `of data source "${text(child(source, 'name')) ?? ''}"`;
    return [...secure, ...legacy].flatMap(({ key, value }) => ofSetting(key, value, owner));
  });
}

function ofSetting(key: string, value: YamlNode, owner: string): DocumentSecret[] {
  const word = judgeSecret(text(value) ?? '');
  if (word === 'none' || word === 'placeholder' || value.kind !== 'scalar') return [];
  const help = 'write `$NAME`, a variable of the service, or `$__file{/run/secrets/NAME}`';
  return [{ name: `${key} ${owner}`, at: value.at, word, help }];
}
