import type { Cause } from '../model/cause.js';
import type { SourceFile, SourceRange } from '../model/source.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, keyRange } from '../model/yaml-node.js';

/** What Prometheus says of a configuration that it does not accept, led back to the line of the file. Pure. */
export function rejectedConfig(
  words: string,
  service: ComposeService,
  { prometheus }: Stack,
): { readonly cause: Cause; readonly at: SourceRange } | undefined {
  const config = prometheus?.service.name === service.name ? prometheus.config : undefined;
  // A file that cannot be opened was not read.
  if (!config || /permission denied|no such file/i.test(words)) return undefined;
  const job = /job name \\?"([^"\\]+)/.exec(words)?.[1];
  const line = /\bline (\d+)/.exec(words)?.[1];
  const at = ofJob(config.jobs, job, words) ?? (line === undefined ? undefined : lineRange(config.file, Number(line)));
  return at && { cause: 'config-rejected', at };
}

type Config = NonNullable<NonNullable<Stack['prometheus']>['config']>;

/** The key that the words speak of, else the name of the job. */
function ofJob(jobs: Config['jobs'], name: string | undefined, words: string): SourceRange | undefined {
  const job = jobs.find((one) => one.name.value === name);
  if (!job) return undefined;
  const key = ['scrape_timeout', 'scrape_interval'].find(
    (one) => words.includes(one.replace('_', ' ')) && child(job.node, one),
  );
  return (key === undefined ? undefined : keyRange(job.node, key)) ?? job.name.at;
}

/** A whole line without its indentation. */
function lineRange(file: SourceFile, line: number): SourceRange | undefined {
  const lines = file.text.split('\n');
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { file, start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length };
}
