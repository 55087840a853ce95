import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOG_HEADING } from '../../src/model/evidence.js';
import { renderWorkflowCommands } from '../../src/report/workflow-commands.js';
import { SAMPLE, finding } from './sample-report.js';

const checkout = { root: '/repo', workingDirectory: '/repo/deploy' };

/** Reads a command as the runner does: the first `::` after the properties ends them, and each value is decoded. */
function parse(line: string): { name: string; properties: Record<string, string>; text: string } {
  const [, name = '', list = '', text = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const data = (value: string): string => value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (value: string): string =>
    value
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), property(pair.slice(at + 1))];
  });
  return { name, properties: Object.fromEntries(properties), text: data(text) };
}

describe('workflow commands', () => {
  test('have level, place and title, and the verdict comes last', () => {
    const lines = renderWorkflowCommands(SAMPLE, checkout).trimEnd().split('\n');
    expect(lines).toEqual([
      '::error file=deploy/prometheus.yml,line=12,endLine=12,col=15,endColumn=36,title=runtime/target-down::target "voice-ai-agent:8000" of scrape job "voice-ai-agent-health" is down: the endpoint answers JSON, not metrics%0Acause: not-exposition-json%0Ahelp: remove job "voice-ai-agent-health"',
      'FAIL degraded: 1 error in 2 files, 1 of 2 targets up, 9.1 s',
    ]);
  });

  test('have their evidence in a fold below, of which no line is a command', () => {
    const evidence = [
      'exit code 1: ::error::x',
      LOG_HEADING,
      '::error::injected',
      '  ::endgroup::',
      '\r::x::',
      '##[error]y',
    ];
    const text = renderWorkflowCommands(
      { ...SAMPLE, findings: [finding({ evidence, message: 'a\n::b::' })] },
      checkout,
    );
    const lines = text.trimEnd().split('\n').slice(1, -1);
    expect(lines[0]).toBe('::group::evidence: a ::b::');
    expect(lines.at(-1)).toBe('::endgroup::');
    expect(lines.slice(1, -1)).toEqual([
      '  │ exit code 1: ::error::x',
      `  │ ${LOG_HEADING}`,
      '  │ ::error::injected',
      '  │   ::endgroup::',
      '  │ \ufffd::x::',
      '  │ ##\u200b[error]y',
    ]);
  });

  test('have no columns for a range of several lines, and no place when there is none', () => {
    const location = { file: 'p.yml', start: { line: 2, column: 3 }, end: { line: 4, column: 1 } };
    const { location: _, ...homeless } = finding({ severity: 'notice' });
    const text = renderWorkflowCommands({ ...SAMPLE, findings: [finding({ location }), homeless] }, checkout);
    expect(text).toContain('::error file=deploy/p.yml,line=2,endLine=4,title=runtime/target-down::');
    expect(text).toContain('::notice title=runtime/target-down::');
  });

  test('are as many as GitHub shows, our own error among them', () => {
    const findings = Array.from({ length: 30 }, (_, n) => finding({ message: `error ${String(n)}` }));
    const lines = renderWorkflowCommands({ ...SAMPLE, findings, error: 'docker is gone' }, checkout).split('\n');
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors[0]).toBe('::error title=scrapegate::docker is gone');
    expect(errors.at(-1)).toContain('22 more errors are in');
  });

  test('say what was meant whatever others write, each on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const message = `50%0A ${text}::stop-commands::x\r\n`;
        const file = `a,b:c%2C\n${text}x`;
        const location = { file, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
        const one = finding({ message, location, help: 'x' });
        const lines = renderWorkflowCommands({ ...SAMPLE, findings: [one] }, checkout)
          .trimEnd()
          .split('\n');
        expect(lines).toHaveLength(2);
        const { name, properties, text: said } = parse(lines[0] ?? '');
        expect(name).toBe('error');
        expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
        expect(properties['line']).toBe('1');
        expect(said).toContain('::stop-commands::x');
        expect(said.startsWith('50%0A')).toBe(true);
      }),
      { numRuns: 200, seed: 9 },
    );
  });
});
