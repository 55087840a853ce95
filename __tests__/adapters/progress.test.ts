import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frameOf } from '../../src/adapters/live-frame.js';
import { LiveProgress } from '../../src/adapters/live-progress.js';
import { PlainProgress } from '../../src/adapters/plain-progress.js';
import { withoutCommands } from '../../src/adapters/without-commands.js';
import { WorkflowProgress } from '../../src/adapters/workflow-progress.js';
import { columnsOf, cutToColumns, padToColumns } from '../../src/model/columns.js';
import type { ServiceProgress } from '../../src/ports/progress.js';
import { FakeClock } from '../fakes/fake-clock.js';
import { FakeTerminal } from '../fakes/fake-terminal.js';

const SERVICES: readonly ServiceProgress[] = [
  { service: 'redis', phase: 'ready', state: 'healthy', waitedMs: 1840, reason: '' },
  { service: 'agent', phase: 'waiting', state: 'starting', waitedMs: 3100, reason: 'its healthcheck; last probe: no' },
  { service: 'web', phase: 'unstarted', state: 'not started', reason: 'agent to be healthy' },
  { service: 'job', phase: 'failed', state: 'exited', waitedMs: 900, reason: 'exited with code 1' },
];
const PLAIN = { color: false, unicode: true };
const USUAL = { columns: 80, rows: 24 };

describe('columns', () => {
  test.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['監視', 4],
    ['🚀x', 3],
    ['가', 2],
    ['\u200b', 0],
  ])('of %j are %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  test('are never more than asked for, whatever the text', () => {
    expect(cutToColumns('監視サービス', 7)).toBe('監視サ…');
    expect(cutToColumns('監視サービス', 6)).toBe('監視…');
    expect(padToColumns('監', 4)).toBe('監  ');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(20), (text, most) => {
        expect(columnsOf(cutToColumns(text, most))).toBeLessThanOrEqual(most);
      }),
      { seed: 4 },
    );
  });
});

