import { expect, test } from '@jest/globals';
import { acceptedVersion } from '../../src/adapters/docker/compose-version.js';
import { EnvironmentError } from '../../src/model/errors.js';

const said = (stdout: string, exitCode = 0) => acceptedVersion({ exitCode, stdout });

test.each([
  ['v2.20.0\n', '2.20.0'],
  ['2.40.3-3\n', '2.40.3-3'],
  ['v2.26.1-4\n', '2.26.1-4'],
  ['5.1.0\n', '5.1.0'],
])('%j is taken as %s', (stdout, version) => {
  expect(said(stdout)).toBe(version);
});

test.each(['v2.19.1\n', '1.29.2\n'])('%j is too old, and it is said what is needed', (stdout) => {
  expect(() => said(stdout)).toThrow(EnvironmentError);
  expect(() => said(stdout)).toThrow(/^Docker Compose is \d+\.\d+\.\d+, 2\.20 or newer is needed: update/);
});

test('without the plugin it is said what to install', () => {
  expect(() => said('', 125)).toThrow(EnvironmentError);
  expect(() => said('', 125)).toThrow('docker has no "compose" command: install the Compose plugin');
});
