import type { Cause } from '../model/cause.js';
import { mountFor } from '../model/mounted-path.js';
import type { SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, keyRange } from '../model/yaml-node.js';
import { looksLikeFile, sourceOf } from './mount-facts.js';
import { rejectedConfig } from './rejected-config.js';

/** What the last words of a program that ended say: why, and the line that has to change. */
export interface ExitWords {
  readonly cause: Cause;
  readonly at: SourceRange;
  readonly line: string;
}

type Reading = (match: RegExpExecArray, service: ComposeService, stack: Stack) => Omit<ExitWords, 'line'> | undefined;

/** Telling words first. Go, Node.js, Python, C and runc write a path and the system's word for the error in one line. */
const READINGS: readonly (readonly [RegExp, Reading])[] = [
  // runc says this in the container's log since the start itself succeeds: libcontainer, finalizeNamespace and execve.
  [/^exec (\/\S+): exec format error/, ([, path = ''], service) => notExecutable(path, service)],
  [/no space left on device|ENOSPC/i, (_, service) => full(service)],
  [
    /(?:unknown (?:long|short) flag|unknown flag|flag provided but not defined|unexpected argument|invalid value .*?flag)[^-'"]*['"]?(-{0,2}[\w.-]+)/i,
    ([, flag = ''], service) => rejectedFlag(service, flag),
  ],
  [/parsing command line arguments: .*"([^"]+)"/i, ([, value = ''], service) => rejectedValue(service, value)],
  [
    /parsing YAML file|error loading config|unmarshal errors/i,
    ({ input }, service, stack) => rejectedConfig(input, service, stack),
  ],
  [/(\/[^\s"',:]+)["']?: permission denied|permission denied[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
  [/(\/[^\s"',:]+)["']?: read-only file system|read-only file system[^/]{0,20}['"]?(\/[^\s"',:]+)/i, denied],
];

/** Judges the last log lines of a service whose container ended; undefined when they say nothing that is known. Pure. */
export function exitWords(logs: readonly string[], service: ComposeService, stack: Stack): ExitWords | undefined {
  const lines = logs.map((line) => line.trim()).reverse();
  for (const [pattern, read] of READINGS) {
    for (const line of lines) {
      const match = pattern.exec(line);
      const found = match && read(match, service, stack);
      if (found) return { ...found, line };
    }
  }
  return undefined;
}

/** A text of the project has no first line that names its interpreter; a program of an image is for another processor. */
function notExecutable(path: string, service: ComposeService): Omit<ExitWords, 'line'> {
  const words = [...service.entrypoint, ...service.command];
  const at = (words.find(({ value }) => value === path) ?? words[0])?.at;
  if (mountFor(service.mounts, path)) return { cause: 'command-not-executable', at: at ?? service.at };
  return {
    cause: 'wrong-architecture',
    at: child(service.node, 'platform')?.at ?? service.image?.at ?? at ?? service.at,
  };
}

function denied([words, one, other]: RegExpExecArray, service: ComposeService): Omit<ExitWords, 'line'> | undefined {
  const path = one ?? other ?? '';
  const mount = mountFor(service.mounts, path)?.mount;
  const readOnly = /read-only/i.test(words);
  if (!readOnly && mount && looksLikeFile(path)) return { cause: 'config-not-readable', at: sourceOf(mount) };
  const root = mount ? undefined : child(service.node, 'read_only')?.at;
  const at = mount?.at ?? (readOnly ? root : (service.user?.at ?? root));
  return at && { cause: 'storage-not-writable', at };
}

/** The mount that limits its own size, or the only one that can be written. */
function full(service: ComposeService): Omit<ExitWords, 'line'> {
  const writable = service.mounts.filter(({ readOnly }) => !readOnly);
  const at = keyRange(service.node, 'tmpfs') ?? (writable.length === 1 ? writable[0]?.at : undefined);
  return { cause: 'storage-full', at: at ?? service.at };
}

function rejectedFlag({ command, entrypoint }: ComposeService, flag: string): Omit<ExitWords, 'line'> | undefined {
  const name = flag.replace(/^-+/, '').replace(/=.*/, '');
  const written = [...command, ...entrypoint].find(
    ({ value }) => value.startsWith('-') && value.replace(/^-+/, '').split('=', 1)[0] === name,
  );
  return written && { cause: 'flag-rejected', at: written.at };
}

/** Only the value is said. */
function rejectedValue({ command, entrypoint }: ComposeService, value: string): Omit<ExitWords, 'line'> | undefined {
  const written = [...command, ...entrypoint].find((word) => word.value === value || word.value.endsWith(`=${value}`));
  return written && { cause: 'flag-rejected', at: written.at };
}
