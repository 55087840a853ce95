import { basename, dirname } from 'node:path/posix';
import { flag } from '../../../src/model/service-flags.js';
import type { Mount } from '../../../src/model/mount.js';
import type { ComposeService, Stack } from '../../../src/model/stack.js';
import { child, items, keyRange, text } from '../../../src/model/yaml-node.js';
import { inPlace, isOnDisk, misspelt, swap } from '../edits.js';
import type { Fault, Injection } from '../fault.js';

type Bind = Mount & { readonly written: string; readonly service: ComposeService };

/** Bind mounts of files and directories of the repository. */
function binds(stack: Stack, kind: 'file' | 'directory'): Bind[] {
  return stack.project.services.flatMap((service) =>
    service.mounts.flatMap((mount) => {
      const { origin, written, source } = mount;
      if (mount.kind !== 'bind' || origin !== 'volumes' || !written || !/^\.\.?\//.test(written)) return [];
      return stack.hostEntries.get(source)?.kind === kind ? [{ ...mount, written, service }] : [];
    }),
  );
}

/** Another source for a mount, in place. */
function moved(stack: Stack, { written, sourceAt, at }: Bind, to: string): Injection[] {
  const edit = sourceAt && swap(stack, sourceAt, written, to);
  return edit ? [{ edits: [edit], at: [0, at] }] : [];
}

/** Whether a file, by its path from the directory of the stack, is right in the directory that is mounted. */
function isIn({ source }: Mount, path: string): boolean {
  return source.endsWith(`/${dirname(path)}`);
}

/** A path that a configuration names gets a letter twice. */
function wrongPath(name: string, codes: readonly string[], kind: string, isMeant: (path: string) => boolean): Fault {
  return {
    name,
    family: 'files',
    codes,
    places: (stack) =>
      stack.documents
        .filter((document) => document.kind === kind && isOnDisk(stack, document.file))
        .flatMap(({ references, root }) => {
          // A glob of scrape_config_files may match nothing.
          const globs = items(child(root, 'scrape_config_files'));
          return references.filter(({ node }) => !globs.includes(node));
        })
        .filter(({ state, written }) => state === 'found' && isMeant(written))
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
    codes: ['mounts/source-missing', 'file/unreadable'],
    places: (stack) =>
      binds(stack, 'file').flatMap((mount) => moved(stack, mount, mount.written.replace(/(\w)(\.\w+)?$/, '$1x$2'))),
  },
  {
    name: 'source of a mounted directory is missing',
    family: 'files',
    codes: ['mounts/source-missing', 'file/unreadable'],
    places: (stack) =>
      binds(stack, 'directory').flatMap((mount) =>
        mount.written.endsWith('/') ? [] : moved(stack, mount, `${mount.written}x`),
      ),
  },
  {
    name: 'directory mounted for a file',
    family: 'files',
    codes: ['mounts/directory-for-file', 'file/unreadable'],
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
          const [file] = stack.files.flatMap(({ path }) => (isIn(mount, path) ? [basename(path)] : []));
          return file === undefined ? [] : moved(stack, mount, `${mount.written.replace(/\/$/, '')}/${file}`);
        }),
  },
  {
    name: '--config.file names nothing that is mounted',
    family: 'files',
    codes: ['stack/config-not-mounted', 'mounts/config-flag-not-mounted'],
    places: (stack) =>
      stack.project.services
        .filter(({ hasBuild, image }) => !hasBuild && /\/(?:prometheus|alertmanager):/.test(image?.value ?? ''))
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
        const { image, hasBuild, node } = service;
        if (hasBuild || !/\/(?:prometheus|alertmanager):/.test(image?.value ?? '')) return [];
        const named = flag(service, 'config.file');
        const edit = named && swap(stack, named.at, `--config.file=${named.value}`, '--log.level=info');
        return edit ? [{ edits: [edit], at: [keyRange(node, 'command') ?? service.at] }] : [];
      }),
  },
  wrongPath('rule file is missing', ['prometheus/rule-file-missing'], 'prometheus', (path) => /rule|alert/.test(path)),
  wrongPath('file that prometheus.yml names is missing', MISSING, 'prometheus', (path) => !/rule|alert/.test(path)),
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
        .flatMap(({ root, place: { mounts } }) =>
          items(child(root, 'providers')).map((provider) => ({ provider, mounts })),
        )
        .flatMap(({ provider, mounts }) => {
          const path = child(provider, 'options', 'path');
          const written = text(path);
          // What is on a volume cannot be seen.
          if (mounts.some(({ kind, target }) => kind === 'volume' && written?.startsWith(target))) return [];
          return path && written !== undefined ? inPlace(swap(stack, path.at, written, `${written}-of-old`)) : [];
        }),
  },
  {
    name: 'configuration mounted where nothing reads it',
    family: 'files',
    codes: ['mounts/unused-config', 'stack/config-not-mounted', 'mounts/config-flag-not-mounted'],
    places: (stack) =>
      binds(stack, 'file').flatMap(({ target, targetAt, service }) => {
        if (!targetAt || !/^\/etc\/(?:prometheus|alertmanager)\/\w+\.ya?ml$/.test(target)) return [];
        const edit = swap(stack, targetAt, target, target.replace('/etc/', '/etc/conf/'));
        // Either the mount, or what looks for the file.
        const lookedFor = [
          service.at,
          ...service.command.map(({ at }) => at),
          ...(service.image ? [service.image.at] : []),
        ];
        return edit && /(?:prometheus|alertmanager)\.ya?ml$/.test(target)
          ? [{ edits: [edit], at: [0, ...lookedFor] }]
          : [];
      }),
  },
];
