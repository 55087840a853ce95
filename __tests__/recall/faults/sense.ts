import { knownImage } from '../../../src/knowledge/known-images.js';
import type { ScrapeJob, Stack } from '../../../src/model/stack.js';
import { endpointsOf } from '../endpoints.js';
import { inPlace, insertAfter, swap, withoutLine } from '../edits.js';
import { child, keyRange } from '../../../src/model/yaml-node.js';
import type { Fault } from '../fault.js';

function jobsWithoutPath(stack: Stack): ScrapeJob[] {
  return (stack.prometheus?.config?.jobs ?? []).filter(
    ({ node, staticTargets }) => !node.entries.has('metrics_path') && staticTargets.length > 0,
  );
}

const withPath = (name: string, path: string, codes: readonly string[]): Fault => ({
  name,
  family: 'sense',
  codes,
  places: (stack) =>
    jobsWithoutPath(stack).flatMap(({ name: { at } }) => {
      const edit = insertAfter(stack, at, `metrics_path: ${path}`);
      return edit ? [{ edits: [edit], at: [0, at] }] : [];
    }),
});

const NO_HTTP = /^(?:docker\.io\/)?(?:redis|valkey\/valkey|postgres|mysql|mariadb|memcached):/;

/** Scrapes and alerts that are well formed and make no sense. */
export const SENSE: readonly Fault[] = [
  withPath('scrape of a health endpoint', '/health', ['stack/scrape-of-health-endpoint']),
  withPath('scrape of a readiness endpoint', '/-/ready', ['stack/scrape-of-health-endpoint']),
  withPath('metrics path without its slash', 'metrics', ['scraping/path-without-slash']),
  {
    name: 'scrape of a database itself',
    family: 'sense',
    codes: ['scraping/not-http'],
    places: (stack) =>
      endpointsOf(stack)
        .filter(({ what }) => what === 'target')
        .flatMap(({ at, host, port, from }) =>
          stack.project.services
            .filter(
              ({ image, networks }) =>
                NO_HTTP.test(image?.value ?? '') && [...networks.keys()].some((one) => from.networks.has(one)),
            )
            .flatMap(({ name, image }) => {
              const own = knownImage(image?.value ?? '')?.ports?.[0]?.port;
              return own === undefined
                ? []
                : inPlace(swap(stack, at, `${host}:${String(port)}`, `${name}:${String(own)}`));
            }),
        ),
  },
  {
    name: 'alerts without an Alertmanager',
    family: 'sense',
    codes: ['alerting/no-alertmanager'],
    places: (stack) => {
      const config = stack.prometheus?.config;
      const key = keyRange(child(config?.root, 'alerting'), 'alertmanagers');
      if (!config || !key || !/alert:/.test(stack.documents.map(({ file }) => file.text).join('\n'))) return [];
      const edit = swap(stack, key, 'alertmanagers', 'alert_relabel_configs: []\nx');
      const whole = child(config.root, 'alerting');
      const from = keyRange(config.root, 'alerting');
      if (!edit || !whole || !from) return [];
      const removal = { at: { file: whole.at.file, start: from.start, end: whole.at.end }, text: '' };
      // Every alert is a right place, and so is prometheus.yml as a whole.
      return [{ edits: [removal], at: [...alertPlaces(stack), keyRange(config.root, 'rule_files') ?? config.root.at] }];
    },
  },
  {
    name: 'job in a rule that no scrape job has',
    family: 'sense',
    codes: ['alerting/unknown-job'],
    places: (stack) =>
      stack.documents
        .filter(({ kind }) => kind === 'rules')
        .flatMap(({ file }) =>
          [...file.text.matchAll(/job="([\w-]+)"/g)].flatMap((match) => {
            const at = { file, start: match.index, end: match.index + match[0].length };
            return inPlace(swap(stack, at, match[1] ?? '', `${match[1] ?? ''}-of-old`));
          }),
        ),
  },
  {
    name: 'rule on a metric of an exporter that is not there',
    family: 'sense',
    codes: ['alerting/unknown-metric'],
    places: (stack) =>
      stack.documents
        .filter(({ kind }) => kind === 'rules' && isClosed(stack))
        .flatMap(({ file }) =>
          [...file.text.matchAll(/expr: (up|node_load1|pg_up)\b/g)].flatMap((match) => {
            const at = { file, start: match.index, end: match.index + match[0].length };
            return inPlace(swap(stack, at, match[1] ?? '', 'namedprocess_namegroup_num_procs'));
          }),
        ),
  },
  {
    name: 'scraped far too often',
    family: 'sense',
    codes: ['scraping/interval-too-short'],
    places: (stack) => {
      const root = stack.prometheus?.config?.root;
      const interval = child(root, 'global', 'scrape_interval');
      if (!interval || child(root, 'global', 'scrape_timeout')) return [];
      return inPlace(
        swap(stack, interval.at, interval.at.file.text.slice(interval.at.start, interval.at.end), '200ms'),
      );
    },
  },
  {
    name: 'retention without a volume',
    family: 'sense',
    codes: ['scraping/data-not-kept'],
    places: (stack) => {
      const service = stack.prometheus?.service;
      const retention = service?.command.find(({ value }) => value.startsWith('--storage.tsdb.retention'));
      const data = service?.mounts.find(({ target, kind }) => target === '/prometheus' && kind === 'volume');
      const edit = data && withoutLine(stack, data.at);
      return edit && retention && service ? [{ edits: [edit], at: [retention.at, service.at] }] : [];
    },
  },
];

/** Whether nothing brings series of any name: no discovery, no host outside, no gateway or collector. */
function isClosed(stack: Stack): boolean {
  const jobs = stack.prometheus?.config?.jobs ?? [];
  const names = new Set(stack.project.services.flatMap(({ name, containerName }) => [name, containerName?.value]));
  return (
    jobs.every(
      ({ discoveries, relabels, staticTargets, metricsPath, node }) =>
        discoveries.length === 0 &&
        !relabels &&
        !node.entries.has('honor_labels') &&
        !metricsPath.value.includes('federate') &&
        staticTargets.every(({ value }) => names.has(value.split(':')[0]) || value.startsWith('localhost:')),
    ) &&
    !stack.project.services.some(({ image }) =>
      /push|otel|opentelemetry|alloy|agent|thanos|mimir/.test(image?.value ?? ''),
    )
  );
}

function alertPlaces(stack: Stack): { file: (typeof stack.documents)[number]['file']; start: number; end: number }[] {
  return stack.documents
    .filter(({ kind }) => kind === 'rules')
    .flatMap(({ file }) =>
      [...file.text.matchAll(/alert: *(?=\S)/g)].map(({ index, 0: { length } }) => ({
        file,
        start: index + length,
        end: index + length + 1,
      })),
    );
}
