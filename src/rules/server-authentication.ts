import { flag, commandLine } from '../model/service-flags.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, entries, text } from '../model/yaml-node.js';
import { baseImage } from './image-facts.js';

/** Whether a server asks its clients who they are; `unknown` when what decides cannot be seen. */
export type Authentication = 'asked' | 'none' | 'unknown';

/** Flags of the servers and exporters of Prometheus that name their web configuration. */
const WEB_CONFIG = ['web.config.file', 'web.config', 'web-config-file', 'web-config'];
/** What exporters have of their own. Source: the flags of cAdvisor, redis_exporter, mongodb_exporter. */
const OWN_FLAGS = [
  'http_auth_file',
  'http_digest_file',
  'basic-auth-username',
  'web.auth-file',
  'httpAuth.username',
  'tls-client-ca-file',
];

/** Of a Prometheus, an Alertmanager or an exporter: by its web configuration. */
export function webAuthentication(stack: Stack, service: ComposeService): Authentication {
  const path = WEB_CONFIG.map((name) => flag(service, name)?.value).find(
    (value) => value !== undefined && value !== '',
  );
  if (path === undefined) {
    if (OWN_FLAGS.some((name) => flag(service, name) !== undefined)) return 'asked';
    const own = [...service.environment.keys()].some((name) => /WEB_CONFIG|BASIC_AUTH|HTTP_AUTH/i.test(name));
    return own || startsScript(service) ? 'unknown' : 'none';
  }
  const document = stack.documents.find(({ kind, place }) => kind === 'web' && place.service === service.name);
  if (!document?.whole) return 'unknown';
  const users = entries(child(document.root, 'basic_auth_users')).length > 0;
  const certificates = /^Require/.test(text(child(document.root, 'tls_server_config', 'client_auth_type')) ?? '');
  return users || certificates ? 'asked' : 'none';
}

/** Of a database, a cache or a queue: by what is known of its image. */
export function databaseAuthentication(stack: Stack, service: ComposeService): Authentication | undefined {
  const known = baseImage(service)?.authentication;
  if (!known) return undefined;
  const { by_default: byDefault, env = [], flag: flags = [] } = known;
  const changed =
    env.some((one) => isSet(one, (name) => service.environment.get(name)?.value)) ||
    flags.some((one) => hasFlag(service, one));
  if (changed || byDefault) return changed === byDefault ? 'none' : 'asked';
  // A variable that has no value here will have one there.
  const open = env.some((one) => service.environment.has(one) && (service.environment.get(one)?.value ?? '') === '');
  if (open || startsScript(service)) return 'unknown';
  return byConfiguration(stack, service);
}

/** @param setting `NAME`, or `NAME=VALUE` */
function isSet(setting: string, valueOf: (name: string) => string | undefined): boolean {
  const [name = '', expected] = setting.split('=');
  const value = valueOf(name)?.toLowerCase();
  if (value === undefined) return false;
  return expected === undefined ? !['', 'no', 'false', '0'].includes(value) : value === expected.toLowerCase();
}

/** Its value may come from a variable that is not set here, so that its name counts. */
function hasFlag(service: ComposeService, setting: string): boolean {
  const words = commandLine(service).map(({ value }) => value.replace(/^--?/, ''));
  return words.some((word) => word === setting || word.startsWith(`${setting}=`));
}

const ASKS = /^\s*(?:requirepass|aclfile|user\s+\S+\s+on)\b/m;
const NAMES_FILE = /\.(?:conf|ya?ml|cfg|ini)$/;

function byConfiguration(stack: Stack, { name, command, mounts }: ComposeService): Authentication {
  const texts = (stack.texts ?? []).filter(({ service }) => service === name);
  if (texts.some(({ file }) => ASKS.test(file.text))) return 'asked';
  const named = command.some(({ value }) => NAMES_FILE.test(value));
  const mounted = mounts.some(({ target }) => NAMES_FILE.test(target));
  return named || mounted ? (texts.length > 0 ? 'none' : 'unknown') : 'none';
}

/** Whether a script starts the server, whose flags cannot be seen. */
function startsScript(service: ComposeService): boolean {
  return commandLine(service).some(({ value }) => /\.(?:sh|bash)$/.test(value));
}
