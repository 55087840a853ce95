import { child, entries, items, keyRange, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import { goUrlProblem } from '../../model/go-url.js';
import { mappingsOf, type KindValue } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';
import { isSet, setKeys } from '../set-keys.js';

const HTTP_OPTIONS = [
  'basic_auth',
  'authorization',
  'oauth2',
  'bearer_token',
  'bearer_token_file',
  'tls_config',
  'proxy_url',
  'no_proxy',
  'proxy_from_environment',
  'proxy_connect_header',
  'http_headers',
];

/** Roles whose resources a role of Kubernetes discovery may select. Source: `discovery/kubernetes/kubernetes.go`. */
const SELECTABLE: Readonly<Record<string, readonly string[]>> = {
  pod: ['pod', 'node'],
  service: ['service'],
  endpoints: ['endpoints', 'pod', 'service', 'node'],
  endpointslice: ['pod', 'service', 'endpointslice', 'node'],
  node: ['node'],
  ingress: ['ingress'],
};

type Check = (node: MappingNode) => (Pick<Problem, 'message' | 'help'> & { at?: Problem['at'] })[];

/** What each discovery asks for beyond its schema. Source: the UnmarshalYAML methods in prometheus `discovery/`. */
const CHECKS: Readonly<Record<string, Check>> = {
  dns_sd: (node) =>
    (text(child(node, 'type')) ?? 'SRV').toUpperCase() !== 'SRV' && !isSet(node, 'port')
      ? [
          {
            message: `dns_sd_configs of type ${text(child(node, 'type')) ?? ''} needs "port"`,
            help: 'add port: only SRV records tell one',
          },
        ]
      : [],
  http_sd: (node) => webAddress(node, 'http_sd_configs'),
  puppetdb_sd: (node) => webAddress(node, 'puppetdb_sd_configs'),
  kubernetes_sd: kubernetes,
  triton_sd: (node) => positive(node, 'triton_sd_configs'),
  scaleway_sd: scaleway,
};

/** Service discoveries that lack something or combine what cannot be combined. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs'],
  code: 'prometheus/invalid-discovery',
  severity: 'error',
  summary: 'a service discovery lacks a setting, or combines settings that exclude each other',
  why: 'Prometheus refuses a configuration whose service discovery cannot work as it is set up.',
  remedy: 'give the discovery the settings that it needs',
  check: (document) =>
    Object.entries(CHECKS).flatMap(([kind, check]) =>
      mappingsOf(document, kind).flatMap(({ node }: KindValue<MappingNode>) =>
        check(node).map((problem) => ({ at: node.at, ...problem })),
      ),
    ),
};

function scaleway(node: MappingNode): ReturnType<Check> {
  const key = child(node, 'access_key');
  const written = text(key) ?? '';
  const found: ReturnType<Check> = [];
  if (setKeys(node, ['secret_key', 'secret_key_file']).length === 0)
    found.push({ message: 'scaleway_sd_configs needs "secret_key" or "secret_key_file"', help: 'add one of them' });
  if (written !== '' && !/^SCW[A-Z0-9]{17}$/.test(written))
    found.push({
      message: 'access_key of scaleway_sd_configs is no access key: expected SCW and 17 capital letters or digits',
      at: key?.at,
      help: 'copy the key from the console of Scaleway',
    });
  return found;
}

function webAddress(node: MappingNode, what: string): ReturnType<Check> {
  const url = child(node, 'url');
  const written = text(url) ?? '';
  if (!url || written === '' || goUrlProblem(written) !== undefined || /^https?:\/\/[^/?#]/i.test(written)) return [];
  return [
    {
      message: `url of ${what} is "${written}", expected http:// or https:// with a host`,
      at: url.at,
      help: 'write the whole URL',
    },
  ];
}

function positive(node: MappingNode, what: string): ReturnType<Check> {
  const interval = child(node, 'refresh_interval');
  return text(interval) === '0' || text(interval) === '0s'
    ? [
        {
          message: `refresh_interval of ${what} is "${text(interval) ?? ''}", expected more than zero`,
          at: interval?.at,
          help: 'write a duration such as 60s',
        },
      ]
    : [];
}

function kubernetes(node: MappingNode): ReturnType<Check> {
  const [option] = [
    ...setKeys(node, HTTP_OPTIONS).filter((key) => key !== 'tls_config' || entries(child(node, key)).length > 0),
    // A section in Go, so that it counts as soon as it is there.
    ...(child(node, 'http_headers')?.kind === 'mapping' ? ['http_headers'] : []),
    ...['follow_redirects', 'enable_http2'].filter((key) => isFalse(node, key)),
  ];
  const at = option === undefined ? undefined : keyRange(node, option);
  const found: ReturnType<Check> = [];
  if (option !== undefined && isSet(node, 'kubeconfig_file'))
    found.push({
      message: `kubernetes_sd_configs has "${option}" beside "kubeconfig_file", which has its own`,
      at,
      help: `remove "${option}"`,
    });
  else if (option !== undefined && !isSet(node, 'api_server'))
    found.push({
      message: `kubernetes_sd_configs has "${option}" without "api_server"`,
      at,
      help: 'add api_server: the URL that the option is for',
    });
  const own = child(node, 'namespaces', 'own_namespace');
  const [outside] = setKeys(node, ['api_server', 'kubeconfig_file']);
  if (own?.kind === 'scalar' && own.value === true && outside !== undefined)
    found.push({
      message: `own_namespace of kubernetes_sd_configs is set beside "${outside}", which is outside any namespace`,
      at: own.at,
      help: 'name the namespaces in place of it',
    });
  return [...found, ...selectors(node)];
}

/** These are on by default, so that turning one off is a choice of its own. */
function isFalse(node: MappingNode, key: string): boolean {
  const value = child(node, key);
  return value?.kind === 'scalar' && value.value === false;
}

function selectors(node: MappingNode): ReturnType<Check> {
  const role = text(child(node, 'role')) ?? '';
  const seen = new Set<string>();
  return items(child(node, 'selectors')).flatMap((selector: YamlNode) => {
    const selected = child(selector, 'role');
    const name = text(selected) ?? '';
    const again = seen.has(name);
    seen.add(name);
    if (again)
      return [
        {
          message: `selectors of kubernetes_sd_configs has role "${name}" twice`,
          at: selected?.at,
          help: 'join the two selectors',
        },
      ];
    const field = child(selector, 'field');
    const written = text(field) ?? '';
    if (written.split(',').some((part) => part !== '' && !part.includes('=')))
      return [
        {
          message: `field "${written}" in selectors of kubernetes_sd_configs is no selector`,
          at: field?.at,
          help: 'write NAME=VALUE, such as metadata.name=agent',
        },
      ];
    if (SELECTABLE[role] === undefined || SELECTABLE[role].includes(name) || entries(selector).length === 0) return [];
    return [
      {
        message: `selectors of kubernetes_sd_configs has role "${name}", which role "${role}" does not have: expected ${SELECTABLE[role].join(', ')}`,
        at: selected?.at,
        help: 'remove the selector',
      },
    ];
  });
}
