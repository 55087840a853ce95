import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NodeFiles } from '../../src/adapters/node-files.js';
import type { ComposeService, Stack } from '../../src/model/stack.js';
import { loadStack } from '../../src/stack/load-stack.js';
import { check } from '../../src/stages/check.js';
import { HOME, askCompose, inParallel, writeProject, type ComposeAnswer } from '../fakes/compose-oracle.js';
import { interpolationChapter } from '../corpus/compose/interpolation.js';
import { extendsChapter, includeChapter, mergeChapter } from '../corpus/compose/merge.js';
import { normalForm, ourTree } from '../corpus/compose/normal-form.js';
import type { Chapter, Project } from '../corpus/compose/project.js';
import { refused } from '../corpus/compose/refused.js';
import {
  buildChapter,
  deployChapter,
  fileChapter,
  filesChapter,
  networksChapter,
  volumesChapter,
} from '../corpus/compose/sections.js';
import { envFiles, services } from '../corpus/compose/services.js';

const CHAPTERS: Readonly<Record<string, Chapter>> = {
  services,
  'env files': envFiles,
  networks: networksChapter,
  volumes: volumesChapter,
  'configs and secrets': filesChapter,
  build: buildChapter,
  'deploy and develop': deployChapter,
  interpolation: interpolationChapter,
  merge: mergeChapter,
  extends: extendsChapter,
  include: includeChapter,
  'the file itself': fileChapter,
};
const REFUSED = 'refused';

const workspace = mkdtempSync(join(tmpdir(), 'scrapegate-compose-'));
const directoryOf = (chapter: string, name: string): string => {
  const names = Object.keys(chapter === REFUSED ? refused : (CHAPTERS[chapter] ?? {}));
  return join(workspace, chapter.replaceAll(' ', '-'), `case-${String(names.indexOf(name))}`);
};
const answers = new Map<string, ComposeAnswer>();

beforeAll(async () => {
  const cases = Object.entries({ ...CHAPTERS, [REFUSED]: refused }).flatMap(([chapter, projects]) =>
    Object.entries(projects).map(([name, project]) => ({ directory: directoryOf(chapter, name), project })),
  );
  await inParallel(cases, async ({ directory, project }) => {
    writeProject(directory, project.files);
    answers.set(directory, await askCompose({ directory, ...project }));
  });
}, 120_000);

afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

function load(directory: string, { composeFiles = [], environment = {}, profiles = [] }: Project): Stack {
  const request = {
    directory,
    composeFiles,
    envFiles: [],
    environment: { HOME, ...environment },
    profiles,
    displayPath: (path: string) => path,
  };
  const stack = loadStack(request, new NodeFiles());
  if (!stack) throw new Error('no compose file');
  return stack;
}

interface Printed {
  readonly name: string;
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Compose prints what a compose file would have to say, where a dollar is written twice. */
function withoutDoubleDollars(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('$$', '$');
  if (Array.isArray(value)) return value.map(withoutDoubleDollars);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.replaceAll('$$', '$'), withoutDoubleDollars(item)]),
  );
}

/** Only what the services use is printed: sections are compared by the names that Compose prints. */
function usedOnly(ours: object, theirs: object): object {
  const used = (key: string, value: object): object => {
    const printed: object = (theirs as Record<string, object>)[key] ?? {};
    return Object.fromEntries(Object.entries(value).filter(([name]) => key === 'services' || name in printed));
  };
  return Object.fromEntries(
    Object.entries(ours)
      .map(([key, value]) => [key, used(key, value as object)] as const)
      .filter(([key, value]) => key in theirs || Object.keys(value).length > 0),
  );
}

function valuesOf(map: ComposeService['environment'], absent: string | null): object {
  return Object.fromEntries([...map].map(([name, variable]) => [name, variable?.value ?? absent]));
}

/** What our model says of a service, beside the tree. */
function modelOf(service: ComposeService): object {
  return {
    image: service.image?.value,
    command: service.command.map(({ value }) => value),
    entrypoint: service.entrypoint.map(({ value }) => value),
    containerName: service.containerName?.value,
    networkMode: service.networkMode?.value,
    networks: [...service.networks].map(([name, aliases]) => [name, [...aliases]]).sort(),
    ports: service.ports.map(({ containerPort, hostPort }) => `${String(hostPort)}:${String(containerPort)}`).sort(),
    binds: service.mounts
      .filter(({ kind, definition }) => kind === 'bind' && definition === undefined)
      .map(({ source, target }) => `${source} ${target}`)
      .sort(),
    dependsOn: service.dependsOn.map(({ service: name, condition, required }) => [name, condition, required]).sort(),
    test: service.healthcheck?.disabled ? 'off' : service.healthcheck?.test,
    restart: service.restart,
    hosts: [...service.extraHosts].sort(),
    environment: valuesOf(service.environment, null),
    labels: valuesOf(service.labels, ''),
  };
}

