import type { Document } from '../model/document.js';
import { child, entries, keyRange, text, type MappingNode, type YamlNode } from '../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../schema/values.js';
import type { Problem } from './rule.js';

/** A key counts as set when its value is neither null nor empty text. */
export function isSet(node: YamlNode | undefined, key: string): boolean {
  const value = child(node, key);
  return value !== undefined && (value.kind !== 'scalar' || (value.value !== null && value.text !== ''));
}

/** Of keys that exclude each other, the second one that is set, with the first as its reason. */
export function exclusive(node: YamlNode, keys: readonly string[], owner: string): Problem[] {
  const [first, second] = keys.filter((key) => isSet(node, key)).sort((a, b) => startOf(node, a) - startOf(node, b));
  if (first === undefined || second === undefined) return [];
  const at = keyRange(node, first);
  return [
    {
      message: `"${second}"${of(owner)} is set beside "${first}", expected at most one of ${keys.join(', ')}`,
      at: keyRange(node, second),
      help: `remove "${first}" or "${second}"`,
      related: at ? [{ message: `"${first}" is set here`, at }] : [],
    },
  ];
}

function startOf(node: YamlNode, key: string): number {
  return keyRange(node, key)?.start ?? 0;
}

function of(owner: string): string {
  return owner === '' ? '' : ` of ${owner}`;
}

/** Keys of HTTP clients and of TLS that exclude or need each other, as github.com/prometheus/common/config sees it. */
export function httpClientProblems(document: Document): Problem[] {
  return [
    ...mappingsOf(document, 'http-client').flatMap(authenticationProblems),
    ...mappingsOf(document, 'http-client').flatMap(headerProblems),
    ...[...mappingsOf(document, 'http-client'), ...mappingsOf(document, 'oauth2')].flatMap(proxyProblems),
    ...mappingsOf(document, 'oauth2').flatMap((value) => exclusiveOf(value, OAUTH2)),
    ...mappingsOf(document, 'basic_auth').flatMap((value) => exclusiveOf(value, BASIC)),
    ...mappingsOf(document, 'authorization').flatMap(authorizationProblems),
    ...mappingsOf(document, 'tls_config').flatMap(tlsProblems),
  ];
}

const OAUTH2 = [['client_secret', 'client_secret_file', 'client_secret_ref']];
const BASIC = [
  ['username', 'username_file', 'username_ref'],
  ['password', 'password_file', 'password_ref'],
];
const TLS = [
  ['ca', 'ca_file', 'ca_ref'],
  ['cert', 'cert_file', 'cert_ref'],
  ['key', 'key_file', 'key_ref'],
];

function exclusiveOf(value: KindValue<MappingNode>, groups: readonly (readonly string[])[]): Problem[] {
  return groups.flatMap((keys) => exclusive(value.node, keys, nameOf(value)));
}

function nameOf(value: KindValue): string {
  const owner = ownerOf(value);
  return owner === '' || owner === value.key ? value.key : `${value.key} of ${owner}`;
}

function authenticationProblems(value: KindValue<MappingNode>): Problem[] {
  const groups = [
    ['basic_auth', 'authorization', 'oauth2'],
    ['bearer_token', 'bearer_token_file'],
  ];
  const mixed = ['basic_auth', 'authorization', 'oauth2'].map((key) => [key, 'bearer_token', 'bearer_token_file']);
  const [first] = exclusiveOf(value, [...groups, ...mixed]);
  return first ? [first] : [];
}

function authorizationProblems(value: KindValue<MappingNode>): Problem[] {
  const type = child(value.node, 'type');
  const basic: Problem[] =
    type && text(type)?.trim().toLowerCase() === 'basic'
      ? [
          {
            message: `type of ${nameOf(value)} is "${text(type) ?? ''}", expected Bearer or another scheme`,
            at: type.at,
            help: 'write basic_auth with username and password in place of authorization',
          },
        ]
      : [];
  return [...basic, ...exclusiveOf(value, [['credentials', 'credentials_file', 'credentials_ref']])];
}

function proxyProblems(value: KindValue<MappingNode>): Problem[] {
  const { node } = value;
  const fromEnvironment = child(node, 'proxy_from_environment');
  const environment = fromEnvironment?.kind === 'scalar' && fromEnvironment.value === true;
  if (environment)
    return ['proxy_url', 'no_proxy']
      .filter((key) => isSet(node, key))
      .map((key) => ({
        message: `"${key}" of ${nameOf(value)} is set beside "proxy_from_environment", expected only one of them`,
        at: keyRange(node, key),
        help: `remove "${key}" or "proxy_from_environment"`,
      }));
  if (isSet(node, 'proxy_url')) return [];
  return ['no_proxy', 'proxy_connect_header']
    .filter((key) => isSet(node, key) && (key === 'no_proxy' || entries(child(node, key)).length > 0))
    .map((key) => ({
      message: `"${key}" of ${nameOf(value)} is set without "proxy_url"`,
      at: keyRange(node, key),
      help: `add "proxy_url" or remove "${key}"`,
    }));
}

/** Headers that the client sets itself. Source: reservedHeaders in config/headers.go of github.com/prometheus/common. */
const RESERVED = new Set(
  (
    'authorization host content-encoding content-length content-type user-agent connection keep-alive ' +
    'proxy-authenticate proxy-authorization www-authenticate accept-encoding ' +
    'x-prometheus-remote-write-version x-prometheus-remote-read-version x-prometheus-scrape-timeout-seconds ' +
    'x-amz-date x-amz-security-token x-amz-content-sha256'
  ).split(' '),
);

function headerProblems(value: KindValue<MappingNode>): Problem[] {
  return entries(child(value.node, 'http_headers')).flatMap(([name, { key }]) =>
    RESERVED.has(name.toLowerCase())
      ? [
          {
            message: `http_headers of ${nameOf(value)} sets "${name}", expected a header that the client does not set itself`,
            at: key.at,
            help: `remove "${name}"; credentials go into authorization or basic_auth`,
          },
        ]
      : [],
  );
}

function tlsProblems(value: KindValue<MappingNode>): Problem[] {
  const { node } = value;
  const certificate = ['cert', 'cert_file', 'cert_ref'].find((key) => isSet(node, key));
  const privateKey = ['key', 'key_file', 'key_ref'].find((key) => isSet(node, key));
  const present = certificate ?? privateKey;
  const lone: Problem[] =
    present !== undefined && (certificate === undefined || privateKey === undefined)
      ? [
          {
            message: `"${present}" of ${nameOf(value)} is set without ${certificate ? 'its key: key_file or key' : 'its certificate: cert_file or cert'}`,
            at: keyRange(node, present),
            help: `add "${certificate ? 'key_file' : 'cert_file'}", or remove "${present}"`,
          },
        ]
      : [];
  return [...exclusiveOf(value, TLS), ...lone];
}
