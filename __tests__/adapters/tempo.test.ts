import { describe, expect, test } from '@jest/globals';
import { toTempoImage } from '../../src/adapters/docker/image-healthcheck.js';
import { firstFileOfTar } from '../../src/adapters/docker/tar.js';

/** One entry of a tar archive: a header of one block, then its content in whole blocks. */
function entry(type: string, content: string): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write('name', 0);
  header.write(body.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

describe('the file in an archive of docker cp', () => {
  test('comes after the extended header that it may have', () => {
    const archive = Buffer.concat([
      entry('x', '30 mtime=1700000000.5\n'),
      entry('0', 'global: {} # ü\n'),
      Buffer.alloc(1024),
    ]);
    expect(firstFileOfTar(archive)).toBe('global: {} # ü\n');
  });

  test('is none when there is a directory, or nothing', () => {
    expect(firstFileOfTar(Buffer.concat([entry('5', ''), Buffer.alloc(1024)]))).toBeUndefined();
    expect(firstFileOfTar(Buffer.alloc(0))).toBeUndefined();
  });
});

test("an image's healthcheck is told in milliseconds, and an image without one as such", () => {
  const check = { Test: ['CMD', 'x'], Interval: 5e9, StartPeriod: 1.5e9 };
  expect(toTempoImage({ Config: { Healthcheck: check } })).toEqual({
    healthcheck: { test: ['CMD', 'x'], intervalMs: 5000, timeoutMs: 0, startPeriodMs: 1500, startIntervalMs: 0 },
  });
  expect(toTempoImage({ Config: {} })).toEqual({});
});