/** The same of what Compose prints. */
function modelOfPrinted(service: Readonly<Record<string, unknown>>): object {
  const list = (key: string): Record<string, unknown>[] => (service[key] ?? []) as Record<string, unknown>[];
  const keyed = (key: string): [string, Record<string, unknown> | null][] =>
    Object.entries((service[key] ?? {}) as Record<string, Record<string, unknown> | null>);
  const healthcheck = service['healthcheck'] as { test?: string[]; disable?: boolean } | undefined;
  const published = (port: unknown): unknown => (/^[0-9]+$/.test(String(port)) ? port : undefined);
  return {
    image: service['image'],
    command: service['command'] ?? [],
    entrypoint: service['entrypoint'] ?? [],
    containerName: service['container_name'],
    networkMode: service['network_mode'],
    networks: keyed('networks')
      .map(([name, value]) => [name, (value?.['aliases'] ?? []) as string[]])
      .sort(),
    ports: list('ports')
      .filter(({ protocol }) => protocol === 'tcp')
      .map((port) => `${String(published(port['published']))}:${String(port['target'])}`)
      .sort(),
    binds: list('volumes')
      .filter(({ type }) => type === 'bind')
      .map(({ source, target }) => `${String(source)} ${String(target)}`)
      .sort(),
    dependsOn: keyed('depends_on')
      .map(([name, value]) => [name, value?.['condition'], value?.['required']])
      .sort(),
    test: healthcheck?.disable || healthcheck?.test?.[0] === 'NONE' ? 'off' : healthcheck?.test,
    restart: service['restart'] ?? 'no',
    hosts: [...new Set(((service['extra_hosts'] ?? []) as string[]).map((host) => host.split('=')[0]))].sort(),
    environment: service['environment'] ?? {},
    labels: service['labels'] ?? {},
  };
}

describe.each(Object.entries(CHAPTERS))('our loader reads what Compose reads: %s', (chapter, projects) => {
  test.each(Object.entries(projects))('%s', (name, project) => {
    const directory = directoryOf(chapter, name);
    const { accepted, stdout, stderr } = answers.get(directory) ?? { accepted: false, stdout: '', stderr: 'not asked' };
    expect(accepted ? '' : stderr).toBe('');
    const printed = withoutDoubleDollars(JSON.parse(stdout)) as Printed;
    const stack = load(directory, project);
    expect(
      check(stack).filter(
        ({ severity, code }) =>
          severity === 'error' && code !== 'file/no-dockerfile' && /^(?:compose|yaml|file)\//.test(code),
      ),
    ).toEqual([]);
    expect(stack.project.name).toBe(printed.name);
    const around = { directory: stack.directory, home: HOME, environment: project.environment ?? {} };
    const theirs = normalForm(printed as unknown as Record<string, unknown>, printed.name, around) as object;
    const ours = normalForm(ourTree(stack), printed.name, around) as object;
    expect(usedOnly(ours, theirs)).toEqual(theirs);
    const models = Object.fromEntries(stack.project.services.map((service) => [service.name, modelOf(service)]));
    expect(models).toEqual(
      Object.fromEntries(Object.entries(printed.services).map(([key, service]) => [key, modelOfPrinted(service)])),
    );
  });
});

describe('what Compose refuses, check refuses', () => {
  test.each(Object.entries(refused))('%s', (name, project) => {
    const directory = directoryOf(REFUSED, name);
    expect(answers.get(directory)?.accepted).toBe(false);
    const errors = check(load(directory, project)).filter(
      ({ severity, code }) => severity === 'error' && /^(?:compose|yaml|file)\//.test(code),
    );
    expect(errors.map(({ message }) => message)).not.toEqual([]);
    expect(errors[0]?.location).toBeDefined();
  });
});

test('the corpus walks through the specification with at least 200 projects', () => {
  expect(Object.values(CHAPTERS).flatMap((projects) => Object.keys(projects)).length).toBeGreaterThanOrEqual(200);
});
