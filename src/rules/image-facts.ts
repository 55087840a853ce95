import { knownOf } from './known-service.js';
import { knownImage } from '../knowledge/known-images.js';
import type { ImageRole, KnownImage } from '../knowledge/image.js';
import type { ComposeService } from '../model/stack.js';

/** What is known of the image of a service, or of the image that it is built from. */
export function baseImage({ image, hasBuild, builtFrom }: ComposeService): KnownImage | undefined {
  const name = hasBuild ? builtFrom : image;
  return name && knownImage(name.value);
}

/** Directories in which a program is found without a path. */
const PROGRAM_DIRECTORY = /^(?:\/usr(?:\/local)?)?\/s?bin\//;
/** Words of a command that may bring programs: of package managers, and scripts whose text is not looked at. */
const INSTALLS = /\b(?:apk|apt|apt-get|yum|dnf|microdnf|pip3?|npm)\b|\.(?:sh|bash)\b/;

/**
 * Whether the container lacks a program: `certainly` when the image is known and nothing adds to it, `probably` when its build
 * installs packages of other names. Undefined when it has it or nobody can tell.
 */
export function lacksProgram(service: ComposeService, written: string): 'certainly' | 'probably' | undefined {
  const name = written.replace(/^.*\//, '');
  if (written.includes('/') && !PROGRAM_DIRECTORY.test(written)) return undefined;
  if (mayBeMounted(service, name) || service.environment.has('PATH')) return undefined;
  if (service.node.entries.has('post_start') || service.node.entries.has('volumes_from')) return undefined;
  // Programs that come when the container starts.
  if ([...service.entrypoint, ...service.command].some(({ value }) => INSTALLS.test(value))) return undefined;
  const { built } = service;
  if (service.hasBuild && !built) return undefined;
  const lacking = built?.fromScratch === true || baseImage(service)?.programs?.lacks.includes(name) === true;
  if (!lacking || built?.bringsUnknown === true || built?.programs.includes(name)) return undefined;
  const packages = built?.packages ?? [];
  // Packages are not always called as their programs are, as netcat is.
  if (packages.some((one) => one.includes(name) || (name === 'nc' && one.includes('netcat')))) return undefined;
  return packages.length > 0 ? 'probably' : 'certainly';
}

function mayBeMounted({ mounts }: ComposeService, name: string): boolean {
  return mounts.some(({ target }) =>
    PROGRAM_DIRECTORY.test(`${target}/`)
      ? target.endsWith(`/${name}`) || /bin$/.test(target)
      : /^\/(?:usr(?:\/local)?)?$/.test(target),
  );
}

/** Whether the image brings a healthcheck that the compose file need not write; undefined when that is not known. */
export function imageHasHealthcheck(service: ComposeService): boolean | undefined {
  const { hasBuild, built } = service;
  if (built?.healthcheck) return !built.healthcheck.disabled;
  if (hasBuild && !built) return undefined;
  if (built?.fromScratch === true) return false;
  return baseImage(service)?.healthcheck;
}

const SERVERS: ReadonlySet<ImageRole> = new Set<ImageRole>([
  'prometheus',
  'alertmanager',
  'grafana',
  'pushgateway',
  'exporter',
  'database',
  'cache',
  'queue',
  'proxy',
]);

/** Words with which a server only says something. */
const ENDS = /^--?(?:version|help|h|v|V|dry-run|check|check-config|test|config-check)$/;

/** The title of the server that a service runs until it is stopped; undefined when it may run something else. */
export function serverTitle(service: ComposeService): string | undefined {
  const known = knownOf(service);
  if (!known || !SERVERS.has(known.role)) return undefined;
  // With words of its own it may run a client, or a job of the same image.
  const [first] = service.command;
  const options = first === undefined || first.value.startsWith('-') || first.value === known.command?.[0];
  if (service.command.some(({ value }) => ENDS.test(value))) return undefined;
  return service.node.entries.has('entrypoint') || !options ? undefined : known.title;
}

/** Whether the service is a data store or a queue: what others cannot use before it is ready. */
export function isDataStore(service: ComposeService): boolean {
  return ['database', 'cache', 'queue'].includes(baseImage(service)?.role ?? '');
}
