import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findEngine } from '../../src/adapters/docker/find-engine.js';

let home: string;
let environment: Record<string, string>;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'find-engine-'));
  environment = { PATH: process.env['PATH'] ?? '', HOME: home };
});

afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function docker(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('docker', args, { encoding: 'utf8', env: environment });
  if (status !== 0) throw error ?? new Error(stderr);
  return stdout.trim();
}

/** Both, so that docker itself says what is right. */
async function found(): Promise<{ ours: string; theirs: string }> {
  const { address } = await findEngine(environment);
  return { ours: address, theirs: docker('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}') };
}

const write = (directory: string, text: string): void => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'config.json'), text);
};
const other = (name: string, host: string): string => docker('context', 'create', name, '--docker', `host=${host}`);
const USUAL = { ours: 'unix:///var/run/docker.sock', theirs: 'unix:///var/run/docker.sock' };

test('no settings of docker, settings without a context, and the default context by name', async () => {
  expect(await found()).toEqual(USUAL);
  write(join(home, '.docker'), '{"auths":{}}');
  expect(await found()).toEqual(USUAL);
  write(join(home, '.docker'), '{"currentContext":"default"}');
  expect(await found()).toEqual(USUAL);
});

test('the context that is in use, where the settings are', async () => {
  environment['DOCKER_CONFIG'] = join(home, 'elsewhere');
  other('rootless', 'unix:///run/user/1000/docker.sock');
  docker('context', 'use', 'rootless');
  const address = 'unix:///run/user/1000/docker.sock';
  expect(await found()).toEqual({ ours: address, theirs: address });
});

test('the context that the environment names, a host that it names before that, and an empty one as none', async () => {
  other('far', 'tcp://192.0.2.1:2376');
  environment['DOCKER_CONTEXT'] = 'far';
  expect(await found()).toEqual({ ours: 'tcp://192.0.2.1:2376', theirs: 'tcp://192.0.2.1:2376' });
  environment['DOCKER_HOST'] = 'unix:///run/other.sock';
  expect((await findEngine(environment)).address).toBe('unix:///run/other.sock');
  environment['DOCKER_HOST'] = '';
  environment['DOCKER_CONTEXT'] = '';
  expect(await found()).toEqual(USUAL);
});

test('settings that cannot be read are left to docker, which says the usual place', async () => {
  write(join(home, '.docker'), '{"currentContext": ');
  expect((await findEngine(environment)).address).toBe(USUAL.ours);
});
