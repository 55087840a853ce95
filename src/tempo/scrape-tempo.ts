import { prometheusDurationMs } from '../model/duration.js';
import { SourceFile } from '../model/source.js';
import { child, entries, items, text, type MappingNode, type YamlNode } from '../model/yaml-node.js';
import { parseYaml } from '../yaml/parse.js';
import { applyEdits, type PlacedEdit } from '../fix/edit-list.js';
import { differsOnlyIn } from './differs-only-in.js';

/** How often targets are scraped under the fast tempo, and how long a scrape may take at most: Prometheus wants no more than the interval. */
export const SCRAPE_INTERVAL_MS = 1000;
const FAST = '1s';

/** A setting of prometheus.yml that was changed. */
export interface ScrapeChange {
  /** `scrape_interval`, or `scrape_interval of job "api"`. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** prometheus.yml with tightened intervals. */
export interface TightenedScrapes {
  readonly text: string;
  readonly changes: readonly ScrapeChange[];
}

const KEYS = ['scrape_interval', 'scrape_timeout'] as const;

/**
 * prometheus.yml as it is for this run: every scrape interval over a second becomes one, and timeouts over it too; every other byte stays.
 * Undefined when there is nothing to tighten, or when the result would mean anything else than that.
 * @param included roots of the files of scrape_config_files, which inherit the global interval and are not written anew; undefined when
 * there are some that cannot be read
 */
export function tightenScrapes(
  written: string,
  included: readonly YamlNode[] | undefined,
): TightenedScrapes | undefined {
  const before = parse(written);
  // What Prometheus refuses as it is written is not to be made acceptable by this.
  if (before === undefined || !isValid(before)) return undefined;
  const global = child(before, 'global');
  const jobs = items(child(before, 'scrape_configs')).filter((job) => job.kind === 'mapping');
  const edits = new Map<number, PlacedEdit>();
  const changes: ScrapeChange[] = [];
  const replace = (owner: YamlNode | undefined, of: string): void => {
    for (const key of KEYS) {
      const value = child(owner, key);
      const from = text(value);
      if (value === undefined || from === undefined || !((prometheusDurationMs(from) ?? 0) > SCRAPE_INTERVAL_MS))
        continue;
      edits.set(value.at.start, { start: value.at.start, end: value.at.end, text: FAST });
      changes.push({ what: `${key}${of}`, from, to: FAST });
    }
  };
  if (included && mayTightenGlobal(included)) {
    replace(global, '');
    if (text(child(global, 'scrape_interval')) === undefined) {
      const insertion = globalInterval(before, written);
      if (!insertion) return undefined;
      edits.set(insertion.start, insertion);
      changes.unshift({ what: 'scrape_interval', from: 'not set, which is 1m', to: FAST });
    }
  }
  for (const job of jobs) replace(job, ` of job "${text(child(job, 'job_name')) ?? ''}"`);
  if (changes.length === 0) return undefined;
  const result = applyEdits(
    written,
    [...edits.values()].sort((a, b) => a.start - b.start),
  );
  const after = parse(result);
  if (after === undefined || !differsOnlyIn(before, after, isTempo) || !isValid(after)) return undefined;
  return { text: result, changes };
}

/** A job of another file with a timeout of its own and no interval would have a timeout above the interval, which Prometheus refuses. */
function mayTightenGlobal(included: readonly YamlNode[]): boolean {
  return included
    .flatMap((root) => items(child(root, 'scrape_configs')))
    .every((job) => {
      const timeout = prometheusDurationMs(text(child(job, 'scrape_timeout')) ?? '0') ?? 0;
      return timeout <= SCRAPE_INTERVAL_MS || text(child(job, 'scrape_interval')) !== undefined;
    });
}

/** Where a global interval goes when there is none: into a `global` in block style, or a new one before everything else. */
function globalInterval(root: YamlNode, written: string): PlacedEdit | undefined {
  const first = entries(root)[0]?.[1].key.at.start;
  if (first === undefined || root.kind !== 'mapping' || written[root.at.start] === '{') return undefined;
  const global = root.entries.get('global');
  if (global === undefined) return { start: first, end: first, text: `global:\n  scrape_interval: ${FAST}\n` };
  const { value } = global;
  if (value.kind !== 'mapping') return undefined;
  const inner = ownFirstKey(value);
  if (inner === undefined) return undefined;
  if (written[value.at.start] === '{') return { start: inner, end: inner, text: `scrape_interval: ${FAST}, ` };
  const indent = inner - (written.lastIndexOf('\n', inner - 1) + 1);
  return { start: inner, end: inner, text: `scrape_interval: ${FAST}\n${' '.repeat(indent)}` };
}

function ownFirstKey(node: MappingNode): number | undefined {
  const starts = entries(node).map(([, { key }]) => key.at.start);
  // What a merge key or an alias brings stands elsewhere.
  return starts.length > 0 && starts.every((start) => start >= node.at.start && start < node.at.end)
    ? Math.min(...starts)
    : undefined;
}

function isTempo(path: readonly (string | number)[]): boolean {
  const key = path.at(-1);
  if (key !== 'scrape_interval' && key !== 'scrape_timeout') return false;
  return (path.length === 2 && path[0] === 'global') || (path.length === 3 && path[0] === 'scrape_configs');
}

/** Prometheus refuses a timeout above the interval of the same job. */
function isValid(root: YamlNode): boolean {
  const of = (owner: YamlNode | undefined, key: string): number | undefined => {
    const written = text(child(owner, key));
    return written === undefined ? undefined : prometheusDurationMs(written);
  };
  const interval = of(child(root, 'global'), 'scrape_interval') ?? 60_000;
  const timeout = of(child(root, 'global'), 'scrape_timeout') ?? Math.min(10_000, interval);
  if (timeout > interval) return false;
  return items(child(root, 'scrape_configs')).every((job) => {
    const own = of(job, 'scrape_interval') ?? interval;
    return (of(job, 'scrape_timeout') ?? Math.min(timeout, own)) <= own;
  });
}

function parse(written: string): YamlNode | undefined {
  const { roots, problems } = parseYaml(new SourceFile('prometheus.yml', 'prometheus', written), 'v2');
  return problems.length === 0 ? roots[0] : undefined;
}
