import type { ComposeService, Stack } from '../../model/stack.js';
import { composeSecrets, type WrittenSecret } from '../compose-secrets.js';
import { documentSecrets } from '../document-secrets.js';
import { baseImage } from '../image-facts.js';
import type { Problem, StackRule } from '../rule.js';
import { SAID } from '../secret-words.js';

/** Secrets that stand in the files of the stack. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/plain-secret',
  severity: 'warning',
  summary: 'a secret is written in plain text',
  why: 'What is in a repository is with everybody who ever clones it, in its history for ever, and in the logs of who prints the configuration. The value is never shown here. A word that everybody tries first is no better for being no real secret: it is the password that the program then has.',
  remedy: 'keep the secret in a file that git ignores, and name that file',
  check: (stack) => [...ofServices(stack), ...ofDocuments(stack)],
};

interface Found extends WrittenSecret {
  readonly service: ComposeService;
}

/** One problem a service; a secret that several have, as a database and its clients do, counts for the first. */
function ofServices(stack: Stack): Problem[] {
  const all = stack.project.services.flatMap((service) =>
    composeSecrets(service)
      .filter((one) => !isTold(service, one))
      .map((one): Found => ({ ...one, service })),
  );
  const bySecret = new Map<string, Found[]>();
  for (const one of all) bySecret.set(one.secret, [...(bySecret.get(one.secret) ?? []), one]);
  const byService = new Map<ComposeService, Found[]>();
  for (const same of bySecret.values()) {
    const [first] = same;
    if (first) byService.set(first.service, [...(byService.get(first.service) ?? []), ...same]);
  }
  return [...byService].map(([service, found]) => ofService(service, found));
}

/** The default password of Grafana has a finding of its own. */
function isTold(service: ComposeService, { name, word }: WrittenSecret): boolean {
  return word !== 'secret' && name === 'GF_SECURITY_ADMIN_PASSWORD' && baseImage(service)?.role === 'grafana';
}

function ofService(service: ComposeService, found: readonly Found[]): Problem {
  const own = found.filter((one) => one.service === service);
  const [first] = own;
  const others = new Map(found.map((one) => [`${one.at.file.path}:${String(one.at.start)}`, one]));
  return {
    message: `${list(own)} of service "${service.name}" ${own.length > 1 ? 'are' : 'is'} written in plain text${defaults(own)}${guessed(own)}`,
    at: first?.at,
    help: first && helpFor(service, first),
    subject: { service: service.name },
    related: [...others.values()]
      .filter(({ at }) => at !== first?.at)
      .map(({ name, at, service: other }) => ({
        message: other === service ? `${name} stands here` : `${name} of service "${other.name}" has it too`,
        at,
      })),
  };
}

function list(secrets: readonly WrittenSecret[]): string {
  const names = secrets.map(({ name }) => name);
  const shown = names.length > 4 ? [...names.slice(0, 4), `${String(names.length - 4)} more`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : shown.join('');
}

function defaults(secrets: readonly WrittenSecret[]): string {
  return secrets.every(({ isDefault }) => isDefault) ? ', as the default of a variable' : '';
}

function guessed(secrets: readonly WrittenSecret[]): string {
  const first = secrets.find(({ word }) => word !== 'secret');
  if (!first) return '';
  return `, and ${secrets.length === 1 ? 'it' : first.name} is ${SAID[first.word]}`;
}

/** Images that read a secret from the file that NAME_FILE names. Source: their documentation on Docker Hub. */
const READS_FILE: Readonly<Record<string, RegExp>> = {
  postgres: /^POSTGRES_/,
  timescaledb: /^POSTGRES_/,
  mysql: /^MYSQL_/,
  mariadb: /^(?:MARIADB|MYSQL)_/,
  mongo: /^MONGO_INITDB_/,
  minio: /^MINIO_ROOT_/,
  influxdb: /^DOCKER_INFLUXDB_INIT_/,
};

function helpFor(service: ComposeService, { name, kind, isDefault }: WrittenSecret): string {
  const known = baseImage(service);
  if (kind === 'argument') return 'give it to the build with `build.secrets`, which leave no trace in the image';
  if (kind === 'flag') return 'write a variable in its place, `${NAME:?}`, and its value in a file that git ignores';
  const reads = known?.role === 'grafana' ? /^GF_/ : READS_FILE[known?.name ?? ''];
  if (reads?.test(name) === true)
    return `set ${name}${known?.role === 'grafana' ? '__FILE' : '_FILE'} to the path of one of \`secrets\`, such as /run/secrets/${name.toLowerCase()}`;
  const variable = `\${${name.replaceAll(/\W/g, '_')}:?}`;
  return isDefault
    ? `write "${variable}", so that nothing starts without it`
    : `write "${variable}", and its value in an env file that git ignores`;
}

function ofDocuments(stack: Stack): Problem[] {
  return stack.documents.flatMap((document) =>
    documentSecrets(document).map(({ name, at, word, help }) => ({
      message: `${name} is written in plain text${word === 'secret' ? '' : `, and it is ${SAID[word]}`}`,
      at,
      help,
      ...(document.place.service === undefined ? {} : { subject: { service: document.place.service } }),
    })),
  );
}
