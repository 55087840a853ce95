import { child, entries, keyRange, text, type MappingNode, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, type KindValue } from '../../schema/values.js';
import { GLOBAL_EXCLUSIVE, INTEGRATIONS } from '../alertmanager-integrations.js';
import { exclusive, httpClientProblems, isSet } from '../http-client.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Keys that exclude each other. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/conflicting-keys',
  severity: 'error',
  summary: 'keys that exclude each other, such as a secret and the file with it',
  why: 'Alertmanager refuses to start when it cannot tell which of two settings counts: a secret and its file, two ways to log in, a proxy and the one of the environment, html and monospace.',
  remedy: 'keep one of the keys',
  check: (document) => [
    ...GLOBAL_EXCLUSIVE.flatMap((keys) =>
      mappingsOf(document, 'global').flatMap(({ node }) => exclusive(node, keys, 'global')),
    ),
    ...Object.entries(INTEGRATIONS).flatMap(([kind, integration]) =>
      mappingsOf(document, kind).flatMap((value) =>
        integration.exclusive.flatMap((keys) => exclusive(value.node, keys, ownerOf(value))),
      ),
    ),
    ...mappingsOf(document, 'email_config').flatMap(emailProblems),
    ...mappingsOf(document, 'pushover_config').flatMap(pushoverProblems),
    ...mappingsOf(document, 'slack_config').flatMap((value) => slackProblems(value, child(document.root, 'global'))),
    ...mappingsOf(document, 'incidentio_config').flatMap((value) =>
      tokenProblems(value, ['alert_source_token', 'alert_source_token_file']),
    ),
    ...mappingsOf(document, 'victorops_config').flatMap(victoropsProblems),
    ...mappingsOf(document, 'sns_config').flatMap(snsProblems),
    ...httpClientProblems(document),
  ],
};

function emailProblems({ node, ...value }: KindValue<MappingNode>): Problem[] {
  const owner = ownerOf(value);
  // Alertmanager starts with both and takes the file only when the other is empty.
  const secrets = ['auth_password', 'auth_secret'].flatMap((key) => exclusive(node, [key, `${key}_file`], owner));
  const names = new Map<string, string>();
  const headers = entries(child(node, 'headers')).flatMap(([name, { key }]): Problem[] => {
    const earlier = names.get(name.toLowerCase());
    names.set(name.toLowerCase(), name);
    if (earlier === undefined) return [];
    return [
      {
        message: `the mail header "${name}" of ${owner} is also set as "${earlier}", expected each header once in any case`,
        at: key.at,
        help: `remove "${name}" or "${earlier}"`,
      },
    ];
  });
  return [...secrets.map((problem) => ({ ...problem, severity: 'warning' as const })), ...headers];
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

function pushoverProblems(value: KindValue<MappingNode>): Problem[] {
  const both = isTrue(child(value.node, 'html')) && isTrue(child(value.node, 'monospace'));
  return both ? exclusive(value.node, ['html', 'monospace'], ownerOf(value)) : [];
}

const SLACK_API = 'https://slack.com/api/chat.postMessage';

function slackProblems(value: KindValue<MappingNode>, global: YamlNode | undefined): Problem[] {
  const { node } = value;
  const url = child(node, 'api_url');
  const update: Problem[] =
    isTrue(child(node, 'update_message')) && text(url) !== SLACK_API
      ? [
          {
            message: `update_message of ${ownerOf(value)} is true while api_url is ${url ? `"${text(url) ?? ''}"` : 'not set'}, expected "${SLACK_API}"`,
            at: keyRange(node, 'update_message'),
            help: `set "api_url" to "${SLACK_API}" or remove "update_message"`,
          },
        ]
      : [];
  return [...update, ...tokenProblems(value, ['app_token', 'app_token_file']), ...inheritedToken(value, global)];
}

/** A token is sent in the header that http_config would set as well. */
function tokenProblems(value: KindValue<MappingNode>, keys: readonly string[]): Problem[] {
  const token = keys.find((key) => isSet(value.node, key));
  const client = child(value.node, 'http_config');
  const login = ['authorization', 'bearer_token', 'bearer_token_file'].find((key) => isSet(client, key));
  if (token === undefined || login === undefined) return [];
  return [
    {
      message: `"${token}" of ${ownerOf(value)} is set beside "${login}" in http_config, expected only one of them`,
      at: keyRange(value.node, token),
      help: `remove "${token}" or "${login}"`,
    },
  ];
}

/** The global token of a Slack app, with the global HTTP client's authorization. */
function inheritedToken({ node, ...value }: KindValue<MappingNode>, global: YamlNode | undefined): Problem[] {
  const client = child(node, 'http_config');
  const own = ['api_url', 'api_url_file', 'app_token', 'app_token_file'].some((key) => isSet(node, key));
  const login = ['authorization', 'bearer_token', 'bearer_token_file'].find((key) =>
    isSet(child(global, 'http_config'), key),
  );
  const token = ['slack_app_token', 'slack_app_token_file'].find((key) => isSet(global, key));
  if (own || login === undefined || token === undefined || isSet(node, 'http_config') || client?.kind === 'mapping')
    return [];
  return [
    {
      message: `${ownerOf(value)} takes "${token}" and "${login}" of http_config from global, expected only one of them`,
      at: node.at,
      help: `remove "${token}" or "${login}" from global`,
    },
  ];
}

const FIXED_FIELDS = new Set(
  'routing_key message_type state_message entity_display_name monitoring_tool entity_id entity_state'.split(' '),
);

function victoropsProblems(value: KindValue<MappingNode>): Problem[] {
  return entries(child(value.node, 'custom_fields')).flatMap(([name, { key }]) =>
    FIXED_FIELDS.has(name)
      ? [
          {
            message: `custom_fields of ${ownerOf(value)} has "${name}", expected none of the fields that are always sent`,
            at: key.at,
            help: `rename or remove "${name}"`,
          },
        ]
      : [],
  );
}

function snsProblems({ node, ...value }: KindValue<MappingNode>): Problem[] {
  const targets = ['topic_arn', 'phone_number', 'target_arn'];
  const several = exclusive(node, targets, ownerOf(value));
  // Alertmanager's own test lets three pass, though only one of them is used.
  const all = targets.every((key) => isSet(node, key));
  return all ? several.map((problem) => ({ ...problem, severity: 'warning' as const })) : several;
}
