import type { PrometheusVersion } from '../model/document.js';
import type { ComposeService, PrometheusInstance } from '../model/stack.js';
import { routePrefix } from '../model/route-prefix.js';
import { commandLine, flag, imageName } from '../model/service-flags.js';

const DEFAULT_CONFIG = '/etc/prometheus/prometheus.yml';
const DEFAULT_PORT = 9090;

/** How much a service looks like the Prometheus server, by image, command, mounts, name; 0 is not at all. */
function likeness(service: ComposeService): number {
  let score = 0;
  if ([service.image, service.builtFrom].some((image) => imageName(image?.value ?? '') === 'prometheus')) score += 8;
  if (service.mounts.some((mount) => mount.target === DEFAULT_CONFIG)) score += 8;
  if (service.mounts.some((mount) => mount.target === '/etc/prometheus')) score += 4;
  const words = commandLine(service).map(({ value }) => value);
  if (words.some((word) => word.startsWith('--storage.tsdb.') || word.startsWith('--web.enable-lifecycle'))) score += 4;
  if (score > 0 && service.name === 'prometheus') score += 1;
  return score;
}

/** The service that is the Prometheus server: the named one, or the one that looks most like it. */
export function findPrometheus(
  services: readonly ComposeService[],
  named: string | undefined,
): ComposeService | undefined {
  if (named !== undefined) return services.find((service) => service.name === named);
  let best: ComposeService | undefined;
  for (const service of services) if (likeness(service) > (best ? likeness(best) : 0)) best = service;
  return best;
}

/** What the command line says about the server; defaults are those of the official image. */
export function describePrometheus(
  service: ComposeService,
): Pick<PrometheusInstance, 'version' | 'port' | 'routePrefix' | 'configPath'> {
  const listen = flag(service, 'web.listen-address')?.value;
  const port = Number(/:(\d+)$/.exec(listen ?? '')?.[1] ?? DEFAULT_PORT);
  return {
    version: { ...versionOf((service.builtFrom ?? service.image)?.value ?? ''), features: features(service) },
    port,
    routePrefix: routePrefix(service)?.value ?? '',
    configPath: flag(service, 'config.file') ?? { value: DEFAULT_CONFIG, at: service.image?.at ?? service.at },
  };
}

/** Every value of `--enable-feature`, which may come several times and list several. */
function features(service: ComposeService): string[] {
  return commandLine(service).flatMap(({ value }, index, words) => {
    const match = /^--?enable-feature(?:=(.*))?$/.exec(value);
    return match ? (match[1] ?? words[index + 1]?.value ?? '').split(',') : [];
  });
}

/** By the image's tag; a tag that does not tell means the newest. */
function versionOf(image: string): PrometheusVersion {
  const tag = /:(?:v|release-)?(\d+)(?:\.(\d+))?(?:[.-].*)?$/.exec(image.split('@')[0] ?? '');
  // A number such as a date or a build is no version of Prometheus.
  if (tag?.[1] !== '2' && tag?.[1] !== '3') return { major: 3 };
  return { major: Number(tag[1]), minor: tag[2] === undefined ? undefined : Number(tag[2]) };
}
