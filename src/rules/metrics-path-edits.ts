import { child, keyRange } from '../model/yaml-node.js';
import type { ScrapeJob } from '../model/stack.js';
import { replaceWithin } from './edits.js';
import type { ProblemFix } from './rule.js';

/** The path of a job written otherwise; undefined where the job does not write it, or not as it is read. */
export function replacePath(job: ScrapeJob, path: string, safety: ProblemFix['safety']): ProblemFix | undefined {
  if (child(job.node, 'metrics_path') === undefined) return insertPath(job, path, safety);
  const edit = replaceWithin(job.metricsPath.at, job.metricsPath.value, path);
  return edit && { safety, title: `write metrics_path: ${path}`, edits: [edit] };
}

function insertPath(job: ScrapeJob, path: string, safety: ProblemFix['safety']): ProblemFix | undefined {
  return insertLine(job, `metrics_path: ${path}`, safety);
}

/** One more line below the name of a job; undefined where the job is not written as a block. */
export function insertLine(job: ScrapeJob, line: string, safety: ProblemFix['safety']): ProblemFix | undefined {
  const key = keyRange(job.node, 'job_name');
  const { at } = job.name;
  if (key?.file !== at.file) return undefined;
  const { text } = key.file;
  const before = text.slice(text.lastIndexOf('\n', key.start - 1) + 1, key.start);
  const end = text.indexOf('\n', at.end);
  const rest = text.slice(at.end, end < 0 ? text.length : end);
  if (!/^[\s-]*$/.test(before) || !/^\s*(?:#.*)?$/.test(rest)) return undefined;
  const place = end < 0 ? text.length : end;
  return {
    safety,
    title: `add ${line}`,
    edits: [{ at: { file: key.file, start: place, end: place }, text: `\n${before.replaceAll('-', ' ')}${line}` }],
  };
}

/** Whether a job writes one target only, so that its path can be changed for that target alone. */
export function hasOneTarget(job: ScrapeJob): boolean {
  return job.staticTargets.length === 1 && job.discoveries.length === 0;
}
