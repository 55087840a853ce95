/** Writes the pages of rules and causes from the rules and their fixtures, and the tables of README.md from action.yml. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { FIXTURES, findingsOf, loadFixture } from '../__tests__/fakes/rule-fixtures.js';
import { staticRules } from '../src/generated/rules.js';
import { runtimeRules } from '../src/generated/runtime-rules.js';
import { loadParser } from '../src/exposition/loaded-parser.js';
import { loadGoRegex } from '../src/promql/go-regex.js';
import { loadAllSchemas } from '../src/schema/compiled-schemas.js';
import { CAUSES } from '../src/model/cause.js';
import type { CodeFacts } from '../src/model/code-facts.js';
import { LOAD_CODES } from '../src/model/load-codes.js';
import { SUPPRESSION_CODES } from '../src/model/suppression-codes.js';
import { renderFindings } from '../src/report/text.js';
import type { Rule } from '../src/rules/rule.js';

await Promise.all([loadAllSchemas(), loadGoRegex(), loadParser()]);
const root = join(import.meta.dirname, '..');
const rules: readonly Rule[] = [...staticRules, ...runtimeRules];

function write(path: string, text: string): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** The first bad case of a rule is its example; what is shown as output is what the rule says about it. */
function rulePage(rule: Rule): string {
  const name = readdirSync(join(FIXTURES, rule.code)).find((entry) => entry.startsWith('bad')) ?? '';
  const directory = join(FIXTURES, rule.code, name);
  const findings = findingsOf(rule, directory);
  const { files } = loadFixture(directory);
  const sources = new Map(files.map(({ path, text }) => [path, text]));
  const shown = findings[0]?.location?.file ?? 'compose.yml';
  const causes = [...new Set(findings.flatMap(({ cause }) => cause ?? []))].map(
    (cause) => `[${cause}](../../causes/${cause}.md)`,
  );
  return `# ${rule.code}

**${rule.severity}**: ${rule.summary}

${rule.why}

## What to do

${capital(rule.remedy)}.

## Example

\`${shown}\`:

\`\`\`${/\.(?:prom|om)$/.test(shown) ? 'text' : shown.endsWith('.json') ? 'json' : 'yaml'}
${(sources.get(shown) ?? '').trimEnd()}
\`\`\`

${rule.scope !== 'runtime' ? '`scrapegate check` says' : '`scrapegate gate` says, after what it saw in the running stack'}:

\`\`\`text
${renderFindings(findings, sources, { color: false }).trimEnd()}
\`\`\`
${causes.length > 0 ? `\nCause: ${causes.join(', ')}\n` : ''}
`.replace(/\n+$/, '\n');
}

function rulesIndex(): string {
  const row = ({ code, severity, summary }: Rule): string => `| [${code}](${code}.md) | ${severity} | ${summary} |`;
  const others = (codes: Readonly<Record<string, CodeFacts>>): string[] =>
    Object.entries(codes).map(([code, { severity, summary }]) => `| ${code} | ${severity} | ${summary} |`);
  const table = (rows: readonly string[]): string =>
    ['| code | severity | finds |', '|---|---|---|', ...rows].join('\n');
  return `# Rules

The source of a rule is \`src/rules/CODE.ts\`, its cases are in \`__tests__/fixtures/rules/CODE/\`.

## Before anything starts

${table(staticRules.map(row))}

## In the running stack

${table(runtimeRules.map(row))}

## While files are read

${table(others(LOAD_CODES))}

## About suppressions and the baseline

[docs/suppressing.md](../suppressing.md) explains them.

${table(others(SUPPRESSION_CODES))}
`;
}

function causePage(name: string, cause: (typeof CAUSES)[keyof typeof CAUSES]): string {
  return `# ${name}

**${capital(cause.title)}.**

${cause.explanation}

## What to do

${capital(cause.remedy)}.
`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface Metadata {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
}

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
function replaceBlock(text: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!block.test(text)) throw new Error(`README.md has no block "${name}"`);
  return text.replace(block, (_, start: string, end: string) => `${start}${content}\n${end}`);
}

function readme(): string {
  const { inputs, outputs } = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Metadata;
  const inputRows = Object.entries(inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${input.description} | ${input.default === undefined ? '' : `\`${input.default}\``} |`,
  );
  const outputRows = Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${description} |`);
  const count = `${String(staticRules.length)} rules look at the files, ${String(runtimeRules.length)} at the running stack.`;
  let text = readFileSync(join(root, 'README.md'), 'utf8');
  text = replaceBlock(
    text,
    'inputs',
    ['| input | what it is | default |', '| --- | --- | --- |', ...inputRows].join('\n'),
  );
  text = replaceBlock(text, 'outputs', ['| output | what it is |', '| --- | --- |', ...outputRows].join('\n'));
  return replaceBlock(text, 'rules', count);
}

for (const directory of ['rules', 'causes']) rmSync(join(root, 'docs', directory), { recursive: true, force: true });
for (const rule of rules) write(`docs/rules/${rule.code}.md`, rulePage(rule));
write('docs/rules/README.md', rulesIndex());
for (const [name, cause] of Object.entries(CAUSES)) write(`docs/causes/${name}.md`, causePage(name, cause));
write('README.md', readme());
