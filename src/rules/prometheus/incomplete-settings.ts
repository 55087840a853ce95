import { keyRange, type MappingNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { isSet, setKeys } from '../set-keys.js';

interface Need {
  /** When one of these is set … */
  readonly when: readonly string[];
  /** … one of these has to be. */
  readonly needs: readonly string[];
}

const PROXY: readonly Need[] = [
  { when: ['no_proxy'], needs: ['proxy_url'] },
  { when: ['proxy_connect_header'], needs: ['proxy_url', 'proxy_from_environment'] },
];

/** What has to come with what. Source: the Validate methods of prometheus/common `config/http_config.go`, `sigv4/sigv4_config.go`. */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  'http-client': PROXY,
  oauth2: PROXY,
  tls_config: [
    { when: ['cert', 'cert_file', 'cert_ref'], needs: ['key', 'key_file', 'key_ref'] },
    { when: ['key', 'key_file', 'key_ref'], needs: ['cert', 'cert_file', 'cert_ref'] },
  ],
  sigv4: [
    { when: ['access_key'], needs: ['secret_key'] },
    { when: ['secret_key'], needs: ['access_key'] },
    { when: ['external_id'], needs: ['role_arn'] },
  ],
  otlp: [{ when: ['ignore_resource_attributes'], needs: ['promote_all_resource_attributes'] }],
  ec2_sd: [{ when: ['external_id'], needs: ['role_arn'] }],
};

/** A setting without the one that it needs. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/incomplete-settings',
  severity: 'error',
  summary: 'a key is set without the key that it needs',
  why: 'Prometheus refuses half of a pair, such as a client certificate without its key, or a setting that means nothing without another.',
  remedy: 'add the key that is missing, or remove the one that needs it',
  check: (document) =>
    Object.entries(NEEDS).flatMap(([kind, needs]) =>
      mappingsOf(document, kind).flatMap((value) => needs.flatMap((need) => missing(value, need))),
    ),
};

function missing(value: KindValue<MappingNode>, { when, needs }: Need): Problem[] {
  const { node, key, inside } = value;
  const [cause] = setKeys(node, when);
  if (cause === undefined || needs.some((name) => isSet(node, name))) return [];
  const owner = ownerOf({ inside: { node, key, inside } });
  return [
    {
      message: `"${cause}"${owner === '' ? '' : ` of ${owner}`} is set without ${needs.map((name) => `"${name}"`).join(' or ')}`,
      at: keyRange(node, cause) ?? node.at,
      help: `add ${needs.map((name) => `"${name}"`).join(' or ')}, or remove "${cause}"`,
    },
  ];
}
