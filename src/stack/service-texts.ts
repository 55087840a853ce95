import { basename } from 'node:path';
import type { ComposeService, ServiceText } from '../model/stack.js';
import { imageName } from '../model/service-flags.js';
import { SourceFile } from '../model/source.js';
import { filesBelow, type ContainerFile } from './container-files.js';
import type { FileReader } from './file-reader.js';
import { inlineSource } from './inline-source.js';

/** Programs whose own configuration says whether clients are asked for a password, by the names of their images. */
const PROGRAMS =
  /^(?:nginx|nginx-unprivileged|openresty|caddy|httpd|haproxy|traefik|oauth2-proxy|redis|valkey|grafana(?:-oss|-enterprise)?)$/;
const DIRECTORY = /^\/(?:usr\/local\/)?etc(?:\/|$)|^\/dynamic|^\/traefik|^\/config/;
const CONFIGURATION = /\.(?:conf|cfg|ini|toml|ya?ml|template|vhost|acl|caddy)$|^Caddyfile$|^default$/;
const MOST_FILES = 40;
/** No such file is larger; what is larger has a list in it that need not be read. */
const LONGEST = 256 * 1024;

/** The configuration files of proxies and of servers with a password, as far as they are in the project. */
export function serviceTexts(services: readonly ComposeService[], reader: FileReader): ServiceText[] {
  return services.flatMap((service) => (isMeant(service) ? textsOf(service, reader) : []));
}

function isMeant({ image, builtFrom }: ComposeService): boolean {
  return [image, builtFrom].some((one) => one !== undefined && PROGRAMS.test(imageName(one.value)));
}

function textsOf(service: ComposeService, reader: FileReader): ServiceText[] {
  const files = service.mounts
    .filter(({ kind }) => kind === 'bind' || kind === 'content')
    .filter(({ target }) => CONFIGURATION.test(basename(target)) || DIRECTORY.test(target))
    .flatMap(({ target }) => filesBelow(service.mounts, target, reader.files))
    .filter(({ containerPath }) => CONFIGURATION.test(basename(containerPath)));
  const once = new Map(files.map((file) => [file.containerPath, file]));
  return [...once.values()].slice(0, MOST_FILES).flatMap((one) => {
    const file = read(one, reader);
    return file ? [{ service: service.name, containerPath: one.containerPath, file }] : [];
  });
}

/** A file that cannot be read is no finding: nothing here needs it. */
function read({ hostPath, mount }: ContainerFile, reader: FileReader): SourceFile | undefined {
  if (hostPath === undefined) return inlineSource('text', mount.source, mount.contentAt ?? mount.at);
  return reader.peek(hostPath, LONGEST);
}
