import type { SourceRange } from '../model/source.js';
import {
  commandsOf,
  programName,
  type HealthcheckCommand,
  type ProbeCommand,
  type ProbeWord,
} from './healthcheck-command.js';

/** An address that a healthcheck asks. */
export interface AskedAddress {
  readonly command: ProbeCommand;
  readonly program: string;
  /** `tcp` where only a connection is made, or a protocol of the program's own is spoken. */
  readonly scheme: 'http' | 'https' | 'tcp';
  /** As written. */
  readonly url: string;
  readonly at: SourceRange;
  readonly host: string;
  readonly hostAt: SourceRange;
  readonly port: number;
  /** Undefined where the port is the scheme's own. */
  readonly portAt?: SourceRange | undefined;
  /** Of HTTP: without the query. */
  readonly path: string;
  readonly pathAt?: SourceRange | undefined;
  /** Whether an answer such as 404 makes the command fail. */
  readonly mindsStatus: boolean;
}

/** The addresses that a healthcheck asks; what is not understood is left out. */
export function askedAddresses(healthcheck: HealthcheckCommand): AskedAddress[] {
  return commandsOf(healthcheck).flatMap((command) => addressesOf(command));
}

/** What one command asks. */
export function addressesOf(command: ProbeCommand): AskedAddress[] {
  const program = programName(command);
  const words = command.slice(1);
  if (program === 'curl' || program === 'wget') return webAddresses(command, program);
  if (program === 'promtool' || program === 'amtool') {
    const name = program === 'promtool' ? 'url' : 'alertmanager.url';
    const value = optionValue(words, [`--${name}`]);
    return value ? fromUrl(command, value.word, value.value, true) : [];
  }
  if (program === 'nc' || program === 'ncat') return fromHostAndPort(command, ...plainWords(words, /^-[wGio]$/));
  return fromOptions(command, program);
}

/** Options of these programs whose value is the next word. */
const CURL_VALUES =
  /^(?:-[a-zA-Z]*[oHmuXdAwTeFbcEKCrYyzDhQUxPt]|--(?:output|header|max-time|connect-timeout|user|request|data(?:-\w+)?|user-agent|write-out|retry(?:-delay|-max-time)?|cacert|cert|key|referer|cookie|form|url-query))$/;
const WGET_VALUES =
  /^(?:-[a-zA-Z]*[OTtUPoYaeAR]|--(?:header|output-document|timeout|tries|user|password|post-data|method|user-agent|body-data|waitretry|connect-timeout|read-timeout|dns-timeout))$/;
/** They ask something else than the URL says. */
const CURL_ELSEWHERE =
  /^(?:-x|--proxy|--unix-socket|--abstract-unix-socket|--resolve|--connect-to|--socks\w*|-K|--config|--interface)(?:=|$)/;

function webAddresses(command: ProbeCommand, program: 'curl' | 'wget'): AskedAddress[] {
  const words = command.slice(1);
  if (program === 'curl' && words.some(({ value }) => CURL_ELSEWHERE.test(value))) return [];
  const minds = program === 'wget' || words.some(({ value }) => /^-[a-zA-Z]*f|^--fail/.test(value));
  return plainWords(words, program === 'curl' ? CURL_VALUES : WGET_VALUES).flatMap((word) =>
    fromUrl(command, word, word.value, minds),
  );
}

/** The words that are neither options nor their values. */
function plainWords(words: readonly ProbeWord[], takesValue: RegExp): ProbeWord[] {
  return words.filter(({ value }, index) => !value.startsWith('-') && !takesValue.test(words[index - 1]?.value ?? ''));
}

