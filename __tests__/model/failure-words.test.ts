import { describe, expect, test } from '@jest/globals';
import { explainExitCode, signalOf } from '../../src/model/exit-code.js';
import { hasWorkflowCommand, harmless, oneLine } from '../../src/model/harmless.js';
import { evidenceLine, labelOf, LOG_HEADING, splitEvidence } from '../../src/model/evidence.js';
import { clockTime, lasting, moment } from '../../src/model/moment.js';

describe('an exit code', () => {
  test.each([
    [1, false, 'the process reported a failure'],
    [126, false, 'cannot be executed'],
    [127, false, 'the command was not found'],
    [137, true, 'the container went over its memory limit'],
    [137, false, 'Docker saw no memory limit exceeded'],
    [139, false, 'ended by SIGSEGV'],
    [143, false, 'ended by SIGTERM: somebody asked it to stop'],
    [134, false, 'ended by SIGABRT'],
    [1, true, 'the kernel killed a process of the container for its memory; the process reported a failure'],
    [3, true, 'the kernel killed a process of the container for its memory'],
  ])('of %d, out of memory %s, is told in words', (code, oomKilled, words) => {
    expect(explainExitCode(code, { oomKilled })).toContain(words);
  });

  test('that only the program can explain is not guessed at', () => {
    expect([3, 42, 200].map((code) => explainExitCode(code))).toEqual([undefined, undefined, undefined]);
  });

  test('names the signal that ended the process, when one did', () => {
    expect([137, 139, 143, 127, 1, 255].map(signalOf)).toEqual([
      'SIGKILL',
      'SIGSEGV',
      'SIGTERM',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('time for a person', () => {
  test.each([
    [0, '0 ms'],
    [-5, '0 ms'],
    [999, '999 ms'],
    [6543, '6.5 s'],
    [80_400, '1 min 20 s'],
  ])('%d ms is %s', (ms, text) => {
    expect(lasting(ms)).toBe(text);
  });

  test('a moment has the clock, and the run when its clock can be the same', () => {
    const ms = Date.UTC(2026, 10, 25, 18, 9, 41, 300);
    expect(clockTime(ms)).toBe('18:09:41.300 UTC');
    expect(moment(ms, ms - 3200)).toBe('18:09:41.300 UTC, 3.2 s after the run began');
    expect(moment(ms, ms + 1)).toBe('18:09:41.300 UTC');
    expect(moment(ms, undefined)).toBe('18:09:41.300 UTC');
  });
});

describe('evidence', () => {
  test('is facts and a log, and a heading inside the log heads nothing', () => {
    expect(splitEvidence(['a: 1', LOG_HEADING, 'x', LOG_HEADING])).toEqual({
      facts: ['a: 1'],
      log: ['x', LOG_HEADING],
    });
    expect(splitEvidence(['a', 'b'])).toEqual({ facts: ['a', 'b'], log: [] });
  });

  test('keeps a line of a megabyte out of a report', () => {
    expect(evidenceLine('x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(evidenceLine(`${'x'.repeat(999)}🚀${'y'.repeat(1e6)}`)).toBe(
      `${'x'.repeat(999)}\ufffd… (1000001 more characters)`,
    );
  });

  test('has labels where a fact begins with one', () => {
    expect(labelOf('exit code 127: no such program: x')).toEqual(['exit code 127', 'no such program: x']);
    expect(labelOf('http://a: b')).toEqual(['', 'http://a: b']);
  });
});

describe('text of others', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007x', 'x'],
    ['\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['a\u001b[2Jb\u001b[?25lc', 'abc'],
    ['a\rb\u009b31mc\u202ed', 'a\ufffdb\ufffd31mc\ufffdd'],
    ['##[error]x', '##\u200b[error]x'],
  ])('%j can control nothing', (text, plain) => {
    expect(harmless(text)).toBe(plain);
  });

  test('is one line when it has to be', () => {
    expect(oneLine(' a \n ::error::b\r\n')).toBe('a ::error::b');
  });

  test('is known for a workflow command behind blanks, and anywhere in the older form', () => {
    expect(['::error::x', 'a\n  \t::x::', 'a ##[group]'].map(hasWorkflowCommand)).toEqual([true, true, true]);
    expect(['a ::error::x', '+::error::x', '# [x]'].map(hasWorkflowCommand)).toEqual([false, false, false]);
  });
});
