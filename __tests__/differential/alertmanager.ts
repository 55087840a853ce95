import { doubleLine, mutate, pick, several, some, write, type Tree } from './yaml-tree.js';

/** What the generated files are. */
export const kind = 'alertmanager';

/** The program whose verdict counts. */
export const oracle = { program: 'AMTOOL', args: (path: string): string[] => ['check-config', path] } as const;

type Random = () => number;

const RECEIVERS = ['team-db', 'team-web', 'pager', 'default'];
const INTERVALS = ['night', 'weekend', 'holidays'];
const DURATIONS = ['30s', '5m', '1h30m', '4h', '1d', '100ms', '2w'];
const URL = 'http://hooks.example.org:8080/alerts';
const TEXT = ['text', '"{{ .CommonLabels.alertname }}"', "'{{ range .Alerts }}{{ .Labels.job }}{{ end }}'", '5', 'yes'];
const MATCHERS = [
  'severity="critical"',
  'severity = warning',
  'team=~"db|web"',
  'job!~".*-test"',
  'instance!=""',
  '"foo bar"="x"',
  '{a="b"}',
  '{a="b",c=~"d.*"}',
  'a="b",c="d"',
  'a=b c',
  'a=',
  'foo-bar=x',
  'a="x\\"y"',
  '\'über="x"\'',
];

/** One realistic alertmanager.yml, spoilt in about six of ten cases. */
export function generate(random: Random): string {
  const tree = config(random);
  if (random() < 0.66) mutate(tree, random, BAD);
  if (random() < 0.15) mutate(tree, random, BAD);
  const text = write(tree, random).replace(/^\n/, '');
  return random() < 0.04 ? doubleLine(text, random) : text;
}

function config(random: Random): Tree {
  const receivers = RECEIVERS.slice(0, 2 + Math.floor(random() * 3));
  const intervals = INTERVALS.slice(0, Math.floor(random() * 4));
  return {
    ...(random() < 0.6 ? { global: globalSection(random) } : {}),
    ...some(random, 0.3, { templates: ['/etc/alertmanager/*.tmpl'] }),
    route: {
      receiver: pick(random, receivers),
      ...some(random, 0.5, {
        group_by: pick<Tree>(random, [['alertname'], ['alertname', 'job'], ["'...'"], []]),
        group_wait: pick(random, DURATIONS),
        group_interval: pick(random, DURATIONS),
        repeat_interval: pick(random, DURATIONS),
      }),
      ...(random() < 0.8 ? { routes: several(random, 3, () => route(random, receivers, intervals, 2)) } : {}),
    },
    receivers: receivers.map((name) => receiver(random, name)),
    ...(random() < 0.5 ? { inhibit_rules: several(random, 2, () => inhibitRule(random)) } : {}),
    ...(intervals.length > 0 ? { time_intervals: intervals.map((name) => namedInterval(random, name)) } : {}),
    ...(random() < 0.1
      ? { tracing: { endpoint: 'tempo:4317', ...some(random, 0.5, { insecure: 'true', timeout: '5s' }) } }
      : {}),
  };
}

function globalSection(random: Random): Tree {
  return {
    // What receivers below take from here is mostly there.
    ...some(random, 0.9, {
      smtp_smarthost: 'mail:587',
      smtp_from: 'alerts@example.org',
      slack_api_url: URL,
      opsgenie_api_key: 'dummy',
      victorops_api_key: 'dummy',
      wechat_api_secret: 'dummy',
      wechat_api_corp_id: 'dummy',
      jira_api_url: 'https://jira.example.org',
    }),
    ...some(random, 0.2, {
      resolve_timeout: pick(random, DURATIONS),
      smtp_require_tls: pick(random, ['true', 'false', 'no']),
      smtp_hello: 'me',
      smtp_auth_username: 'me',
      smtp_auth_password: 'dummy',
      pagerduty_url: URL,
      http_config: httpConfig(random),
      telegram_bot_token: 'dummy',
      smtp_tls_config: { insecure_skip_verify: 'true', min_version: 'TLS12' },
      mattermost_webhook_url: URL,
      rocketchat_token: 'dummy',
      rocketchat_token_id: 'dummy',
    }),
  };
}

