import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import { listenForInterrupts } from '../../src/entry/interrupts.js';

const listening = () => {
  const [process, stderr] = [new EventEmitter(), new EventEmitter()];
  return { process, stderr, interrupts: listenForInterrupts(process, [stderr]) };
};

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s ends the run in order, and a second signal hurries', (signal) => {
  const { process, interrupts } = listening();
  process.emit(signal);
  expect([interrupts.cancel.aborted, interrupts.hurry.aborted]).toEqual([true, false]);
  process.emit('SIGTERM');
  expect(interrupts.hurry.aborted).toBe(true);
  expect(interrupts.crash()).toBeUndefined();
});

test('an error that nobody caught ends the run in order and is remembered; the first one counts', () => {
  const { process, interrupts } = listening();
  process.emit('uncaughtException', new Error('first'));
  process.emit('unhandledRejection', new Error('second'));
  expect(interrupts.cancel.aborted).toBe(true);
  expect(interrupts.hurry.aborted).toBe(false);
  expect(interrupts.crash()).toEqual(new Error('first'));
});

test('a reader that has gone ends nothing', () => {
  const { stderr, interrupts } = listening();
  // Without a listener an emitter throws.
  stderr.emit('error', new Error('write EPIPE'));
  expect(interrupts.cancel.aborted).toBe(false);
});
