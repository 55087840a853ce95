import { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents } from 'js-yaml';
import type { Event, ScalarEvent } from 'js-yaml';
import type { SourceFile, SourceRange } from '../model/source.js';
import type { MappingEntry, MappingNode, ScalarNode, YamlNode } from '../model/yaml-node.js';
import { excessiveAliasing } from './alias-limit.js';
import { resolvePlain, type GoYaml } from './go-scalar.js';

/** A fault in the YAML itself, with the place it shows at. */
export interface YamlProblem {
  readonly message: string;
  readonly at: SourceRange;
}

/** One parsed file: a root a document, undefined for an empty document. */
export interface YamlDocuments {
  readonly roots: readonly (YamlNode | undefined)[];
  readonly problems: readonly YamlProblem[];
}

/** Nesting that no configuration has; deeper input is refused before it can exhaust the stack. */
const MAXIMUM_DEPTH = 200;

/** Parses a file into nodes that know where they are written. Never throws on bad input: what is wrong is in `problems`. */
export function parseYaml(file: SourceFile, dialect: GoYaml): YamlDocuments {
  const builder = new TreeBuilder(file, dialect);
  try {
    return builder.build(parseEvents(file.text, { filename: file.path, maxDepth: MAXIMUM_DEPTH }));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { roots: [], problems: [...builder.problems, syntaxProblem(error, file)] };
  }
}

function syntaxProblem(error: YAMLException, file: SourceFile): YamlProblem {
  const offset = Math.min(error.mark?.position ?? 0, file.text.length);
  return { message: error.reason, at: { file, start: offset, end: Math.min(offset + 1, file.text.length) } };
}

/** Few scalars have a tag, so most do without the key, and without a copy for its sake. */
function tagged(node: ScalarNode, tag: string | undefined): ScalarNode {
  return tag === undefined ? node : { ...node, tag };
}

