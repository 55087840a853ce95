/**
 * Compares the exposition parser with the real readers on mutations of recorded expositions:
 * `npm run fuzz:exposition -- [--count N] [--seed N] [--show N] [--scrape]`. Without --scrape promtool alone is asked; with it real
 * Prometheus servers scrape the mutations, by the images PROMETHEUS_IMAGE and PROMETHEUS_V2_IMAGE.
 */
import { parseArgs } from 'node:util';
import {
  compareWithPromtool,
  compareWithScrapes,
  type ExpositionComparison,
} from '../__tests__/differential/compare-expositions.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
    scrape: { type: 'boolean', default: false },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const results: Record<string, { count: number; refused: number; disagree: number; agreement: number }> = {};

function tell(name: string, { refused, disagreements }: ExpositionComparison): void {
  const agreement = 1 - disagreements.length / count;
  results[name] = { count, refused, disagree: disagreements.length, agreement };
  for (const { seed: one, text, ours, theirs } of disagreements.slice(0, Number(values.show)))
    console.log(
      `--- ${name} ${String(one)}\n${JSON.stringify(text)}\nours: ${ours || 'taken'}\ntheirs: ${theirs || 'taken'}\n`,
    );
  console.log(
    `${name}: ${String(count)} mutations, ${String(refused)} refused, agreement ${(agreement * 100).toFixed(2)} %`,
  );
}

if (!values.scrape) tell('promtool check metrics', await compareWithPromtool(count, seed));
else
  for (const [major, image] of [
    [3, process.env['PROMETHEUS_IMAGE']],
    [2, process.env['PROMETHEUS_V2_IMAGE']],
  ] as const)
    for (const format of ['text', 'openmetrics'] as const) {
      if (!image)
        throw new Error(
          'name the images in PROMETHEUS_IMAGE and PROMETHEUS_V2_IMAGE: bash scripts/images.sh prints them',
        );
      tell(`Prometheus ${String(major)}, ${format}`, await compareWithScrapes(image, major, format, count, seed));
    }
console.log(JSON.stringify({ seed, results }));
if (Object.values(results).some(({ agreement }) => agreement < 0.99)) process.exitCode = 1;
