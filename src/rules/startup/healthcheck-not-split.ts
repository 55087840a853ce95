import { healthcheckCommand, type HealthcheckCommand, type ProbeWord } from '../healthcheck-command.js';
import type { ComposeService } from '../../model/stack.js';
import type { Problem, StackRule } from '../rule.js';

const OPERATORS = new Set(['||', '&&', '|', ';', '>', '>>', '<', '2>&1', '>/dev/null', '2>/dev/null', '&>/dev/null']);
/** They take every word for an address or refuse what they do not know; seen with the real programs. */
const FAIL_ON_OPERATORS = new Set(['wget', 'curl', 'promtool', 'amtool', 'pg_isready']);
/** They fail when they are told nothing. */
const FAIL_WITHOUT_WORDS = new Set(['wget', 'curl', 'nc', 'promtool', 'amtool']);

/** Healthchecks whose words do not reach their program as meant. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'startup/healthcheck-not-split',
  severity: 'error',
  summary:
    'a CMD healthcheck has a command line in one word or operators of a shell among its words, or CMD-SHELL has several words',
  why: 'CMD starts its first word as a program, with the other words as they are: nothing splits them and no shell reads `||` or `>`. CMD-SHELL gives the shell its first word only.',
  remedy: 'write each word of the program as an item after CMD, or the whole command line as one text after CMD-SHELL',
  check: ({ project }) =>
    project.services.flatMap((service) => {
      const healthcheck = healthcheckCommand(service);
      if (!healthcheck) return [];
      const problem = healthcheck.form === 'shell' ? shellWords(service, healthcheck) : execWords(service, healthcheck);
      return problem ? [{ ...problem, subject: { service: service.name } }] : [];
    }),
};

function execWords({ name }: ComposeService, { words }: HealthcheckCommand): Problem | undefined {
  const [program, ...rest] = words;
  if (!program) return undefined;
  const line = program.value.trim();
  if (rest.length === 0 && /\s/.test(line)) {
    const certain =
      /^\S+\s+(?:-|\S*:\/\/|\|)|\s(?:\|\||&&|\|)\s|^(?:wget|curl|nc|redis-cli|pg_isready|promtool|amtool)\s/.test(line);
    return {
      message: `the healthcheck of service "${name}" has "${line}" as one word after CMD, which is no program: nothing splits it`,
      at: program.at,
      help: `write [CMD, ${line.split(/\s+/)[0] ?? ''}, …] with one item a word, or CMD-SHELL in place of CMD`,
      ...(certain ? {} : { severity: 'warning' as const }),
    };
  }
  const operator = rest.find(({ value }) => OPERATORS.has(value));
  if (!operator) return undefined;
  const called = program.value.replace(/^.*\//, '');
  if (['sh', 'bash', 'ash', 'dash', 'node', 'python', 'python3', 'test', '['].includes(called)) return undefined;
  return {
    message: `the healthcheck of service "${name}" has "${operator.value}" among the words of CMD; without a shell it is a word for ${called}`,
    at: operator.at,
    help:
      operator.value === '||'
        ? 'leave away "||" and what follows, a failing program is enough; or write the command line as one text after CMD-SHELL'
        : 'write the command line as one text after CMD-SHELL',
    ...(FAIL_ON_OPERATORS.has(called) ? {} : { severity: 'warning' as const }),
  };
}

function shellWords({ name }: ComposeService, { words, script }: HealthcheckCommand): Problem | undefined {
  const [extra] = words;
  const [pipeline, ...others] = script?.pipelines ?? [];
  const [command] = pipeline?.commands ?? [];
  // A script of several words with `$1` in it may want the words that follow.
  if (!extra || !command || others.length > 0 || command.length > 1) return undefined;
  const [program] = command;
  return {
    message: `the healthcheck of service "${name}" gives CMD-SHELL several words, of which the shell runs only "${program.value}"`,
    at: extra.at,
    help: `write the command line as one text after CMD-SHELL: "${[program, ...words].map(quoted).join(' ')}"; or CMD in place of CMD-SHELL`,
    ...(FAIL_WITHOUT_WORDS.has(program.value.replace(/^.*\//, '')) ? {} : { severity: 'warning' as const }),
  };
}

function quoted({ value }: ProbeWord): string {
  return /\s/.test(value) ? `'${value}'` : value;
}
