import type { Plan } from '../model/plan.js';
import type { Stack } from '../model/stack.js';
import type { TempoChange } from '../model/tempo.js';
import { mountFor } from '../model/mounted-path.js';
import { child, items, type YamlNode } from '../model/yaml-node.js';
import type { TempoDriver, TempoImage } from '../ports/tempo.js';
import { tightenHealth, type HealthTempo } from '../tempo/health-tempo.js';
import { renderOverride, type OverMount } from '../tempo/override.js';
import { tightenScrapes } from '../tempo/scrape-tempo.js';

/** What the fast tempo changed, and the way back. */
export interface Quickened {
  readonly changes: readonly TempoChange[];
  /** The configuration of Prometheus as it was, to be written over the tightened one; undefined when that was not touched. */
  readonly original?: { readonly name: string; readonly text: string } | undefined;
}

const OVERRIDE = 'compose.override.yml';
const CONFIG = 'prometheus.yml';
const READ_BY_ALL = 0o444;

/** Tightens healthchecks and scrape intervals for this run, in files of its own. What cannot be known for certain stays as it is. */
export async function quicken(
  stack: Stack,
  plan: Pick<Plan, 'readyWhen'>,
  driver: TempoDriver,
  signal: AbortSignal,
): Promise<Quickened> {
  const { project, prometheus } = stack;
  const services = project.services.filter(({ name }) => plan.readyWhen.has(name));
  const images = driver.obeysStartInterval
    ? await driver.images(
        services.map(({ name, image }) => ({ name, image: image?.value })),
        signal,
      )
    : new Map<string, TempoImage>();
  const health = new Map<string, HealthTempo>();
  const changes: TempoChange[] = [];
  for (const service of driver.obeysStartInterval ? services : []) {
    const tightened = tightenHealth(service, images.get(service.name));
    if (!tightened) continue;
    health.set(service.name, tightened.healthcheck);
    changes.push(...tightened.changes);
  }
  const text = driver.mountsFiles && prometheus ? await originalText(stack, prometheus, driver, signal) : undefined;
  const scrapes = text === undefined ? undefined : tightenScrapes(text, includedJobs(stack));
  let over: OverMount | undefined;
  if (prometheus && scrapes) {
    const source = driver.write(CONFIG, scrapes.text);
    over = { service: prometheus.service, source, target: prometheus.configPath.value };
    changes.push(...scrapes.changes.map((change) => ({ service: prometheus.service.name, ...change })));
  }
  if (changes.length > 0) driver.useOverride(driver.write(OVERRIDE, renderOverride(health, over)));
  return { changes, original: scrapes && text !== undefined ? { name: CONFIG, text } : undefined };
}

/** The files of scrape_config_files; undefined when not each of them can be read. */
function includedJobs({ documents, prometheus }: Stack): YamlNode[] | undefined {
  const main = documents.find(({ kind, file }) => kind === 'prometheus' && file === prometheus?.config?.file);
  const named = new Set(items(child(prometheus?.config?.root, 'scrape_config_files')));
  const references = (main?.references ?? []).filter(({ node }) => named.has(node));
  if (named.size > 0 && !(main && references.every(({ state }) => state === 'found'))) return undefined;
  const roots = (main?.included ?? []).filter(({ kind }) => kind === 'scrape-configs').map(({ root }) => root);
  return roots.filter((root) => root !== undefined);
}

/**
 * The configuration as the container sees it, or undefined where another file in its place might not do: a program before Prometheus that
 * writes to it, a volume whose content nobody knows, and a file that not everybody may read, which a copy would hide from view.
 */
async function originalText(
  { hostEntries }: Stack,
  { service, configPath, config }: NonNullable<Stack['prometheus']>,
  driver: TempoDriver,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!configPath.value.startsWith('/')) return undefined;
  const { mount, hostPath = '' } = mountFor(service.mounts, configPath.value) ?? {};
  if (mount === undefined || mount.origin === 'image')
    return driver.fileInImage(service.name, service.image?.value, configPath.value, signal);
  const mode = hostEntries.get(hostPath)?.access?.mode;
  if (mode !== undefined && (mode & READ_BY_ALL) !== READ_BY_ALL) return undefined;
  if (!mount.readOnly && service.entrypoint.length > 0) return undefined;
  return mount.kind === 'bind' || mount.kind === 'content' ? config?.file.text : undefined;
}