/** What may stand between the last value of a collection in flow style and its bracket. */
const CLOSING = /(?:[ \t\r\n,:?]|#[^\n]*)*/y;

/** Turns the parser's flat events into a tree; one pass, no JavaScript values in between. */
class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  #next = 0;
  #events: readonly Event[] = [];
  #anchors = new Map<string, YamlNode>();
  #aliases = 0;
  /** The offset behind the last thing that was read. */
  #consumed = 0;
  #aliasedNodes = 0;
  #nodes = 0;
  readonly #sizes = new WeakMap<YamlNode, number>();

  constructor(
    private readonly file: SourceFile,
    private readonly dialect: GoYaml,
  ) {}

  build(events: readonly Event[]): YamlDocuments {
    this.#events = events;
    const roots: (YamlNode | undefined)[] = [];
    while (this.#next < events.length) {
      this.#next++; // DOCUMENT
      this.#anchors = new Map();
      const empty = events[this.#next]?.type === EVENT_ID.POP;
      roots.push(empty ? undefined : this.#node(0));
      this.#next++; // POP
    }
    if (excessiveAliasing(this.#aliases, this.#aliasedNodes, this.#nodes)) {
      this.#problem('the document expands through its aliases to more than any configuration needs', 0, 1);
      return { roots: [], problems: this.problems };
    }
    return { roots, problems: this.problems };
  }

  #problem(message: string, start: number, end: number): void {
    this.problems.push({ message, at: this.#range(start, end) });
  }

  #range(start: number, end: number): SourceRange {
    return { file: this.file, start, end };
  }

  /** @param emptyAt where a value that is not written would stand: right after its key */
  #node(emptyAt: number): YamlNode {
    const event = this.#events[this.#next++];
    if (event === undefined) throw new Error('the YAML event stream ended early');
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.SCALAR) return this.#remember(event, this.#scalar(event, emptyAt));
    if (event.type === EVENT_ID.SEQUENCE) return this.#remember(event, this.#sequence(event.start, this.#tag(event)));
    if (event.type === EVENT_ID.MAPPING) return this.#remember(event, this.#mapping(event.start, this.#tag(event)));
    throw new Error(`unexpected YAML event ${String(event.type)}`);
  }

  #tag(event: { tagStart: number; tagEnd: number }): string | undefined {
    return event.tagStart < 0 ? undefined : this.file.text.slice(event.tagStart, event.tagEnd);
  }

  #remember<T extends YamlNode>(event: { anchorStart: number; anchorEnd: number }, node: T): T {
    this.#nodes++;
    if (event.anchorStart >= 0) this.#anchors.set(this.file.text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  #alias(start: number, end: number): YamlNode {
    this.#consumed = Math.max(this.#consumed, end);
    const name = this.file.text.slice(start, end);
    const target = this.#anchors.get(name);
    if (target) {
      const size = this.#size(target);
      this.#aliases++;
      this.#nodes += size;
      this.#aliasedNodes += size;
      return target;
    }
    this.#problem(`alias "*${name}" names no anchor that is complete before it`, start - 1, end);
    return { kind: 'scalar', value: null, text: '', style: 'plain', at: this.#range(start - 1, end) };
  }

  /** Nodes under `node`, aliases expanded; every node is measured once. */
  #size(node: YamlNode): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === 'sequence') for (const item of node.items) size += this.#size(item);
    if (node.kind === 'mapping') for (const { value } of node.entries.values()) size += 1 + this.#size(value);
    this.#sizes.set(node, size);
    return size;
  }

  #scalar(event: ScalarEvent, emptyAt: number): ScalarNode {
    const tag = this.#tag(event);
    if (event.valueStart < 0) {
      const value = tag === '!!str' ? '' : null;
      return tagged({ kind: 'scalar', value, text: '', style: 'plain', at: this.#range(emptyAt, emptyAt) }, tag);
    }
    const text = getScalarValue(this.file.text, event);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const at = quoted
      ? this.#range(event.valueStart - 1, event.valueEnd + 1)
      : this.#range(event.valueStart, event.valueEnd);
    this.#consumed = Math.max(this.#consumed, at.end);
    const value = plain && tag !== '!!str' ? resolvePlain(text, this.dialect) : text;
    return tagged({ kind: 'scalar', value, text, style: plain ? 'plain' : quoted ? 'quoted' : 'block', at }, tag);
  }

  #sequence(start: number, tag: string | undefined): YamlNode {
    const items: YamlNode[] = [];
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) items.push(this.#node(start));
    this.#next++;
    return {
      kind: 'sequence',
      items,
      at: this.#range(start, this.#closed(start, this.#endOf(items.at(-1), start))),
      tag,
    };
  }

  #mapping(start: number, tag: string | undefined): MappingNode {
    const own = new Map<string, MappingEntry>();
    const merged: YamlNode[] = [];
    let end = start;
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const key = this.#key(start);
      const value = this.#node(key.at.end);
      end = Math.max(key.at.end, this.#endOf(value, start));
      if (key.text === '<<' && key.style === 'plain')
        merged.push(...(value.kind === 'sequence' ? value.items : [value]));
      else this.#addEntry(own, { key, value });
    }
    this.#next++;
    for (const source of merged) this.#merge(own, source);
    return { kind: 'mapping', entries: own, at: this.#range(start, this.#closed(start, end)), tag };
  }

  /** A complex key is reported and stands in as its own text, so that the rest of the file is still judged. */
  #key(start: number): ScalarNode {
    const node = this.#node(start);
    if (node.kind === 'scalar') return node;
    this.#problem('a mapping key must be a scalar', node.at.start, node.at.end);
    const text = this.file.text.slice(node.at.start, node.at.end);
    return { kind: 'scalar', value: text, text, style: 'quoted', at: node.at };
  }

  #addEntry(own: Map<string, MappingEntry>, entry: MappingEntry): void {
    const first = own.get(entry.key.text);
    if (first) {
      const { line } = this.file.position(first.key.at.start);
      this.#problem(
        `key "${entry.key.text}" is already set on line ${String(line)}`,
        entry.key.at.start,
        entry.key.at.end,
      );
      return;
    }
    own.set(entry.key.text, entry);
  }

  #merge(own: Map<string, MappingEntry>, source: YamlNode): void {
    if (source.kind !== 'mapping') {
      this.#problem('the merge key "<<" needs a mapping or a list of mappings', source.at.start, source.at.end);
      return;
    }
    for (const [name, entry] of source.entries) if (!own.has(name)) own.set(name, entry);
  }

  /** A collection in flow style ends behind its bracket; the last value is followed only by white space, commas and comments. */
  #closed(start: number, end: number): number {
    const { text } = this.file;
    const bracket = { '[': ']', '{': '}' }[text.charAt(start)];
    if (bracket === undefined) return end;
    CLOSING.lastIndex = Math.max(this.#consumed, start + 1);
    CLOSING.exec(text);
    const at = CLOSING.lastIndex;
    if (text.charAt(at) !== bracket) return end;
    this.#consumed = at + 1;
    return at + 1;
  }

  /** An alias ends a collection where its anchor's text is, which may be far above: such an end is not taken. */
  #endOf(node: YamlNode | undefined, start: number): number {
    return node && node.at.end >= start ? node.at.end : start;
  }
}
