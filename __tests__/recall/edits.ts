import type { SourceFile, SourceRange } from '../../src/model/source.js';
import type { ComposeService, Stack } from '../../src/model/stack.js';
import { child, keyRange } from '../../src/model/yaml-node.js';
import type { Injection, TextEdit } from './fault.js';

/** Whether offsets into the file are offsets into a file on disk: inline configurations are texts inside of others. */
export function isOnDisk(stack: Stack, file: SourceFile): boolean {
  return stack.files.includes(file);
}

/** Replaces a part of what is written in a range; undefined unless it stands there once, as it is. */
export function swap(stack: Stack, at: SourceRange, from: string, to: string): TextEdit | undefined {
  const written = at.file.text.slice(at.start, at.end);
  const offset = written.indexOf(from);
  if (!isOnDisk(stack, at.file) || from === to || offset < 0 || written.indexOf(from, offset + 1) >= 0)
    return undefined;
  const start = at.start + offset;
  return { at: { file: at.file, start, end: start + from.length }, text: to };
}

/** A fault of one edit that is found where it was made. */
export function inPlace(edit: TextEdit | undefined): Injection[] {
  return edit ? [{ edits: [edit], at: [0] }] : [];
}

/** A new first key of a block mapping, by the range of the key that holds the mapping; undefined in flow style. */
export function insertUnder(stack: Stack, key: SourceRange | undefined, line: string): TextEdit | undefined {
  if (!key || !isOnDisk(stack, key.file)) return undefined;
  const { text } = key.file;
  const lineEnd = (from: number): number => (text.indexOf('\n', from) + text.length + 1) % (text.length + 1);
  const end = lineEnd(key.end);
  const indent = /^(?:[ \t]*(?:#.*)?\n)*( +)\S/.exec(text.slice(end + 1))?.[1];
  if (indent === undefined || !/^["']?:[ \t]*(?:#.*)?$/.test(text.slice(key.end, end))) return undefined;
  const own = key.start - (text.lastIndexOf('\n', key.start - 1) + 1);
  return indent.length > own ? { at: { file: key.file, start: end, end }, text: `\n${indent}${line}` } : undefined;
}

/** Whether any file gives a service the key, also one whose value is reset later. */
export function hasKey({ project }: Stack, { name, node }: ComposeService, key: string): boolean {
  return [node, ...project.stages.map((root) => child(root, 'services', name))].some(
    (one) => child(one, key) !== undefined,
  );
}

/** A key of a service that it does not have yet. */
export function addKey(stack: Stack, service: ComposeService, key: string, value: string): TextEdit | undefined {
  if (hasKey(stack, service, key)) return undefined;
  return insertUnder(stack, service.at, `${key}: ${value}`);
}

/** A line behind another one, at the same depth. */
export function insertAfter(stack: Stack, at: SourceRange, line: string): TextEdit | undefined {
  if (!isOnDisk(stack, at.file)) return undefined;
  const { text } = at.file;
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const end = text.indexOf('\n', at.end);
  const before = text.slice(start, at.start);
  // `- job_name: x` and `job_name: x` alone on their line.
  if (end < 0 || !/^[ -]*\w+: *["']?$/.test(before) || !/^["']?[ \t]*(?:#.*)?$/.test(text.slice(at.end, end)))
    return undefined;
  const indent = ' '.repeat(/^[ -]*/.exec(before)?.[0].length ?? 0);
  return { at: { file: at.file, start: end, end }, text: `\n${indent}${line}` };
}

/** Takes away an item of a block sequence that has a line of its own. */
export function withoutLine(stack: Stack, at: SourceRange): TextEdit | undefined {
  const { file } = at;
  const start = file.text.lastIndexOf('\n', at.start - 1) + 1;
  const end = file.text.indexOf('\n', at.end) + 1;
  const isAlone = /^ *- *["']?$/.test(file.text.slice(start, at.start)) && end > 0;
  return isAlone && isOnDisk(stack, file) ? { at: { file, start, end }, text: '' } : undefined;
}

/** A network of the project that nobody else is on. */
export function addNetwork(stack: Stack, name: string): TextEdit | undefined {
  const { root } = stack.project;
  const networks = child(root, 'networks');
  if (networks) return insertUnder(stack, keyRange(root, 'networks'), `${name}: {}`);
  const services = keyRange(root, 'services');
  if (!services || !isOnDisk(stack, services.file)) return undefined;
  const start = services.start;
  return { at: { file: services.file, start, end: start }, text: `networks:\n  ${name}: {}\n` };
}

/** A slip of the pen: one letter twice. */
export function misspelt(name: string): string {
  const middle = Math.ceil(name.length / 2);
  return `${name.slice(0, middle)}${name[middle - 1] ?? 'x'}${name.slice(middle)}`;
}
