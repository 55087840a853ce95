import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ExpositionFormat } from '../../src/exposition/exposition.js';
import { Dice } from './dice.js';
import { seeded } from './random.js';

const RECORDED = join(import.meta.dirname, 'expositions');
const PIECES = [
  '"',
  '\\',
  '{',
  '}',
  ',',
  '=',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r',
  '#',
  '# ',
  '# EOF\n',
  '\\n',
  '\\x',
  '_',
  ':',
  '.',
  '-',
  '+',
  '1',
  'e',
  'x',
  'é',
  '\u0000',
  '',
  'NaN',
  '+Inf',
  '-inf',
  '0x1p3',
  '1_0',
  '1e400',
  ' 1700000000',
  ' -5',
  ' 1.5',
  ',,',
  ',}',
  ' # {a="b"} 1',
  'le="x"',
  '__name__="a"',
  'a="1",a="2"',
  '# HELP a b\n',
  '# TYPE a counter\n',
  '# TYPE a Gauge\n',
  '#TYPE a x\n',
  '# HELP\n',
  '# UNIT a b\n',
  '# comment\n',
  '{"a.b"} 1\n',
  'a 1',
  '\xff',
];

/** An exposition that was recorded or is like one, cut to some lines and changed in one to three places. */
export function mutatedExposition(format: ExpositionFormat, seed: number): Buffer {
  const dice = new Dice(seeded(seed));
  const ending = format === 'text' ? '.prom' : '.om';
  const text = readFileSync(
    join(
      RECORDED,
      dice.one(
        readdirSync(RECORDED)
          .filter((name) => name.endsWith(ending))
          .sort(),
      ),
    ),
    'utf8',
  );
  const lines = text.split('\n').filter((line) => line !== '' && line !== '# EOF');
  const start = dice.number(Math.max(1, lines.length - 12));
  let part = `${lines.slice(start, start + 4 + dice.number(20)).join('\n')}\n${format === 'text' ? '' : '# EOF\n'}`;
  for (let changes = dice.number(4); changes > 0; changes--) part = changed(part, dice);
  return Buffer.from(Array.from(part).flatMap((one) => (one === '\xff' ? [0xff] : [...Buffer.from(one)])));
}

function changed(text: string, dice: Dice): string {
  const at = dice.number(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (dice.number(9)) {
    case 0:
      return before + after.slice(1);
    case 1:
    case 2:
      return before + dice.one(PIECES) + after;
    case 3:
      return before + dice.one(PIECES) + after.slice(1 + dice.number(3));
    case 4:
      return before;
    case 5: {
      const lines = text.split('\n');
      const line = dice.number(lines.length);
      return [...lines.slice(0, line), lines[dice.number(lines.length)] ?? '', ...lines.slice(line)].join('\n');
    }
    case 6:
      return text
        .split('\n')
        .filter(() => !dice.chance(0.05))
        .join('\n');
    case 7:
      return text.replace(/\d+/, dice.one(PIECES));
    default: {
      // In the middle of a line, where a value, a label or a name is.
      const words = text.split(/(?<=[ ={},"])/);
      words[dice.number(words.length)] = dice.one(PIECES);
      return words.join('');
    }
  }
}
