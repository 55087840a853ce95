import type { SourceRange } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { child, items, keyRange, text } from '../model/yaml-node.js';
import type { Opening } from './exposure.js';
import type { ProblemFix, SourceEdit } from './rule.js';

/** A variable or digits, without an address before them. */
const PORTS = /^(?:\$\{[^{}]*\}|\$\w+|[\d-])+(?::(?:\$\{[^{}]*\}|\$\w+|[\d-])+)?(?:\/\w+)?$/;
const ADDRESS = /^(?:0\.0\.0\.0|\[::\]):/;

/** What the short syntax would be on the loopback address; undefined when it is not plain to see. */
export function onLoopback({ file, start, end }: SourceRange): { text: string; edit: SourceEdit } | undefined {
  const raw = file.text.slice(start, end);
  const quote = /^["']/.test(raw) ? 1 : 0;
  const written = quote ? raw.slice(1, -1) : raw;
  const from = start + quote;
  const address = ADDRESS.exec(written)?.[0];
  if (address !== undefined)
    return {
      text: `127.0.0.1:${written.slice(address.length)}`,
      edit: { at: { file, start: from, end: from + address.length }, text: '127.0.0.1:' },
    };
  if (!PORTS.test(written)) return undefined;
  // A container port alone has its host port picked by Docker.
  const before = written.replaceAll(/\{[^}]*\}/g, '').includes(':') ? '127.0.0.1:' : '127.0.0.1::';
  return { text: `${before}${written}`, edit: { at: { file, start: from, end: from }, text: before } };
}

/** The edits that bind all openings of a service to the loopback address, and what the first line becomes. */
export function loopbackFix(
  service: ComposeService,
  openings: readonly Opening[],
): { readonly shown: string; readonly fix: ProblemFix } | undefined {
  const places = [...new Map(openings.map(({ at }) => [at.start, at])).values()];
  if (openings.some(({ by }) => by !== 'ports')) return undefined;
  const changed = places.map((at) => onLoopback(at) ?? longForm(service, at));
  const edits = changed.flatMap((one) => (one ? [one.edit] : []));
  const [first] = changed;
  if (!first || edits.length !== changed.length) return undefined;
  const title = `write ${changed.map((one) => `"${one?.text ?? ''}"`).join(', ')}`;
  return { shown: first.text, fix: { safety: 'suggested', title, edits } };
}

/** The long syntax has its address in a line of its own. */
function longForm(service: ComposeService, at: SourceRange): { text: string; edit: SourceEdit } | undefined {
  const { file } = at;
  const port = items(child(service.node, 'ports')).find((item) => item.at.start === at.start && item.at.file === file);
  if (port?.kind !== 'mapping') return undefined;
  const shown = 'host_ip: 127.0.0.1';
  const address = child(port, 'host_ip');
  if (address) {
    const raw = file.text.slice(address.at.start, address.at.end);
    const same = raw.replaceAll(/["']/g, '') === text(address);
    return same ? { text: shown, edit: { at: address.at, text: '127.0.0.1' } } : undefined;
  }
  const key = keyRange(port, 'target');
  if (key?.file !== file) return undefined;
  const { column } = file.position(key.start);
  const between = file.text[at.start] === '{' ? ', ' : `\n${' '.repeat(column - 1)}`;
  return { text: shown, edit: { at: { file, start: key.start, end: key.start }, text: `${shown}${between}` } };
}
