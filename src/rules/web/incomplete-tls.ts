import { child, keyRange, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf } from '../../schema/values.js';
import { exclusive, isSet } from '../http-client.js';
import type { DocumentRule, Problem } from '../rule.js';

/** TLS without certificate or key, or with settings that need others. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['web'],
  code: 'web/incomplete-tls',
  severity: 'error',
  summary: 'TLS without its certificate or key, or a CA for clients that are asked for nothing',
  why: 'A server that is to speak TLS needs a certificate and its key, and does not start without. A CA for clients has an effect only when clients are asked for certificates.',
  remedy: 'set cert_file and key_file, and client_auth_type when client_ca_file is set',
  check: (document) =>
    mappingsOf(document, 'tls_server_config').flatMap(({ node }) => [
      ...pairProblems(node),
      ...inlineProblems(node),
      ...clientProblems(node),
      ...versionProblems(node),
      ...['cert', 'key', 'client_ca'].flatMap((key) =>
        exclusive(node, [key, `${key}_file`], 'tls_server_config').map((problem) => ({
          ...problem,
          // The server starts, and takes the file.
          severity: 'warning' as const,
        })),
      ),
    ]),
};

/** Keys that turn TLS on. */
const TURN_ON = ['cert_file', 'cert', 'key_file', 'key', 'client_ca_file', 'client_ca', 'client_auth_type'];

function pairProblems(node: YamlNode): Problem[] {
  const first = TURN_ON.find((key) => isSet(node, key));
  if (first === undefined) return [];
  return ['cert', 'key']
    .filter((key) => !isSet(node, key) && !isSet(node, `${key}_file`))
    .map((key) => ({
      message: `"${first}" turns TLS on, but tls_server_config has neither ${key}_file nor ${key}`,
      at: keyRange(node, first) ?? node.at,
      help: `add "${key}_file", or remove "${first}"`,
    }));
}

/** Texts in place of files; a file comes first where both are set. */
function inlineProblems(node: YamlNode): Problem[] {
  return [
    { key: 'cert', begin: /-----BEGIN CERTIFICATE-----/, what: '-----BEGIN CERTIFICATE-----' },
    { key: 'key', begin: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, what: '-----BEGIN PRIVATE KEY-----' },
  ].flatMap(({ key, begin, what }): Problem[] => {
    const value = child(node, key);
    if (!value || !isSet(node, key) || isSet(node, `${key}_file`) || begin.test(text(value) ?? '')) return [];
    return [
      {
        message: `"${key}" of tls_server_config holds no PEM, expected a text that begins with ${what}`,
        at: value.at,
        help: `write the path of a file as "${key}_file"`,
      },
    ];
  });
}

function clientProblems(node: YamlNode): Problem[] {
  const type = text(child(node, 'client_auth_type')) ?? '';
  const authority = ['client_ca_file', 'client_ca'].find((key) => isSet(node, key));
  const asked = type !== '' && type !== 'NoClientCert';
  const unused: Problem[] =
    authority !== undefined && !asked
      ? [
          {
            message: `"${authority}" is set, but client_auth_type is ${type === '' ? 'not set' : `"${type}"`}, expected one that asks clients for certificates`,
            at: keyRange(node, authority),
            help: `set "client_auth_type" to RequireAndVerifyClientCert, or remove "${authority}"`,
          },
        ]
      : [];
  if (!isSet(node, 'client_allowed_sans') || /^Require/.test(type)) return unused;
  return [
    ...unused,
    {
      message: `"client_allowed_sans" is set, but client_auth_type is ${type === '' ? 'not set' : `"${type}"`}, expected one that requires certificates`,
      at: keyRange(node, 'client_allowed_sans'),
      help: 'set "client_auth_type" to RequireAndVerifyClientCert',
      severity: 'warning',
    },
  ];
}

function versionProblems(node: YamlNode): Problem[] {
  const [least, most] = [child(node, 'min_version'), child(node, 'max_version')];
  const [from = 'TLS12', to = 'TLS13'] = [text(least), text(most)];
  if (!/^TLS1[0-3]$/.test(from) || !/^TLS1[0-3]$/.test(to) || from <= to) return [];
  return [
    {
      message: `min_version "${from}" is newer than max_version "${to}", so that no client can connect`,
      at: (most ?? least ?? node).at,
      help: 'set max_version to a newer version or remove it',
      // The server starts.
      severity: 'warning',
    },
  ];
}