function httpConfig(random: Random): Tree {
  const login = pick<Record<string, Tree>>(random, [
    {},
    {
      basic_auth: {
        username: 'me',
        ...pick<Record<string, Tree>>(random, [{ password: 'dummy' }, { password_file: 'secret' }]),
      },
    },
    { authorization: { credentials: 'dummy', ...some(random, 0.3, { type: 'Bearer' }) } },
    { bearer_token: 'dummy' },
    {
      oauth2: {
        client_id: 'me',
        client_secret: 'dummy',
        token_url: 'https://login.example.org',
        ...some(random, 0.3, { scopes: ['a', 'b'] }),
      },
    },
  ]);
  return {
    ...login,
    ...some(random, 0.25, {
      proxy_url: 'http://proxy:3128',
      follow_redirects: 'false',
      enable_http2: 'true',
      http_headers: { 'X-Team': { values: ['db'] } },
      tls_config: pick<Tree>(random, [
        { ca_file: 'ca.pem' },
        { cert_file: 'a.pem', key_file: 'a.key' },
        { server_name: 'a', max_version: 'TLS13' },
      ]),
    }),
  };
}

function route(random: Random, receivers: readonly string[], intervals: readonly string[], depth: number): Tree {
  return {
    ...some(random, 0.7, { receiver: pick(random, receivers) }),
    ...(random() < 0.6 ? { matchers: several(random, 2, () => quoteMatcher(pick(random, MATCHERS))) } : {}),
    ...some(random, 0.15, {
      match: { severity: 'critical' },
      match_re: { job: 'db|web.*' },
      continue: pick(random, ['true', 'false']),
      group_by: ['alertname', 'cluster'],
      group_wait: pick(random, DURATIONS),
      repeat_interval: pick(random, DURATIONS),
    }),
    ...(intervals.length > 0 && random() < 0.3 ? { mute_time_intervals: [pick(random, intervals)] } : {}),
    ...(intervals.length > 0 && random() < 0.2 ? { active_time_intervals: [pick(random, intervals)] } : {}),
    ...(depth > 0 && random() < 0.3
      ? { routes: several(random, 2, () => route(random, receivers, intervals, depth - 1)) }
      : {}),
  };
}

function quoteMatcher(matcher: string): string {
  return matcher.startsWith("'") ? matcher : `'${matcher}'`;
}

function inhibitRule(random: Random): Tree {
  const old = random() < 0.3;
  return {
    ...(old ? { source_match: { severity: 'critical' } } : { source_matchers: [quoteMatcher(pick(random, MATCHERS))] }),
    ...(old
      ? { target_match_re: { severity: 'warning|info' } }
      : { target_matchers: [quoteMatcher(pick(random, MATCHERS))] }),
    ...some(random, 0.7, { equal: pick<Tree>(random, [['alertname'], ['alertname', 'instance']]) }),
  };
}

function namedInterval(random: Random, name: string): Tree {
  return { name, time_intervals: several(random, 2, () => interval(random)) };
}

function interval(random: Random): Tree {
  return some(random, 0.5, {
    times: [{ start_time: "'09:00'", end_time: pick(random, ["'17:00'", "'24:00'", '23:59']) }],
    weekdays: pick<Tree>(random, [["'monday:friday'"], ['saturday', 'sunday'], ['Monday']]),
    days_of_month: pick<Tree>(random, [["'1:5'"], ['-1'], ["'-3:-1'"], ['31'], ["'1:-1'"]]),
    months: pick<Tree>(random, [['january'], ["'may:august'"], ["'1:3'", 'december']]),
    years: pick<Tree>(random, [['2026'], ["'2026:2028'"]]),
    location: pick(random, ['Europe/Berlin', 'UTC', 'Local', 'America/New_York', 'Asia/Tokyo', 'US/Pacific']),
  });
}

