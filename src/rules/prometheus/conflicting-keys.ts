import type { Document } from '../../model/document.js';
import { keyRange, type MappingNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { setKeys } from '../set-keys.js';

const AUTHENTICATION = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file'];

/** Keys of which at most one may be set, by the kind of mapping that has them. Source: the Validate methods of prometheus/common `config/http_config.go` and prometheus `config/config.go`. */
const EXCLUSIVE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'http-client': [AUTHENTICATION, ['proxy_from_environment', 'proxy_url'], ['proxy_from_environment', 'no_proxy']],
  oauth2: [
    ['client_secret', 'client_secret_file', 'client_secret_ref'],
    ['client_certificate_key', 'client_certificate_key_file', 'client_certificate_key_ref'],
    ['proxy_from_environment', 'proxy_url'],
    ['proxy_from_environment', 'no_proxy'],
  ],
  basic_auth: [
    ['username', 'username_file', 'username_ref'],
    ['password', 'password_file', 'password_ref'],
  ],
  authorization: [['credentials', 'credentials_file', 'credentials_ref']],
  tls_config: [
    ['ca', 'ca_file', 'ca_ref'],
    ['cert', 'cert_file', 'cert_ref'],
    ['key', 'key_file', 'key_ref'],
  ],
  remote_write: ['sigv4', 'azuread', 'google_iam'].map((key) => [
    ...AUTHENTICATION,
    ...['sigv4', 'azuread', 'google_iam'].filter((other) => other >= key),
  ]),
  alertmanager_config: [[...AUTHENTICATION, 'sigv4']],
  azuread: [['managed_identity', 'oauth', 'sdk', 'workload_identity']],
  kubernetes_sd: [['api_server', 'kubeconfig_file']],
  marathon_sd: [
    ['auth_token', 'auth_token_file'],
    ...AUTHENTICATION.filter((key) => key !== 'oauth2').flatMap((key) => [
      ['auth_token', key],
      ['auth_token_file', key],
    ]),
  ],
  scaleway_sd: [['secret_key', 'secret_key_file']],
  consul_sd: [
    ['username', 'basic_auth'],
    ['password', 'basic_auth'],
    ['token', 'authorization'],
    ['token', 'oauth2'],
  ],
  otlp: [['promote_all_resource_attributes', 'promote_resource_attributes']],
};

/** Two settings of which Prometheus takes only one. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/conflicting-keys',
  severity: 'error',
  summary: 'two keys are set of which only one may be',
  why: 'Prometheus refuses a configuration that says the same thing in two ways, such as two kinds of authentication or a password and a password file.',
  remedy: 'keep one of the keys and remove the others',
  check: (document) => Object.entries(EXCLUSIVE).flatMap(([kind, groups]) => conflicts(document, kind, groups)),
};

function conflicts(document: Document, kind: string, groups: readonly (readonly string[])[]): Problem[] {
  return mappingsOf(document, kind).flatMap((value) => {
    const seen = new Set<string>();
    return groups.flatMap((group) => {
      const [first, second] = setKeys(value.node, group);
      if (first === undefined || second === undefined || seen.has(`${first} ${second}`)) return [];
      seen.add(`${first} ${second}`);
      return [problem(value, first, second)];
    });
  });
}

function problem(value: KindValue<MappingNode>, first: string, second: string): Problem {
  const { node, key } = value;
  const at = keyRange(node, second) ?? node.at;
  const earlier = keyRange(node, first) ?? node.at;
  const owner = ownerOf({ inside: { node, key, inside: value.inside } });
  return {
    message: `"${second}" is set beside "${first}"${owner === '' ? '' : ` in ${owner}`}, but only one of them may be`,
    at,
    help: `remove "${first}" or "${second}"`,
    related: [{ message: `"${first}" is set here`, at: earlier }],
  };
}
