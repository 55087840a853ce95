import { spawn } from 'node:child_process';
import type { ExpositionFormat } from '../../src/exposition/exposition.js';
import { parseExposition } from '../../src/exposition/parse.js';
import { inParallel } from '../fakes/compose-oracle.js';
import { mutatedExposition } from './exposition-mutations.js';
import { oracles } from './oracles.js';
import { OPENMETRICS, scrapeVerdicts, TEXT } from './scrape-verdicts.js';

/** A mutation that one takes and the other does not. */
export interface ExpositionDisagreement {
  readonly seed: number;
  readonly text: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface ExpositionComparison {
  readonly count: number;
  readonly refused: number;
  readonly disagreements: readonly ExpositionDisagreement[];
}

type Verdict = { readonly taken: boolean; readonly said: string };

/** Compares with `promtool check metrics`, which reads the text format: 1 is a text that it cannot parse, 3 one that it only dislikes. */
export async function compareWithPromtool(count: number, seed: number): Promise<ExpositionComparison> {
  const program = oracles().PROMTOOL;
  const bodies = Array.from({ length: count }, (_, index) => mutatedExposition('text', seed + index));
  const verdicts = await inParallel(bodies, (body) => askPromtool(program, body));
  return compared(bodies, verdicts, seed, 'text', ['promtool']);
}

/** Compares with what a real Prometheus says when it scrapes the mutations, 400 at a time. */
export async function compareWithScrapes(
  image: string,
  major: 2 | 3,
  format: ExpositionFormat,
  count: number,
  seed: number,
): Promise<ExpositionComparison> {
  const bodies = Array.from({ length: count }, (_, index) => mutatedExposition(format, seed + index));
  const verdicts: Verdict[] = [];
  for (let start = 0; start < count; start += 400) {
    const served = bodies
      .slice(start, start + 400)
      .map((body) => ({ body, contentType: format === 'text' ? TEXT : OPENMETRICS }));
    for (const { up, error } of await scrapeVerdicts(image, served)) verdicts.push({ taken: up, said: error });
  }
  return compared(bodies, verdicts, seed, format, major === 2 ? ['prometheus', 'prometheus2'] : ['prometheus']);
}

function compared(
  bodies: readonly Buffer[],
  verdicts: readonly Verdict[],
  seed: number,
  format: ExpositionFormat,
  readers: readonly ('prometheus' | 'prometheus2' | 'promtool')[],
): ExpositionComparison {
  const disagreements = bodies.flatMap((body, index): ExpositionDisagreement[] => {
    const { accepted, problems } = parseExposition(body, { format });
    const verdict = verdicts[index];
    if (!verdict) throw new Error(`nobody said anything about mutation ${String(seed + index)}`);
    if (readers.every((reader) => accepted[reader]) === verdict.taken) return [];
    const ours = problems.filter(({ refusedBy }) => readers.some((reader) => refusedBy.includes(reader)));
    return [
      {
        seed: seed + index,
        text: body.toString('latin1'),
        ours: ours.map(({ message }) => message).join('; '),
        theirs: verdict.said,
      },
    ];
  });
  return { count: bodies.length, refused: verdicts.filter(({ taken }) => !taken).length, disagreements };
}

function askPromtool(program: string, body: Buffer): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['check', 'metrics'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      // It may panic, which is no verdict that anybody takes the text.
      if (code === null) reject(new Error('promtool was ended by a signal'));
      else resolve({ taken: code === 0 || code === 3, said: said.split('\n')[0] ?? '' });
    });
    // It stops reading at the first line that it cannot parse.
    child.stdin.on('error', () => undefined);
    child.stdin.end(body);
  });
}