function receiver(random: Random, name: string): Tree {
  const makers = Object.entries(INTEGRATIONS);
  const chosen = Array.from({ length: Math.floor(random() * 3) }, () => pick(random, makers));
  const integrations = chosen.map(
    ([key, make]) => [key, several(random, 2, () => common(random, make(random)))] as const,
  );
  return { name, ...Object.fromEntries(integrations) };
}

function common(random: Random, own: Record<string, Tree>): Tree {
  return { ...own, ...some(random, 0.2, { send_resolved: pick(random, ['true', 'false']) }), ...client(random, own) };
}

function client(random: Random, own: Record<string, Tree>): Record<string, Tree> {
  return 'to' in own || 'http_config' in own || random() < 0.85 ? {} : { http_config: httpConfig(random) };
}

const inlineOrFile = (random: Random, key: string, value: string): Record<string, Tree> =>
  random() < 0.7 ? { [key]: value } : { [`${key}_file`]: '/run/secrets/one' };
const texts = (random: Random, ...keys: readonly string[]): Record<string, Tree> =>
  some(random, 0.3, Object.fromEntries(keys.map((key) => [key, pick(random, TEXT)])));

const INTEGRATIONS: Readonly<Record<string, (random: Random) => Record<string, Tree>>> = {
  discord_configs: (r) => ({
    ...inlineOrFile(r, 'webhook_url', URL),
    ...texts(r, 'title', 'message', 'content', 'username'),
  }),
  email_configs: (r) => ({
    to: 'team@example.org',
    ...some(r, 0.5, { smarthost: pick(r, ['mail:25', '"[::1]:25"']), from: 'a@example.org' }),
    ...some(r, 0.2, {
      require_tls: 'false',
      headers: { Subject: 'alert', From: 'me' },
      html: "''",
      auth_password: 'dummy',
    }),
    ...(r() < 0.1 ? { threading: { enabled: 'true', thread_by_date: 'daily' } } : {}),
  }),
  incidentio_configs: (r) => ({ ...inlineOrFile(r, 'url', URL), ...some(r, 0.3, { timeout: '5s', max_alerts: '3' }) }),
  jira_configs: (r) => ({
    project: 'OPS',
    issue_type: 'Bug',
    ...some(r, 0.5, { api_url: 'https://jira.example.org' }),
    ...texts(r, 'summary', 'priority'),
    ...some(r, 0.2, {
      reopen_duration: '30d',
      labels: ['a'],
      api_type: 'cloud',
      fields: { a: { b: 'c' } },
      description: { template: 'x', enable_update: 'false' },
    }),
  }),
  mattermost_configs: (r) => ({
    ...inlineOrFile(r, 'webhook_url', URL),
    ...texts(r, 'text', 'title'),
    ...some(r, 0.2, { fields: [{ title: 'a', value: 'b' }], priority: { priority: 'urgent' } }),
  }),
  msteams_configs: (r) => ({ ...inlineOrFile(r, 'webhook_url', URL), ...texts(r, 'title', 'summary') }),
  msteamsv2_configs: (r) => ({ ...inlineOrFile(r, 'webhook_url', URL), ...texts(r, 'title', 'text') }),
  opsgenie_configs: (r) => ({
    ...some(r, 0.5, { api_key: 'dummy' }),
    ...texts(r, 'message', 'priority', 'tags'),
    ...some(r, 0.3, {
      responders: [{ name: 'db', type: pick(r, ['team', 'User', 'schedule']) }],
      details: { a: 'b' },
      update_alerts: 'true',
    }),
  }),
  pagerduty_configs: (r) => ({
    ...inlineOrFile(r, pick(r, ['routing_key', 'service_key']), 'dummy'),
    ...texts(r, 'description', 'severity', 'class'),
    ...some(r, 0.2, {
      details: { a: 'b' },
      links: [{ href: 'http://a', text: 'b' }],
      images: [{ src: 'a' }],
      timeout: '10s',
    }),
  }),
  pushover_configs: (r) => ({
    ...inlineOrFile(r, 'user_key', 'dummy'),
    ...inlineOrFile(r, 'token', 'dummy'),
    ...some(r, 0.2, { retry: '1m', expire: '1h', html: 'true', ttl: '2h' }),
    ...texts(r, 'title'),
  }),
  rocketchat_configs: (r) => ({
    ...inlineOrFile(r, 'token', 'dummy'),
    ...inlineOrFile(r, 'token_id', 'dummy'),
    ...texts(r, 'title', 'channel'),
  }),
  slack_configs: (r) => ({
    ...some(r, 0.4, { api_url: URL }),
    channel: "'#alerts'",
    ...texts(r, 'title', 'text', 'color'),
    ...some(r, 0.2, {
      actions: [{ type: 'button', text: 'open', url: 'http://a' }],
      fields: [{ title: 'a', value: 'b', short: 'true' }],
      link_names: 'true',
      mrkdwn_in: ['text'],
      timeout: '5s',
    }),
  }),
  sns_configs: (r) => ({
    [pick(r, ['topic_arn', 'target_arn', 'phone_number'])]: 'one',
    ...some(r, 0.5, { sigv4: { region: 'eu-west-1' } }),
    ...texts(r, 'subject'),
  }),
  telegram_configs: (r) => ({
    ...inlineOrFile(r, 'bot_token', 'dummy'),
    chat_id: pick(r, ['-100', '12345']),
    ...some(r, 0.3, { parse_mode: pick(r, ['HTML', 'MarkdownV2', "''"]), disable_notifications: 'true' }),
  }),
  victorops_configs: (r) => ({
    routing_key: 'db',
    ...some(r, 0.5, { api_key: 'dummy' }),
    ...some(r, 0.2, { custom_fields: { team: 'db' } }),
    ...texts(r, 'state_message'),
  }),
  webex_configs: (r) => ({
    room_id: 'one',
    http_config: { authorization: { credentials: 'dummy' } },
    ...texts(r, 'message'),
  }),
  webhook_configs: (r) => ({ ...inlineOrFile(r, 'url', URL), ...some(r, 0.2, { max_alerts: '10', timeout: '10s' }) }),
  wechat_configs: (r) => ({
    ...some(r, 0.5, { api_secret: 'dummy', corp_id: 'one' }),
    ...some(r, 0.2, { message_type: 'markdown', to_user: 'me' }),
  }),
};