const URL_PARTS =
  /^(?:(?<scheme>https?):\/\/)?(?<host>\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::(?<port>\d{1,5}))?(?<path>\/[^?#]*)?(?:[?#].*)?$/i;

function fromUrl(command: ProbeCommand, word: ProbeWord, url: string, mindsStatus: boolean): AskedAddress[] {
  const parts = word.literal ? URL_PARTS.exec(url)?.groups : undefined;
  const { host = '', port: written } = parts ?? {};
  if (!parts || !/[a-zA-Z:]|^\d+\.\d+\.\d+\.\d+$/.test(host)) return [];
  const scheme = parts['scheme']?.toLowerCase() === 'https' ? 'https' : 'http';
  const before = parts['scheme'] === undefined ? '' : `${parts['scheme']}://`;
  const authority = written === undefined ? host : `${host}:${written}`;
  const path = parts['path'] ?? '/';
  return [
    {
      command,
      program: programName(command),
      scheme,
      url,
      at: word.at,
      host: host.replace(/^\[(.*)\]$/, '$1'),
      hostAt: word.rangeOf(host, before),
      port: Number(written ?? (scheme === 'https' ? 443 : 80)),
      portAt: written === undefined ? undefined : word.rangeOf(written, `${before}${host}:`),
      path,
      pathAt: path === '/' ? undefined : word.rangeOf(path, before + authority),
      mindsStatus,
    },
  ];
}

function fromHostAndPort(command: ProbeCommand, host?: ProbeWord, port?: ProbeWord): AskedAddress[] {
  if (!host?.literal || !port?.literal || !/^\d{1,5}$/.test(port.value) || !/^[\w.:-]+$/.test(host.value)) return [];
  return [tcp(command, host, host.value, port)];
}

function tcp(command: ProbeCommand, word: ProbeWord, host: string, port: ProbeWord): AskedAddress {
  const value = port.value.replace(/^\D*/, '');
  return {
    command,
    program: programName(command),
    scheme: 'tcp',
    url: `${host}:${value}`,
    at: word.at,
    host,
    hostAt: word.rangeOf(host),
    port: Number(value),
    portAt: port.rangeOf(value),
    path: '',
    mindsStatus: false,
  };
}

/** Programs that have options for host and port. */
const CLIENTS: Readonly<Record<string, { host: readonly string[]; port: readonly string[]; usual: number }>> = {
  pg_isready: { host: ['-h', '--host'], port: ['-p', '--port'], usual: 5432 },
  psql: { host: ['-h', '--host'], port: ['-p', '--port'], usual: 5432 },
  'redis-cli': { host: ['-h'], port: ['-p'], usual: 6379 },
  'valkey-cli': { host: ['-h'], port: ['-p'], usual: 6379 },
  mysqladmin: { host: ['-h', '--host'], port: ['-P', '--port'], usual: 3306 },
  'mariadb-admin': { host: ['-h', '--host'], port: ['-P', '--port'], usual: 3306 },
};

function fromOptions(command: ProbeCommand, program: string): AskedAddress[] {
  const client = CLIENTS[program];
  if (!client) return [];
  const host = optionValue(command.slice(1), client.host);
  const port = optionValue(command.slice(1), client.port);
  // A path is the directory of a socket.
  if (host && (!host.word.literal || host.value.startsWith('/'))) return [];
  if (port && (!port.word.literal || !/^\d{1,5}$/.test(port.value))) return [];
  if (!host && !port) return [];
  const [program0] = command;
  const word = host?.word ?? port?.word ?? program0;
  const name = host?.value ?? 'localhost';
  if (port) return [tcp(command, word, name, port.word)];
  const url = `${name}:${String(client.usual)}`;
  const hostAt = word.rangeOf(name);
  return [
    {
      command,
      program,
      scheme: 'tcp',
      url,
      at: word.at,
      host: name,
      hostAt,
      port: client.usual,
      path: '',
      mindsStatus: false,
    },
  ];
}

/** The value of an option, in the same word or the next. */
function optionValue(
  words: readonly ProbeWord[],
  names: readonly string[],
): { word: ProbeWord; value: string } | undefined {
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      const next = words[index + 1];
      if (word.value === name) return next ? { word: next, value: next.value } : undefined;
      const joined = name.startsWith('--') ? `${name}=` : name;
      if (word.value.startsWith(joined)) return { word, value: word.value.slice(joined.length) };
    }
  }
  return undefined;
}
