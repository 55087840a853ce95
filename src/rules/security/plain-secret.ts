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
  check(stack) {
    const told = new Set<string>();
    return [...stack.project.services.flatMap((service) => ofService(service, told)), ...ofDocuments(stack, told)];
  },
};

/** @param told places that have a finding: services may share them by an anchor */
function ofService(service: ComposeService, told: Set<string>): Problem[] {
  const isGrafana = baseImage(service)?.role === 'grafana';
  const secrets = composeSecrets(service).filter(({ name, at, word }) => {
    // The default password of Grafana has a finding of its own.
    if (isGrafana && word !== 'secret' && name === 'GF_SECURITY_ADMIN_PASSWORD') return false;
    return told.size < told.add(`${at.file.path}:${String(at.start)}:${name}`).size;
  });
  const [first, ...others] = secrets;
  if (!first) return [];
  return [
    {
      message: `${list(secrets)} of service "${service.name}" ${others.length > 0 ? 'are' : 'is'} written in plain text${defaults(secrets)}${guessed(secrets)}`,
      at: first.at,
      help: helpFor(service, first),
      subject: { service: service.name },
      related: others.map(({ name, at }) => ({ message: `${name} stands here`, at })),
    },
  ];
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

function ofDocuments(stack: Stack, told: Set<string>): Problem[] {
  return stack.documents.flatMap((document) =>
    documentSecrets(document)
      .filter(
        ({ at }) =>
          told.size < told.add(`${at.file.path}:${String(at.file.position(at.start).line)}:${String(at.start)}`).size,
      )
      .map(({ name, at, guessable, help }) => ({
        message: `${name} is written in plain text${guessable ? ', and it is what everybody tries first' : ''}`,
        at,
        help,
        ...(document.place.service === undefined ? {} : { subject: { service: document.place.service } }),
      })),
  );
}
