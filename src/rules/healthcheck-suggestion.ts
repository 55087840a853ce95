import type { KnownImage, KnownPort } from '../knowledge/image.js';

/** Programs of servers that say whether the server is well. */
const OWN: readonly (readonly [program: string, words: readonly string[]])[] = [
  ['redis-cli', ['redis-cli', 'ping']],
  ['valkey-cli', ['valkey-cli', 'ping']],
  ['pg_isready', ['pg_isready', '-U', 'postgres']],
  ['healthcheck.sh', ['healthcheck.sh', '--connect', '--innodb_initialized']],
  ['mysqladmin', ['mysqladmin', 'ping', '-h', '127.0.0.1']],
  ['mongosh', ['mongosh', '--quiet', '--eval', "db.adminCommand('ping').ok"]],
  ['rabbitmq-diagnostics', ['rabbitmq-diagnostics', '-q', 'ping']],
];

/** The words of a healthcheck that an image can run, after CMD; undefined when it has no program for it. */
export function suggestedTest(image: KnownImage, url = healthUrl(image)): readonly string[] | undefined {
  const has = new Set(image.programs?.has ?? []);
  const own = OWN.find(([program]) => has.has(program));
  if (own) return own[1];
  if (url === undefined) return undefined;
  if (has.has('promtool')) return ['promtool', 'check', 'ready', `--url=${url.replace(/\/-\/\w+$/, '')}`];
  if (has.has('wget')) return ['wget', '-q', '--spider', url];
  if (has.has('curl')) return ['curl', '-fsS', '-o', '/dev/null', url];
  if (has.has('amtool')) return ['amtool', 'alert', `--alertmanager.url=${url.replace(/\/-\/\w+$/, '')}`];
  if (has.has('node'))
    return ['node', '-e', `fetch('${url}').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`];
  const python = ['python3', 'python'].find((name) => has.has(name));
  return python === undefined ? undefined : [python, '-c', `import urllib.request; urllib.request.urlopen('${url}')`];
}

/** The address at which an image says inside its container that it is well. */
export function healthUrl(image: KnownImage, routePrefix = ''): string | undefined {
  const port = image.ports?.find(({ health }) => health?.length);
  const path = port && healthPath(port);
  return path === undefined ? undefined : `http://127.0.0.1:${String(port?.port)}${routePrefix}${path}`;
}

/** The path that says "ready" rather than "alive", when there are several. */
export function healthPath({ health = [] }: KnownPort): string | undefined {
  return health.find((path) => path.includes('ready')) ?? health[0];
}

/** The words as a list of YAML. */
export function asTest(words: readonly string[]): string {
  const item = (word: string): string =>
    /^(?:--?)?[A-Za-z./][\w./:=@%+-]*$/.test(word) && !word.endsWith(':') ? word : JSON.stringify(word);
  return `[CMD, ${words.map(item).join(', ')}]`;
}
