import type { ScrapeJob } from '../model/stack.js';
import type { ProblemFix } from './rule.js';

/**
 * Removes a scrape job with the comment right above it; undefined when it is the only one of its file, or is not written as a
 * block that ends where the next one starts.
 */
export function removeJob(job: ScrapeJob, jobs: readonly ScrapeJob[]): ProblemFix | undefined {
  const { file, start, end } = job.node.at;
  const { text } = file;
  if (!jobs.some((other) => other !== job && other.node.at.file === file)) return undefined;
  let from = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^(\s*)-\s+$/.exec(text.slice(from, start))?.[1];
  if (indent === undefined) return undefined;
  for (let above = lineAbove(text, from); above?.line.startsWith(`${indent}#`); above = lineAbove(text, from))
    from = above.start;
  // What follows the job on its last line belongs to it as long as it is a comment.
  const written = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', written);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  if (!/^\s*(?:#.*)?$/.test(text.slice(written, to))) return undefined;
  return {
    safety: 'suggested',
    title: `remove scrape job "${job.name.value}"`,
    edits: [{ at: { file, start: from, end: to }, text: '' }],
  };
}

function lineAbove(text: string, at: number): { readonly start: number; readonly line: string } | undefined {
  if (at === 0) return undefined;
  const start = text.lastIndexOf('\n', at - 2) + 1;
  return { start, line: text.slice(start, at - 1) };
}