describe('the lines of the services', () => {
  test('say state, how long it took, and what each waits for', () => {
    expect(frameOf('wait, 3 s', SERVICES, USUAL, PLAIN).plain).toEqual([
      'wait, 3 s: 1 of 4 services are ready',
      '✔ redis  healthy        1.8 s',
      '● agent  starting         3 s  waits for its healthcheck; last probe: no',
      '· web    not started           waits for agent to be healthy',
      '✖ job    exited           1 s  exited with code 1',
    ]);
  });

  test('are cut to a narrow terminal, also with wide characters and colours', () => {
    const wide = SERVICES.map((one) => ({ ...one, reason: '監視サービスを待つ' }));
    for (const columns of [1, 5, 20, 41]) {
      const { plain, painted } = frameOf('wait', wide, { columns, rows: 24 }, { color: true, unicode: true });
      for (const line of plain) expect(columnsOf(line)).toBeLessThan(Math.max(columns, 2));
      expect(painted.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))).toEqual(plain);
    }
  });

  test('are those that matter when there is no room for all', () => {
    const many = Array.from({ length: 100 }, (_, n): ServiceProgress => {
      const ready = n !== 70 && n !== 80;
      return { service: `s${String(n)}`, phase: ready ? 'ready' : 'waiting', state: 'x', waitedMs: 1, reason: '' };
    });
    const { plain } = frameOf('wait', many, { columns: 80, rows: 8 }, { color: false, unicode: false });
    expect(plain).toHaveLength(7);
    expect(plain.filter((line) => line.startsWith('* ')).map((line) => line.slice(2, 5))).toEqual(['s70', 's80']);
    expect(plain.at(-1)).toBe('  and 95 more ready');
  });

  test('let no word of others control the terminal', () => {
    const evil = SERVICES.map((one) => ({ ...one, reason: '\u001b[2J\u001b]0;x\u0007a\r\nb\u009b31m' }));
    for (const line of frameOf('wait', evil, USUAL, PLAIN).plain)
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

describe('live progress', () => {
  test('draws the services in their place, below what happened, and takes them away in the end', async () => {
    const clock = new FakeClock();
    const terminal = new FakeTerminal();
    const progress = new LiveProgress(terminal, clock);
    let services = SERVICES;
    progress.stageStarted('wait');
    const stop = progress.follow(() => services);
    await clock.sleep(1000);
    progress.note('redis is healthy\n\u001b[2J');
    services = SERVICES.map((one) => ({ ...one, phase: 'ready', state: 'healthy', reason: '' }));
    await clock.sleep(1000);
    expect(terminal.screen[0]).toBe('   1.0s   redis is healthy');
    expect(terminal.screen[1]).toMatch(/^wait, [12] s: 4 of 4 services are ready$/);
    expect(terminal.screen).toHaveLength(6);
    progress.stageEnded('wait', 'passed', 2000);
    stop();
    progress.note('later');
    await clock.sleep(1000);
    expect(terminal.screen).toEqual(['   1.0s   redis is healthy', '   2.0s wait: passed in 2.0 s', '   2.0s   later']);
    // Neither is the cursor hidden nor a mode set.
    expect(terminal.writes.join('')).not.toMatch(/\u001b\[\?|\u001b[^[]/);
  });

  test('draws at most ten times a second, and nothing when nothing has changed', async () => {
    const clock = new FakeClock();
    const terminal = new FakeTerminal();
    const progress = new LiveProgress(terminal, clock);
    progress.stageStarted('wait');
    let looks = 0;
    const stop = progress.follow(() => {
      looks++;
      return SERVICES;
    });
    await clock.sleep(10_000);
    expect(looks).toBeLessThanOrEqual(51);
    // Only the seconds in the title move.
    expect(terminal.writes.length).toBeLessThanOrEqual(11);
    for (let n = 0; n < 30; n++) progress.note(`burst ${String(n)}`);
    expect(looks).toBeLessThanOrEqual(53);
    stop();
    expect(terminal.screen).toHaveLength(30);
  });

  test('finds its first line again when the terminal became narrower', async () => {
    const clock = new FakeClock();
    const terminal = new FakeTerminal();
    const progress = new LiveProgress(terminal, clock);
    progress.stageStarted('wait');
    progress.note('before');
    const stop = progress.follow(() => SERVICES);
    await clock.sleep(300);
    terminal.shrink(30);
    await clock.sleep(1000);
    stop();
    expect(terminal.screen).toEqual(['   0.0s   before']);
  });

  test('colours only when it may', async () => {
    const clock = new FakeClock();
    for (const color of [false, true]) {
      const terminal = new FakeTerminal(80, 24, { color });
      const stop = new LiveProgress(terminal, clock).follow(() => SERVICES);
      await clock.sleep(10);
      stop();
      expect(/\u001b\[\d+m/.test(terminal.writes.join(''))).toBe(color);
    }
  });
});

describe('plain progress', () => {
  test('says what is waited for when nothing was said for ten seconds', async () => {
    const clock = new FakeClock();
    let text = '';
    const progress = new PlainProgress((more) => (text += more), clock);
    const stop = progress.follow(() => SERVICES);
    await clock.sleep(4000);
    progress.note('redis is healthy\n::error::x');
    await clock.sleep(25_000);
    stop();
    await clock.sleep(25_000);
    const waiting = 'waiting for agent (its healthcheck; last probe: no, 3.1 s), web (agent to be healthy)';
    expect(text.split('\n')).toEqual([
      '   4.0s   redis is healthy ::error::x',
      `  14.0s   ${waiting}`,
      `  24.0s   ${waiting}`,
      '',
    ]);
  });
});

describe('progress in a workflow', () => {
  test('is a group a stage with its time after it', () => {
    let text = '';
    const progress = new WorkflowProgress((more) => (text += more), new FakeClock());
    progress.stageStarted('wait');
    progress.note('redis is healthy');
    progress.stageEnded('wait', 'passed', 1234);
    progress.stageEnded('verify', 'skipped', 0);
    expect(text).toBe(
      '::group::wait\n   0.0s   redis is healthy\n::endgroup::\n   0.0s wait: passed in 1.2 s\n   0.0s verify: skipped\n',
    );
  });

  test('has no command in it that others wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (others) => {
        let text = '';
        const progress = new WorkflowProgress((more) => (text += more), new FakeClock());
        for (const line of [others, `\n::error::${others}`, `\r::set-output name=x::`, '##[error]x'])
          progress.note(line);
        expect(text.split('\n')).toHaveLength(5);
        for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^ {3}0\.0s /);
        expect(text).not.toContain('##[');
      }),
      { seed: 7 },
    );
  });
});

test('text of others stands between commands that stop and start commands, by a token that nobody knows', () => {
  const [stop, ...rest] = withoutCommands('::error::x').split('\n');
  const token = /^::stop-commands::([0-9a-f-]{36})$/.exec(stop ?? '')?.[1];
  expect(rest).toEqual(['::error::x', `::${token ?? '?'}::`, '']);
  expect(withoutCommands('x')).not.toContain(token);
});