const BAD_URLS = [
  'hooks.example.org',
  'ftp://a',
  'http://',
  '"http://a b"',
  'http://a:port',
  '"https://a/%zz"',
  '""',
  "'<secret>'",
];
const BAD_DURATIONS = ['0s', '5', '1.5h', '30s1m', '-5m', '""', '5 m', '300y', 'abc', '1d12h', '0'];
const BAD_MATCHERS: Tree[] = [
  'severity',
  'a=~"["',
  '=b',
  'a="b',
  ',a=b',
  'a b=c',
  'a=~"(?=x)"',
  '1',
  'a!b',
  '{a=b',
  'a=b}',
  '',
].map((matcher) => [`'${matcher}'`]);
const BAD_RANGES: Tree[] = [
  ["'friday:monday'"],
  ['mon'],
  ["'5:1'"],
  ['0'],
  ['32'],
  ["'1:2:3'"],
  ['"1:"'],
  ['13'],
  ["'-1:5'"],
  ['abc'],
  ["'20:-10'"],
];

/** Values, by key, most of which are refused. */
const BAD: Readonly<Record<string, readonly Tree[]>> = {
  receiver: ['team-dv', 'nobody', '""', 'null', 'Default'],
  name: ['default', 'team-db', '""', 'night', 'null'],
  url: BAD_URLS,
  api_url: BAD_URLS,
  webhook_url: BAD_URLS,
  slack_api_url: BAD_URLS,
  proxy_url: [...BAD_URLS, '":x"'],
  group_wait: BAD_DURATIONS,
  group_interval: BAD_DURATIONS,
  repeat_interval: BAD_DURATIONS,
  resolve_timeout: BAD_DURATIONS,
  timeout: BAD_DURATIONS,
  retry: BAD_DURATIONS,
  reopen_duration: BAD_DURATIONS,
  matchers: BAD_MATCHERS,
  source_matchers: BAD_MATCHERS,
  target_matchers: BAD_MATCHERS,
  match: [{ 'a-b': 'c' }, { '""': 'c' }, { a: ['b'] }],
  match_re: [{ a: '"["' }, { 'a b': 'c' }, { a: 'null' }],
  group_by: [['a', 'a'], ["'...'", 'a'], ["''"], 'alertname', ['null']],
  equal: [["''"], 'a', ['a', 'a']],
  times: [
    [{ start_time: "'17:00'", end_time: "'09:00'" }],
    [{ start_time: "'9:00'", end_time: "'10:00'" }],
    [{ start_time: "'09:00'" }],
    [{ start_time: "'25:00'", end_time: "'26:00'" }],
  ],
  weekdays: BAD_RANGES,
  days_of_month: BAD_RANGES,
  months: BAD_RANGES,
  years: BAD_RANGES,
  location: ['Mars/Base', 'europe/berlin', 'CEST', 'GMT+1', 'Europe', '"+01:00"', 'EUROPE/BERLIN', 'PST', 'Asia/Kyiv'],
  mute_time_intervals: [['nigth'], ['nobody'], [], 'night'],
  active_time_intervals: [['weekends'], ["''"]],
  smarthost: ['mail', '"mail:"', '"a:b:c"', '25', '""'],
  smtp_smarthost: ['mail', '"[::1]"', '""'],
  chat_id: ['0', '"5"', 'abc', '1.5'],
  parse_mode: ['html', 'Text'],
  message_type: ['html'],
  max_alerts: ['-1', '"3"'],
  responders: [[{ name: 'a' }], [{ type: 'team' }], [{ name: 'a', type: 'group' }]],
  custom_fields: [{ routing_key: 'a' }],
  headers: [{ subject: 'a', Subject: 'b' }],
  sigv4: [{ access_key: 'a' }],
  threading: [{ enabled: 'true' }, { enabled: 'true', thread_by_date: 'weekly' }],
  fields: [[{ title: 'a' }], [{ value: 'a' }], ['null']],
  actions: [[{ type: 'a' }], [{ type: 'a', text: 'b' }], [{ type: 'a', text: 'b', name: 'c', confirm: {} }]],
  http_config: [
    { bearer_token: 'a', bearer_token_file: 'b' },
    { basic_auth: { username: 'a' }, bearer_token: 'b' },
    { authorization: {}, oauth2: { client_id: 'a', token_url: 'b' } },
    { basic_auth: { password: 'a', password_file: 'b' } },
    { authorization: { type: 'Basic' } },
    { oauth2: { client_id: 'a' } },
    { no_proxy: 'a' },
    { proxy_url: 'http://a', proxy_from_environment: 'true' },
    { http_headers: { Authorization: { values: ['a'] } } },
    { tls_config: { cert_file: 'a' } },
    { tls_config: { ca: 'a', ca_file: 'b' } },
    { tls_config: { min_version: 'TLS9' } },
    { http_headers: { a: 'b' } },
    { proxy_connect_header: { a: ['b'] } },
    {},
  ],
  templates: [['null'], 'a', []],
  tracing: [{}, { endpoint: 'a', client_type: 'udp' }, { endpoint: 'a', compression: 'zip' }],
  continue: ['"yes"', '1', 'on'],
  routes: [['null'], {}, []],
  receivers: [[], ['null'], {}],
  route: ['null', {}, []],
  topic_arn: ['""'],
  routing_key: ['""', 'null'],
  to: ['""', 'null'],
  project: ['""'],
  room_id: ['null'],
  token: ['""'],
  user_key: ['""', 'null'],
};
