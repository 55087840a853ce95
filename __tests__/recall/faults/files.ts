import { dirname } from 'node:path/posix';
import { flag } from '../../../src/model/service-flags.js';
import type { Mount } from '../../../src/model/mount.js';
import type { Stack } from '../../../src/model/stack.js';
import { child, items, text } from '../../../src/model/yaml-node.js';
import { inPlace, isOnDisk, misspelt, swap } from '../edits.js';
import type { Fault, Injection } from '../fault.js';

/** Bind mounts of files and directories of the repository. */
function binds(stack: Stack, kind: 'file' | 'directory'): (Mount & { written: string })[] {
  return stack.project.services.flatMap(({ mounts }) =>
    mounts.flatMap((mount) => {
      const { origin, written, source } = mount;
      if (mount.kind !== 'bind' || origin !== 'volumes' || !written || !/^\.\.?\//.test(written)) return [];
      return stack.hostEntries.get(source)?.kind === kind ? [{ ...mount, written }] : [];
    }),
  );
}

/** Another source for a mount, in place. */
function moved(stack: Stack, { written, sourceAt }: Mount & { written: string }, to: string): Injection[] {
  return sourceAt ? inPlace(swap(stack, sourceAt, written, to)) : [];
}

/** A path that a configuration names gets a letter twice. */
function wrongPath(
  name: string,
  codes: readonly string[],
  kind: string,
  isMeant: (key: string, path: string) => boolean,
): Fault {
  return {
    name,
    family: 'files',
    codes,
    places: (stack) =>
      stack.documents
        .filter((document) => document.kind === kind && isOnDisk(stack, document.file))
        .flatMap(({ references }) => references)
        .filter(({ state, written }) => state === 'found' && isMeant('', written))
        .flatMap(({ node, written }) => {
          const base = written.split('/').findLast((part) => /\w\w/.test(part)) ?? written;
          const stem = /^\*?\.?(\w[\w-]*)/.exec(base)?.[1] ?? base;
          return inPlace(swap(stack, node.at, stem, misspelt(stem)));
        }),
  };
}

const MISSING = ['prometheus/file-missing', 'prometheus/rule-file-missing', 'mounts/targets-not-loaded'];

/** Files that are not where somebody looks for them. */
export const FILES: readonly Fault[] = [
  {
    name: 'source of a mounted file is missing',
    family: 'files',
    codes: ['mounts/source-missing'],
    places: (stack) =>
      binds(stack, 'file').flatMap((mount) => moved(stack, mount, mount.written.replace(/(\w)(\.\w+)?$/, '$1x$2'))),
  },
  {
    name: 'source of a mounted directory is missing',
    family: 'files',
    codes: ['mounts/source-missing'],
    places: (stack) =>
      binds(stack, 'directory').flatMap((mount) =>
        mount.written.endsWith('/') ? [] : moved(stack, mount, `${mount.written}x`),
      ),
  },
  {
    name: 'directory mounted for a file',
    family: 'files',
    codes: ['mounts/directory-for-file'],
    places: (stack) =>
      binds(stack, 'file')
        // What a program reads at a path of its own choice cannot be told.
        .filter(({ target }) => /\/(?:prometheus|alertmanager)\.ya?ml$/.test(target))
        .flatMap((mount) => moved(stack, mount, `${dirname(mount.written)}/`.replace(/^\.\/$/, './'))),
  },
  {
    name: 'file mounted for a directory',
    family: 'files',
    codes: ['mounts/file-for-directory', 'stack/config-not-mounted', 'mounts/config-flag-not-mounted'],
    places: (stack) =>
      binds(stack, 'directory')
        .filter(({ target }) => /^\/etc\/(?:prometheus|alertmanager)\/?$/.test(target))
        .flatMap((mount) => {
          const [file] = stack.hostEntries.get(mount.source)?.names?.filter((name) => /\.ya?ml$/.test(name)) ?? [];
          return file === undefined ? [] : moved(stack, mount, `${mount.written.replace(/\/$/, '')}/${file}`);
        }),
  },
  {
    name: '--config.file names nothing that is mounted',
    family: 'files',
    codes: ['stack/config-not-mounted', 'mounts/config-flag-not-mounted'],
    places: (stack) =>
      stack.project.services
        .filter(({ hasBuild }) => !hasBuild)
        .flatMap(({ command }) => command)
        .filter(({ value }) => /^--config\.file=\/.*\.ya?ml$/.test(value))
        .flatMap(({ at }) => inPlace(swap(stack, at, '--config.file=/', '--config.file=/elsewhere/'))),
  },
  {
    name: 'command without --config.file',
    family: 'files',
    codes: ['mounts/command-without-config'],
    places: (stack) =>
      stack.project.services.flatMap((service) => {
        const { image, hasBuild, command } = service;
        if (hasBuild || !/\/(?:prometheus|alertmanager):/.test(image?.value ?? '')) return [];
        const named = flag(service, 'config.file');
        const edit = named && swap(stack, named.at, `--config.file=${named.value}`, '--log.level=info');
        return edit ? [{ edits: [edit], at: [0, ...command.map(({ at }) => at), service.at] }] : [];
      }),
  },
  wrongPath('rule file is missing', ['prometheus/rule-file-missing'], 'prometheus', (_, path) =>
    /rule|alert/.test(path),
  ),
  wrongPath('file that prometheus.yml names is missing', MISSING, 'prometheus', (_, path) => !/rule|alert/.test(path)),
  wrongPath(
    'file that alertmanager.yml names is missing',
    ['alertmanager/template-file-missing', 'alertmanager/file-missing'],
    'alertmanager',
    () => true,
  ),
  {
    name: 'path of a dashboard provider is missing',
    family: 'files',
    codes: ['grafana/provider-path-missing'],
    places: (stack) =>
      stack.documents
        .filter(({ kind }) => kind === 'grafana-dashboards')
        .flatMap(({ root }) => items(child(root, 'providers')))
        .flatMap((provider) => {
          const path = child(provider, 'options', 'path');
          const written = text(path);
          return path && written !== undefined ? inPlace(swap(stack, path.at, written, `${written}-of-old`)) : [];
        }),
  },
  {
    name: 'configuration mounted where nothing reads it',
    family: 'files',
    codes: ['mounts/unused-config', 'stack/config-not-mounted', 'mounts/config-flag-not-mounted'],
    places: (stack) =>
      binds(stack, 'file').flatMap(({ target, targetAt, at }) => {
        if (!targetAt || !/^\/etc\/(?:prometheus|alertmanager)\/\w+\.ya?ml$/.test(target)) return [];
        const edit = swap(stack, targetAt, target, target.replace('/etc/', '/etc/conf/'));
        // Either the mount, or what looks for the file.
        const lookedFor = [stack.prometheus?.configPath.at ?? at];
        return edit && /(?:prometheus|alertmanager)\.ya?ml$/.test(target)
          ? [{ edits: [edit], at: [0, ...lookedFor] }]
          : [];
      }),
  },
];
