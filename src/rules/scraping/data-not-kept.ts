import { posix } from 'node:path';
import { flag } from '../../model/service-flags.js';
import { mountFor } from '../../model/mounted-path.js';
import type { Located } from '../../model/source.js';
import type { ComposeService, PrometheusConfig } from '../../model/stack.js';
import { child } from '../../model/yaml-node.js';
import { knownOf } from '../known-service.js';
import type { StackRule } from '../rule.js';

/** The directory of the image, in which the data is when the command does not say. */
const IMAGE_DIRECTORY = '/prometheus';
/** What the program writes to by itself, below its working directory. */
const DEFAULT_DIRECTORY = 'data/';

/** A Prometheus whose data goes when its container does. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'scraping/data-not-kept',
  severity: 'warning',
  summary: 'the data of Prometheus is to be kept, but is on no volume of the project',
  why: 'Without a volume at the directory of --storage.tsdb.path the samples are in the container, or on a volume without a name that the next `docker compose down` leaves behind: each new container starts with nothing, whatever the retention says.',
  remedy: 'mount a named volume at the directory of --storage.tsdb.path',
  check(stack) {
    const { service, config } = stack.prometheus ?? {};
    if (!service || knownOf(service)?.name !== 'prometheus' || service.node.entries.has('volumes_from')) return [];
    if (service.entrypoint.length > 0 || isAgent(service)) return [];
    const directory = dataDirectory(service);
    const mount = mountFor(service.mounts, directory.value)?.mount;
    if (mount) return [];
    const retention = retentionOf(service, config);
    const other = service.mounts.find(({ kind, origin }) => kind === 'volume' && origin === 'volumes');
    // A stack that only lives for a test keeps nothing, and says nothing else.
    if (!other && !retention) return [];
    const why = other
      ? `; the volume is at "${other.target}"`
      : `, though it is to be kept for "${retention?.value ?? ''}"`;
    return [
      {
        message: `Prometheus writes its data to "${directory.value}", where service "${service.name}" has no volume${why}`,
        at: other ? directory.at : (retention ?? directory).at,
        help: `mount a named volume at "${directory.value}"${other ? ', or write --storage.tsdb.path with the directory of the volume' : ''}`,
        subject: { service: service.name },
        related: [
          ...(other ? [{ message: 'the volume', at: other.at }] : []),
          ...(other || !retention ? [] : [{ message: 'the directory', at: directory.at }]),
        ],
      },
    ];
  },
};

function isAgent(service: ComposeService): boolean {
  return service.command.some(({ value }) => /^--?agent$|^--?enable-feature=.*\bagent\b|storage\.agent/.test(value));
}

/** A command of the compose file replaces the words of the image, that for the directory too. */
function dataDirectory(service: ComposeService): Located<string> {
  const workdir = child(service.node, 'working_dir');
  const start = workdir?.kind === 'scalar' ? workdir.text : IMAGE_DIRECTORY;
  const written = flag(service, 'storage.tsdb.path');
  if (written) return { value: posix.resolve(start, written.value), at: written.at };
  const replaced = service.node.entries.has('command') && service.command.length > 0;
  return {
    value: replaced ? posix.resolve(start, DEFAULT_DIRECTORY) : IMAGE_DIRECTORY,
    at: service.image?.at ?? service.at,
  };
}

function retentionOf(service: ComposeService, config: PrometheusConfig | undefined): Located<string> | undefined {
  const flags = ['storage.tsdb.retention.time', 'storage.tsdb.retention.size', 'storage.tsdb.retention'];
  const written = flags.map((name) => flag(service, name)).find((value) => value !== undefined);
  if (written) return written;
  const settings = child(config?.root, 'storage', 'tsdb', 'retention');
  const value = child(settings, 'time') ?? child(settings, 'size');
  return value?.kind === 'scalar' ? { value: value.text, at: value.at } : undefined;
}
