import type { ComposeService, Dependency } from '../model/stack.js';
import { child, entries, items, text, type SequenceNode } from '../model/yaml-node.js';
import { replaceWithin } from './edits.js';
import type { ProblemFix, SourceEdit } from './rule.js';

/** Gives one dependency another condition; the short form of depends_on becomes the long one. */
export function conditionFix(
  { node }: ComposeService,
  { service: name, at }: Dependency,
  condition: Dependency['condition'],
): ProblemFix | undefined {
  const dependsOn = child(node, 'depends_on');
  const edits = dependsOn?.kind === 'sequence' ? longForm(dependsOn, name, condition) : undefined;
  const title = `wait for "${name}" with ${condition}`;
  if (edits) return { safety: 'suggested', title, edits };
  const entry = entries(dependsOn).find(([key, { key: written }]) => key === name && written.at === at);
  const written = child(entry?.[1].value, 'condition');
  const edit = written && replaceWithin(written.at, text(written) ?? '', condition);
  return edit && { safety: 'suggested', title, edits: [edit] };
}

/** The edits that turn a list of names into a mapping; undefined where the text is not the plain list that it seems. */
function longForm(list: SequenceNode, name: string, condition: Dependency['condition']): SourceEdit[] | undefined {
  const { file } = list.at;
  const flow = file.text[list.at.start] === '[';
  const wanted = items(list).map((item) => ({ item, name: text(item) ?? '' }));
  const of = (one: string): string => (one === name ? condition : 'service_started');
  if (flow) {
    const parts = wanted.map((one) => `${one.name}: { condition: ${of(one.name)} }`);
    return [{ at: list.at, text: `{ ${parts.join(', ')} }` }];
  }
  const edits: SourceEdit[] = [];
  for (const { item, name: one } of wanted) {
    const lineStart = file.text.lastIndexOf('\n', item.at.start - 1) + 1;
    const before = /^( *)- +$/.exec(file.text.slice(lineStart, item.at.start));
    if (item.at.file !== file || !before || file.text.slice(item.at.start, item.at.end) !== one) return undefined;
    const at = { file, start: lineStart, end: item.at.end };
    // A list may stand as deep as its key; a mapping may not.
    const keyIndent = indentOfKey(file.text, list.at.start);
    const indent = Math.max((before[1] ?? '').length, keyIndent + 2);
    const pad = ' '.repeat(indent);
    edits.push({ at, text: `${pad}${one}:\n${pad}  condition: ${of(one)}` });
  }
  return edits;
}

/** How far the key above a block list is indented. */
function indentOfKey(source: string, listStart: number): number {
  const above = source.slice(0, source.lastIndexOf('depends_on', listStart));
  return above.length - (above.lastIndexOf('\n') + 1);
}
