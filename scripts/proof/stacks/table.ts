import type { StackSeen } from './look.js';
import { assumed, type StackPlan } from './plan.js';

/** How a stack ran. */
export interface StackRun {
  readonly plan: StackPlan;
  readonly seen?: StackSeen;
  /** Why it could not be run. */
  readonly failure?: string;
}

export type Verdict = 'runs' | 'in part' | 'failed';
const BEGIN = '<!-- stacks -->';
const END = '<!-- /stacks -->';

/** In part is what this machine cannot show, or what only a target says; a failure is what is wrong. */
export function verdictOf({ plan, seen }: StackRun): Verdict {
  if (!seen || seen.wrong.length > 0) return 'failed';
  return notShown({ plan, seen }).length > 0 ? 'in part' : 'runs';
}

/** What was not shown, and why. */
function notShown({ plan, seen }: StackRun): string[] {
  const ports = assumed(plan);
  const outside = [...new Set(seen?.outside ?? [])];
  return [
    ...(plan.partial === undefined ? [] : [plan.partial]),
    ...(plan.notes ?? []),
    ...(ports.length === 0 ? [] : [`only the target says the port: ${ports.map((one) => `\`${one}\``).join(', ')}`]),
    ...outside.map((address) => `\`${address}\` is ${plan.outside?.[address] ?? 'elsewhere'}`),
  ];
}

/** The last line of the output. */
export function totals(runs: readonly StackRun[]): string {
  const count = (verdict: Verdict): string => String(runs.filter((run) => verdictOf(run) === verdict).length);
  return `${count('runs')} stacks run, ${count('in part')} in part, ${count('failed')} failed`;
}

/** One line a stack, for the terminal, and below it what is wrong. */
export function lineOf(run: StackRun): string {
  const { plan, seen, failure } = run;
  const targets = seen ? `targets ${String(seen.up.length)}/${String(seen.expected)}` : '';
  const head = `${verdictOf(run).padEnd(8)}${plan.name}: ${targets}`;
  return [head, ...(seen?.wrong ?? [failure ?? '']).map((text) => `        ${text.trim()}`)].join('\n');
}

/** The block for the page, in Markdown that is still to be formatted. */
export function stacksBlock(runs: readonly StackRun[]): string {
  const rows = runs.map((run) => {
    const { plan, seen } = run;
    const verdict = verdictOf(run);
    const up = seen ? `${String(seen.up.length)} / ${String(seen.expected)}` : '';
    const counts = [seen?.services.length, seen?.groups, seen?.alertmanagers].map((number) => String(number ?? ''));
    const [services = '', groups = '', alertmanagers = ''] = counts;
    const real = (seen?.real ?? []).map((name) => `\`${name}\``).join(', ');
    const state = verdict === 'failed' ? '**failed**' : verdict;
    const cells = [plan.name, state, services, real, up, groups, alertmanagers, notShown(run).join('; ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    BEGIN,
    '## Healthy stacks, run on real Docker',
    `\`check\` finds no error in the stacks of \`__tests__/stacks\`. \`npm run prove:stacks\` boots each of them and asks the real Prometheus: its configuration is loaded, every target is up, rules are evaluated without an error, Alertmanagers answer; containers run and are healthy. What is not a real program is a small server that listens on the ports that its image is known to, or that the files of the stack give. ${totals(runs)}.`,
    [
      '| stack | | services | real programs | targets up / expected | rule groups | Alertmanagers | not shown |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    END,
  ].join('\n\n');
}

/** The block of a page, nothing when it has none. */
export function blockOf(page: string): string | undefined {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  return from < 0 || to < from ? undefined : page.slice(from, to + END.length);
}

/** A page with another block, at its end when it had none. */
export function withBlock(page: string, block: string | undefined): string {
  if (block === undefined) return page;
  const old = blockOf(page);
  return old === undefined ? `${page.trimEnd()}\n\n${block}\n` : page.replace(old, () => block);
}
