import type { ComposeService } from '../model/stack.js';
import { child, keyRange } from '../model/yaml-node.js';
import type { ProblemFix } from './rule.js';

/** Writes another test in place of the one of a service; undefined when it is a block, whose layout would go. */
export function replaceTest(service: ComposeService, test: string): ProblemFix | undefined {
  const node = child(service.node, 'healthcheck', 'test');
  const key = keyRange(child(service.node, 'healthcheck'), 'test');
  if (!node || !key || key.file !== node.at.file) return undefined;
  const text = node.at.file.text;
  // An anchor or an interpolated value is used by others, or not what it seems.
  const between = text.slice(key.end, node.at.start);
  if (!/^\s*:\s+$/.test(between) || (node.kind === 'scalar' && node.style === 'block')) return undefined;
  if (node.kind === 'sequence' && text[node.at.start] !== '[') return undefined;
  return { safety: 'suggested', title: `write test: ${test}`, edits: [{ at: node.at, text: test }] };
}

/** Adds a healthcheck below the image of a service; undefined where the service is not written as a block. */
export function addHealthcheck({ image, node }: ComposeService, test: string): ProblemFix | undefined {
  const key = keyRange(node, 'image');
  if (!image || key?.file !== image.at.file || node.entries.has('healthcheck')) return undefined;
  const { text } = key.file;
  const lineStart = text.lastIndexOf('\n', key.start - 1) + 1;
  const indent = text.slice(lineStart, key.start);
  const end = text.indexOf('\n', image.at.end);
  if (indent.trim() !== '' || indent === '' || text.slice(image.at.start, image.at.end).includes('\n'))
    return undefined;
  const at = end < 0 ? text.length : end;
  const lines = [
    'healthcheck:',
    `  test: ${test}`,
    '  interval: 10s',
    '  timeout: 5s',
    '  retries: 3',
    '  start_period: 30s',
  ];
  const added = lines.map((line) => `\n${indent}${line}`).join('');
  return {
    safety: 'suggested',
    title: 'add a healthcheck',
    edits: [{ at: { file: key.file, start: at, end: at }, text: added }],
  };
}
