import { join } from 'node:path';
import type { CodeTable } from '../model/code-facts.js';
import { docsUrl } from '../model/docs-url.js';
import { UsageError } from '../model/errors.js';
import { nearest } from '../model/nearest.js';
import type { Severity } from '../model/finding.js';
import type { Files } from '../ports/files.js';

/** All that is known of a code of findings, or of a cause. */
export interface Explained {
  readonly code: string;
  readonly kind: 'finding' | 'cause';
  readonly severity?: Severity;
  readonly summary: string;
  readonly why?: string;
  readonly remedy?: string;
  readonly docs_url?: string;
}

/** What can be explained, and where. It is handed over, since what a chunk of its own imports costs every run. */
export interface Knowledge {
  /** All codes of findings; those of rules say why. */
  readonly codes: CodeTable;
  readonly causes: Readonly<
    Record<string, { readonly title: string; readonly explanation: string; readonly remedy: string }>
  >;
  readonly files: Files;
  /** The directory that has the pages. */
  readonly docs: string;
}

/** What explain prints. Throws UsageError when the options are wrong or nothing has that name. */
export function explained(
  names: readonly string[],
  flags: Readonly<Record<string, unknown>>,
  knowledge: Knowledge,
): string {
  const json = formatOf(flags) === 'json';
  const all = everything(knowledge);
  const [name, more] = names;
  if (more !== undefined) throw new UsageError(`unexpected argument "${more}": explain takes one code`);
  if (name === undefined) return json ? jsonOf(all) : listOf(all);
  const found = all.find(({ code }) => code === name);
  if (!found) throw new UsageError(`unknown code "${name}"${suggestion(name, all)}`);
  return json ? jsonOf(found) : (pageOf(found, knowledge) ?? ownWords(found));
}

function formatOf(flags: Readonly<Record<string, unknown>>): 'text' | 'json' {
  const other = Object.keys(flags).find((name) => name !== 'format' && name !== 'color');
  if (other !== undefined) throw new UsageError(`explain has no option --${other}, only --format text or json`);
  const { format = 'text' } = flags;
  if (format === 'text' || format === 'json') return format;
  throw new UsageError(`--format is ${JSON.stringify(format)}, explain prints text or json`);
}

function everything(knowledge: Knowledge): Explained[] {
  const codes = [...knowledge.codes].map(([code, { severity, summary, why, remedy }]): Explained => {
    const known = { code, kind: 'finding', severity, summary, ...(remedy === undefined ? {} : { remedy }) } as const;
    // Only rules say why, and only rules have pages.
    return why === undefined ? known : { ...known, why, docs_url: docsUrl(`rules/${code}`) };
  });
  const causes = Object.entries(knowledge.causes).map(([code, { title, explanation, remedy }]): Explained => {
    return { code, kind: 'cause', summary: title, why: explanation, remedy, docs_url: docsUrl(`causes/${code}`) };
  });
  return [...codes, ...causes];
}

/** The nearest name; the part behind the slash alone will do when it is the only one. */
function suggestion(name: string, all: readonly Explained[]): string {
  const inFamilies = all.filter(({ code }) => code.endsWith(`/${name}`));
  const similar =
    inFamilies.length === 1
      ? inFamilies[0]?.code
      : nearest(
          name,
          all.map(({ code }) => code),
        );
  return similar === undefined ? '; scrapegate explain lists all codes' : `; did you mean "${similar}"?`;
}

/** The page of the documentation, which has an example; undefined when it is not beside the program. */
function pageOf({ code, kind, docs_url }: Explained, { files, docs }: Knowledge): string | undefined {
  if (docs_url === undefined) return undefined;
  const read = files.read(join(docs, kind === 'finding' ? 'rules' : 'causes', `${code}.md`));
  return read.ok ? read.text : undefined;
}

function ownWords({ code, severity, summary, why, remedy, docs_url }: Explained): string {
  const parts = [
    `# ${code}`,
    severity === undefined ? `**${capital(summary)}.**` : `**${severity}**: ${summary}`,
    ...(why === undefined ? [] : [why]),
    ...(remedy === undefined ? [] : [`## What to do\n\n${capital(remedy)}.`]),
    ...(docs_url === undefined ? [] : [docs_url]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function listOf(all: readonly Explained[]): string {
  const width = Math.max(...all.map(({ code }) => code.length));
  const lines = (kind: Explained['kind']): string =>
    all
      .filter((one) => one.kind === kind)
      .map(({ code, severity, summary }) => {
        const level = severity === undefined ? '' : `${severity.padEnd('warning'.length)}  `;
        return `  ${code.padEnd(width)}  ${level}${summary}\n`;
      })
      .join('');
  return `findings\n${lines('finding')}\ncauses of failures\n${lines('cause')}`;
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
