/** A setting that an integration must have: one of its own keys, or one of the global section's. */
export interface Requirement {
  /** What it is for, in messages. */
  readonly what: string;
  readonly own: readonly string[];
  readonly global?: readonly string[];
}

/** What Alertmanager demands of one kind of integration. */
export interface Integration {
  readonly needs: readonly Requirement[];
  /** Groups of keys of which at most one may be set. */
  readonly exclusive: readonly (readonly string[])[];
}

function either(key: string): string[] {
  return [key, `${key}_file`];
}

function one(key: string, what: string, ...global: string[]): Requirement {
  return { what, own: [key], global };
}

function inlineOrFile(key: string, what: string, ...global: string[]): Requirement {
  return { what, own: either(key), global };
}

const WEBHOOK: Integration = {
  needs: [inlineOrFile('webhook_url', 'its webhook')],
  exclusive: [either('webhook_url')],
};

/**
 * By the name of the integration's mapping in the schema.
 * Source: https://prometheus.io/docs/alertmanager/latest/configuration/ and what amtool 0.33 refuses.
 */
export const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  discord_config: WEBHOOK,
  msteams_config: WEBHOOK,
  msteamsv2_config: WEBHOOK,
  email_config: {
    needs: [
      one('to', 'whom to write to'),
      one('smarthost', 'the mail server', 'smtp_smarthost'),
      one('from', 'the sender', 'smtp_from'),
    ],
    exclusive: [],
  },
  incidentio_config: {
    needs: [inlineOrFile('url', 'where to send to')],
    exclusive: [either('url'), either('alert_source_token')],
  },
  jira_config: {
    needs: [
      one('project', 'the project'),
      one('issue_type', 'the type of the issues'),
      one('api_url', 'the address of Jira', 'jira_api_url'),
    ],
    exclusive: [],
  },
  mattermost_config: {
    needs: [inlineOrFile('webhook_url', 'its webhook', ...either('mattermost_webhook_url'))],
    exclusive: [either('webhook_url')],
  },
  opsgenie_config: {
    needs: [inlineOrFile('api_key', 'the key of the API', ...either('opsgenie_api_key'))],
    exclusive: [either('api_key')],
  },
  pagerduty_config: {
    needs: [{ what: 'the key of the integration', own: [...either('routing_key'), ...either('service_key')] }],
    exclusive: [either('routing_key'), either('service_key')],
  },
  pushover_config: {
    needs: [inlineOrFile('user_key', 'the recipient'), inlineOrFile('token', 'the token of the application')],
    exclusive: [either('user_key'), either('token')],
  },
  rocketchat_config: {
    needs: [
      inlineOrFile('token_id', 'the id of the sender', ...either('rocketchat_token_id')),
      inlineOrFile('token', 'the token of the sender', ...either('rocketchat_token')),
    ],
    exclusive: [either('token_id'), either('token')],
  },
  slack_config: {
    needs: [
      {
        what: 'a webhook or the token of an app',
        own: [...either('api_url'), ...either('app_token')],
        global: [...either('slack_api_url'), ...either('slack_app_token')],
      },
    ],
    exclusive: [[...either('api_url'), ...either('app_token')]],
  },
  sns_config: {
    needs: [{ what: 'whom to publish to', own: ['topic_arn', 'phone_number', 'target_arn'] }],
    exclusive: [],
  },
  telegram_config: {
    needs: [
      inlineOrFile('chat_id', 'the chat'),
      inlineOrFile('bot_token', 'the token of the bot', ...either('telegram_bot_token')),
    ],
    exclusive: [either('chat_id'), either('bot_token')],
  },
  victorops_config: {
    needs: [
      one('routing_key', 'the team to tell'),
      inlineOrFile('api_key', 'the key of the API', ...either('victorops_api_key')),
    ],
    exclusive: [either('api_key')],
  },
  webex_config: { needs: [one('room_id', 'the room to post to')], exclusive: [] },
  webhook_config: { needs: [inlineOrFile('url', 'where to send to')], exclusive: [either('url')] },
  wechat_config: {
    needs: [
      inlineOrFile('api_secret', 'the secret of the API', ...either('wechat_api_secret')),
      one('corp_id', "the company's id", 'wechat_api_corp_id'),
    ],
    exclusive: [either('api_secret')],
  },
};

/** Groups of keys of the global section of which at most one may be set. */
export const GLOBAL_EXCLUSIVE: readonly (readonly string[])[] = [
  [...either('slack_api_url'), ...either('slack_app_token')],
  ...[
    'opsgenie_api_key',
    'victorops_api_key',
    'telegram_bot_token',
    'smtp_auth_password',
    'smtp_auth_secret',
    'rocketchat_token',
    'rocketchat_token_id',
    'wechat_api_secret',
    'mattermost_webhook_url',
  ].map(either),
];
