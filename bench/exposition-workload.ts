import { seeded } from '../__tests__/differential/random.js';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const BOUNDS = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'];

/** A realistic exposition of at least so many bytes: counters, gauges, histograms and summaries of many series each. */
export function largeExposition(bytes: number): string {
  const random = seeded(1);
  const parts: string[] = [];
  let length = 0;
  const say = (line: string): void => {
    parts.push(line);
    length += line.length;
  };
  for (let family = 0; length < bytes; family++) {
    const name = `shop_${String(family)}_requests`;
    say(`# HELP ${name}_total Requests that were answered, by path and status.\n# TYPE ${name}_total counter\n`);
    for (let series = 0; series < 400; series++)
      say(
        `${name}_total{${labels(series)},status="${String(200 + (series % 7) * 50)}"} ${String(Math.floor(random() * 1e6))}\n`,
      );
    say(`# HELP ${name}_in_flight Requests that are being answered.\n# TYPE ${name}_in_flight gauge\n`);
    for (let series = 0; series < 100; series++)
      say(`${name}_in_flight{${labels(series)}} ${(random() * 100).toFixed(3)}\n`);
    say(`# HELP ${name}_duration_seconds How long an answer took.\n# TYPE ${name}_duration_seconds histogram\n`);
    for (let series = 0; series < 60; series++) {
      let count = 0;
      for (const bound of BOUNDS) {
        count += Math.floor(random() * 1000);
        say(`${name}_duration_seconds_bucket{${labels(series)},le="${bound}"} ${String(count)}\n`);
      }
      say(`${name}_duration_seconds_sum{${labels(series)}} ${String(random() * 1e4)}\n`);
      say(`${name}_duration_seconds_count{${labels(series)}} ${String(count)}\n`);
    }
    say(`# HELP ${name}_lag_seconds Lag.\n# TYPE ${name}_lag_seconds summary\n`);
    for (const quantile of ['0.5', '0.9', '0.99'])
      say(`${name}_lag_seconds{quantile="${quantile}"} ${random().toExponential(6)}\n`);
    say(`${name}_lag_seconds_sum ${String(random() * 10)}\n${name}_lag_seconds_count 7\n`);
  }
  return parts.join('');
}

function labels(series: number): string {
  return `method="${METHODS[series % 4] ?? ''}",path="/api/v1/items/${String(series)}",zone="eu-${String(series % 3)}"`;
}
