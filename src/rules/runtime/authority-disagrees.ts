import type { AuthorityAnswer } from '../../model/observation.js';
import type { Problem, RuntimeRule } from '../rule.js';

/** The first words of a program that say what is wrong. */
const LONGEST = 300;

/** A program with the last word judges a file otherwise than Scrapegate. */
export const rule: RuntimeRule = {
  scope: 'runtime',
  code: 'runtime/authority-disagrees',
  severity: 'warning',
  stage: 'check',
  summary: 'promtool, amtool or docker compose judges a file otherwise than Scrapegate does',
  why: 'Scrapegate reads configuration files by itself. Where Docker is there, the gate also asks the programs of the stack, which have the last word. When they disagree, one of the two is wrong, and usually that is Scrapegate.',
  remedy:
    'trust the program, and report the difference with the file, or the part of it that matters, at https://github.com/scrapegate/scrapegate/issues',
  judge: ({ observation }) => differences(observation.authorities ?? []),
};

/** One problem for each answer that is not our own. */
export function differences(answers: readonly AuthorityAnswer[]): Problem[] {
  return answers.flatMap((answer) => (answer.accepted === (answer.ours.length === 0) ? [] : [problem(answer)]));
}

function problem({ program, about, accepted, said, ours }: AuthorityAnswer): Problem {
  const [first = ''] = ours;
  const reason =
    said
      .split('\n')
      .filter((line) => /error|fail|invalid|not |must|unexpected/i.test(line))
      .join(' ') || said;
  return {
    message: accepted
      ? `${program} accepts ${about}, in which Scrapegate finds a fault (${first})`
      : `${program} refuses ${about}, in which Scrapegate finds no fault: ${reason.replaceAll(/\s+/g, ' ').slice(0, LONGEST)}`,
    evidence: [said, ...ours].filter((line) => line !== ''),
  };
}
