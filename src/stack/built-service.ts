import { isAbsolute, resolve } from 'node:path';
import type { Mount } from '../model/mount.js';
import { isWithin } from '../model/mounted-path.js';
import type { SourceFile, SourceRange } from '../model/source.js';
import type { ComposeService } from '../model/stack.js';
import { child, entries, items, keyRange, text, type YamlNode } from '../model/yaml-node.js';
import { readDockerfile, type BuiltImage } from './dockerfile.js';
import type { FileReader } from './file-reader.js';
import { inlineSource } from './inline-source.js';

/**
 * A service with what its Dockerfile puts into its image: files, base image, entry point, command, ports. What the compose
 * file says wins, as it does when the container is made.
 */
export function withBuiltImage(service: ComposeService, directory: string, reader: FileReader): ComposeService {
  const build = child(service.node, 'build');
  const keyAt = keyRange(service.node, 'build') ?? service.at;
  const image = build && builtImage(build, keyAt, directory, reader);
  if (!image) return service;
  const commandIsImages = service.entrypoint.length === 0 && service.command.length === 0;
  return {
    ...service,
    builtFrom: image.base,
    built: image.steps,
    entrypoint: service.node.entries.has('entrypoint') ? service.entrypoint : image.entrypoint,
    // An entry point of the compose file takes away the image's command.
    command: commandIsImages && !service.node.entries.has('entrypoint') ? image.command : service.command,
    expose: [...service.expose, ...image.exposed],
    mounts: [...image.mounts.filter((baked) => !isHidden(baked, service.mounts)), ...service.mounts],
    hidden: image.mounts.filter((baked) => isHidden(baked, service.mounts)),
  };
}

function builtImage(
  build: YamlNode,
  keyAt: SourceRange,
  directory: string,
  reader: FileReader,
): BuiltImage | undefined {
  const context = (build.kind === 'scalar' ? text(build) : text(child(build, 'context'))) ?? '.';
  // A context in a repository elsewhere cannot be seen.
  if (/^[a-z+]+:\/\/|^git@|\.git(?:#.*)?$|^github\.com\//.test(context)) return undefined;
  const root = resolve(directory, context);
  const file = dockerfileOf(build, keyAt, root, reader);
  if (!file) return undefined;
  const target = text(child(build, 'target'));
  return readDockerfile(file, { context: root, target, args: argumentsOf(child(build, 'args')), files: reader.files });
}

function dockerfileOf(
  build: YamlNode,
  keyAt: SourceRange,
  context: string,
  reader: FileReader,
): SourceFile | undefined {
  const inline = child(build, 'dockerfile_inline');
  if (inline?.kind === 'scalar') return inlineSource('dockerfile', inline.text, inline.at);
  const named = child(build, 'dockerfile');
  const name = text(named) ?? 'Dockerfile';
  const path = isAbsolute(name) ? name : resolve(context, name);
  return reader.text(path, 'dockerfile', named?.at ?? keyAt);
}

/** `args` as a mapping or a list; those without a value come from the shell, which is not ours to know. */
function argumentsOf(node: YamlNode | undefined): Map<string, string> {
  const listed = items(node).flatMap((item) => {
    const [name = '', ...value] = (text(item) ?? '').split('=');
    return value.length > 0 ? [[name, value.join('=')] as const] : [];
  });
  const mapped = entries(node).flatMap(([name, { value }]) => {
    const written = text(value);
    return written === undefined ? [] : [[name, written] as const];
  });
  return new Map([...listed, ...mapped]);
}

/** Whether a mount takes the place of what the image has. */
function isHidden({ target }: Mount, mounts: readonly Mount[]): boolean {
  return mounts.some((mount) => isWithin(target, mount.target));
}
