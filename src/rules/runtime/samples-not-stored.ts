import { LOG_HEADING, evidenceLine } from '../../model/evidence.js';
import { clockTime } from '../../model/moment.js';
import { mountFor } from '../../model/mounted-path.js';
import { exitWords } from '../exit-words.js';
import type { RuntimeRule } from '../rule.js';
import { nothingStored } from '../stored-samples.js';

/** What is quoted of the log of Prometheus. */
const LINES = 5;
/** Lines that speak of what cannot be written. */
const TELLING = /commit failed|append failed|\bwrite\b|no space|read-only|WAL|TSDB|storage/i;

/** Targets are up, and Prometheus keeps nothing of what it scrapes. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/samples-not-stored',
  severity: 'error',
  stage: 'verify',
  summary: 'Prometheus scrapes its targets and stores no sample of them',
  why: 'A target is up as soon as its metrics were read. When the storage is full or broken they are then thrown away: every list of targets is green, and no alert, rule or panel has data.',
  remedy: 'give the storage of Prometheus room, and look at its log for "Scrape commit failed"',
  judge(run) {
    const { stack, observation } = run;
    const nothing = nothingStored(observation);
    if (!nothing || !stack.prometheus) return [];
    const { service } = stack.prometheus;
    const log = observation.logs[service.name] ?? [];
    const words = exitWords(log, service, stack);
    const up = observation.targets?.active.filter(({ health }) => health === 'up').length ?? 0;
    const newest = nothing.newestMs === undefined ? 'there is none' : `the newest is of ${clockTime(nothing.newestMs)}`;
    return [
      {
        message: `Prometheus calls ${String(up)} ${up === 1 ? 'target' : 'targets'} up and stores no sample of them${words ? `: ${reasonIn(words.line)}` : ''}`,
        cause: words?.cause ?? 'samples-not-stored',
        at: words?.at ?? mountFor(service.mounts, '/prometheus')?.mount.at ?? service.at,
        subject: { service: service.name },
        evidence: [
          `last scraped at ${clockTime(nothing.scrapedMs)}; of the samples of "up" that a query finds ${newest}`,
          ...(log.length > 0 ? [LOG_HEADING, ...told(log).map(evidenceLine)] : []),
        ],
      },
    ];
  },
};

/** A line of Prometheus is `time=… level=… msg=… err="…"`. */
function reasonIn(line: string): string {
  return /\berr="((?:[^"\\]|\\.)+)"/.exec(line)?.[1] ?? line;
}

function told(log: readonly string[]): readonly string[] {
  const telling = log.filter((line) => TELLING.test(line));
  return (telling.length > 0 ? telling : log).slice(-LINES);
}
