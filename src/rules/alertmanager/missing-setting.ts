import type { Document } from '../../model/document.js';
import { child, keyRange, text, type YamlNode } from '../../model/yaml-node.js';
import { mappingsOf, ownerOf, valuesOf, type KindValue } from '../../schema/values.js';
import { INTEGRATIONS, type Requirement } from '../alertmanager-integrations.js';
import { isSet } from '../http-client.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Settings that an integration needs, from its own keys or from the global section. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['alertmanager'],
  code: 'alertmanager/missing-setting',
  severity: 'error',
  summary: 'an integration lacks a setting that neither it nor the global section has',
  why: 'Alertmanager refuses to start when an integration cannot work: a mail without a mail server, a Slack message without a webhook.',
  remedy: 'add the setting to the integration, or its default to global',
  check: (document) => [
    ...Object.entries(INTEGRATIONS).flatMap(([kind, { needs }]) =>
      mappingsOf(document, kind).flatMap((value) => needs.flatMap((need) => problem(value, need, kind, document))),
    ),
    ...mappingsOf(document, 'webex_config').flatMap(webexProblem),
    ...mappingsOf(document, 'incidentio_config').flatMap(incidentioProblem),
    ...mappingsOf(document, 'email_threading').flatMap(threadingProblem),
    ...mappingsOf(document, 'slack_action').flatMap(actionProblem),
    ...valuesOf(document, 'opsgenie_responder').flatMap(responderProblem),
    ...mappingsOf(document, 'sigv4').flatMap(sigv4Problem),
  ],
};

function problem(value: KindValue, need: Requirement, kind: string, { root }: Document): Problem[] {
  const { node } = value;
  const global = child(root, 'global');
  const blank = kind === 'rocketchat_config';
  if (need.own.some((key) => isGiven(node, key, blank))) return [];
  // A Slack app's token is not taken from global beside an authorization of the receiver's own.
  const blocked =
    kind === 'slack_config' && isSet(child(node, 'http_config'), 'authorization') ? /^slack_app_token/ : undefined;
  if (need.global?.some((key) => !blocked?.test(key) && isGiven(global, key, blank))) return [];
  const fallback = need.global?.length ? `, or ${need.global.join(' or ')} in global` : '';
  const [first = ''] = need.own;
  return [
    {
      message: `${ownerOf(value)} lacks ${need.what} in ${value.key}, expected ${need.own.join(' or ')}${fallback}`,
      at: keyRange(node, first) ?? node.at,
      help: `add "${first}"${need.global?.[0] === undefined ? '' : ` here or "${need.global[0]}" in global`}`,
    },
  ];
}

/** @param blank whether an empty text counts: the secrets of Rocket.Chat are kept apart from missing ones */
function isGiven(node: YamlNode | undefined, key: string, blank: boolean): boolean {
  const value = child(node, key);
  // Chat 0 is none.
  if (key === 'chat_id' && value?.kind === 'scalar' && value.value === 0) return false;
  return isSet(node, key) || (blank && !key.endsWith('_file') && text(value) === '');
}

function incidentioProblem({ node, ...value }: KindValue): Problem[] {
  const client = child(node, 'http_config');
  const tokens = ['alert_source_token', 'alert_source_token_file'];
  if (client?.kind !== 'mapping' || tokens.some((key) => isSet(node, key)) || LOGINS.some((key) => isSet(client, key)))
    return [];
  return [
    {
      message: `${ownerOf(value)} lacks its credentials in ${value.key}, expected ${tokens.join(' or ')}, or authorization in http_config`,
      at: node.at,
      help: 'add "alert_source_token_file"',
    },
  ];
}

const LOGINS = ['authorization', 'bearer_token', 'bearer_token_file'];

function webexProblem({ node, ...value }: KindValue): Problem[] {
  const client = child(node, 'http_config');
  if (LOGINS.some((key) => isSet(client, key))) return [];
  return [
    {
      message: `${ownerOf(value)} lacks its credentials in ${value.key}, expected authorization in http_config`,
      at: client?.at ?? node.at,
      help: 'add "authorization" with "credentials" to "http_config" of the integration; that of global does not count',
    },
  ];
}

function threadingProblem({ node, ...value }: KindValue): Problem[] {
  const enabled = child(node, 'enabled');
  const by = child(node, 'thread_by_date');
  if (enabled?.kind !== 'scalar' || enabled.value !== true) return [];
  if (text(by) === 'none' || text(by) === 'daily') return [];
  return [
    {
      message: `thread_by_date of ${ownerOf(value)} is ${by ? `"${text(by) ?? ''}"` : 'not set'}, expected none or daily`,
      at: by?.at ?? enabled.at,
      help: 'add "thread_by_date: daily" or "thread_by_date: none"',
    },
  ];
}

function actionProblem({ node, ...value }: KindValue): Problem[] {
  if (isSet(node, 'url') || isSet(node, 'name')) return [];
  return [
    {
      message: `an action of ${ownerOf(value)} has neither url nor name, expected one of them`,
      at: node.at,
      help: 'add "url" for a link or "name" for a button',
    },
  ];
}

const RESPONDERS = /^(?:team|teams|user|escalation|schedule)$/i;

function responderProblem({ node, ...value }: KindValue): Problem[] {
  if (node.kind === 'sequence' || (node.kind === 'scalar' && node.value !== null)) return [];
  const owner = ownerOf(value);
  if (!['id', 'name', 'username'].some((key) => isSet(node, key)))
    return [
      {
        message: `a responder of ${owner} has no id, name or username, expected one of them`,
        at: node.at,
        help: 'add "id", "name" or "username"',
      },
    ];
  const type = child(node, 'type');
  const written = text(type) ?? '';
  if (RESPONDERS.test(written) || written.includes('{{')) return [];
  return [
    {
      message: `type of a responder of ${owner} is "${written}", expected team, teams, user, escalation or schedule`,
      at: type?.at ?? node.at,
      help: 'set "type" to one of them',
    },
  ];
}

function sigv4Problem({ node, ...value }: KindValue): Problem[] {
  const [access, secret] = [isSet(node, 'access_key'), isSet(node, 'secret_key')];
  if (access === secret) return [];
  const [present, absent] = access ? ['access_key', 'secret_key'] : ['secret_key', 'access_key'];
  return [
    {
      message: `"${present}" of sigv4 of ${ownerOf(value)} is set without "${absent}", expected both or none`,
      at: keyRange(node, present),
      help: `add "${absent}" or remove "${present}"`,
    },
  ];
}
