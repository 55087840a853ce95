import { expect, test } from '@jest/globals';
import { check } from '../src/stages/check.js';
import { stackOf } from './fakes/load.js';
import { readFiles } from './fakes/mended-fixtures.js';

test('the broken example is explained before anything boots: the line, the cause, the remedy and the job that has the metrics', () => {
  const files = readFiles('examples/voice-ai-agent-broken');
  const lineOf = (text: string): number => (files['prometheus.yml'] ?? '').split(text)[0]?.split('\n').length ?? 0;
  const findings = check(stackOf(files)).filter(({ severity }) => severity !== 'notice');
  const about = findings.find(({ code }) => code === 'stack/scrape-of-health-endpoint');
  expect(about?.location).toMatchObject({
    file: 'prometheus.yml',
    start: { line: lineOf('job_name: voice-ai-agent-health') },
  });
  expect(about?.message).toContain('"voice-ai-agent-health" reads the health endpoint "/health"');
  expect(about?.help).toMatch(/^remove the job: .*up\{job="voice-ai-agent"\}.*healthcheck/);
  expect(about?.related.map(({ location }) => [location.file, location.start.line])).toEqual([
    ['prometheus.yml', lineOf('metrics_path: /health')],
    ['prometheus.yml', lineOf('job_name: voice-ai-agent\n')],
  ]);
  expect(about?.fix).toMatchObject({ safety: 'suggested', title: 'remove scrape job "voice-ai-agent-health"' });
});
