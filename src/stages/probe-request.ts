import { splitAddress } from '../model/address.js';
import type { PrometheusVersion } from '../model/document.js';
import type { ScrapeJob, Stack } from '../model/stack.js';
import { child, entries, items, text, type YamlNode } from '../model/yaml-node.js';
import type { ProbeRequest, ProbeTls } from '../ports/inspection.js';

/** Reads a file of credentials on this machine. */
export type ReadCredential = (path: string) => string | undefined;

/** How Prometheus asks a target: all but the address that its name has. */
export type ScrapeRequest = Omit<ProbeRequest, 'address' | 'from'>;

/** The Accept header by the major version, seen on 2.53 and 3.5; source: scrape/scrape.go, acceptHeader. */
const ACCEPT = {
  2: 'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
  3: 'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1',
};

/**
 * The request that Prometheus makes for a target of a job, from its configuration. Undefined when it cannot be made here: through a
 * proxy, with OAuth2 or a cloud's signature, or when credentials are where only the container sees them.
 */
export function scrapeRequest(
  stack: Stack,
  job: ScrapeJob,
  target: { readonly address: string; readonly scrapeUrl?: string | undefined },
  credential: ReadCredential,
): ScrapeRequest | undefined {
  const { node } = job;
  if (['proxy_url', 'proxy_from_environment', 'oauth2', 'sigv4'].some((key) => child(node, key) !== undefined))
    return undefined;
  const files = new ReferencedFiles(stack, credential);
  const authorization = authorizationOf(node, files);
  const tls = tlsOf(child(node, 'tls_config'), files);
  if (authorization === UNKNOWN || tls === 'unknown') return undefined;
  return {
    url: target.scrapeUrl ?? urlOf(job, target.address),
    headers: {
      ...plainHeaders(job, stack.prometheus?.version),
      ...customHeaders(node),
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    timeoutMs: job.scrapeTimeoutMs,
    tls,
  };
}

/** The address gets the scheme's port when it has none, as in Prometheus 2; 3 leaves it out, which means the same. */
function urlOf({ scheme, metricsPath, node }: ScrapeJob, address: string): string {
  const query = entries(child(node, 'params')).flatMap(([name, { value }]) =>
    items(value).map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(text(item) ?? '')}`),
  );
  const path = metricsPath.value.startsWith('/') ? metricsPath.value : `/${metricsPath.value}`;
  return `${scheme}://${address}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

function plainHeaders(job: ScrapeJob, version: PrometheusVersion | undefined): Record<string, string> {
  const major = version?.major === 2 ? 2 : 3;
  const minor = version?.minor === undefined ? '' : `.${String(version.minor)}.0`;
  return {
    Accept: ACCEPT[major],
    ...(text(child(job.node, 'enable_compression')) === 'false' ? {} : { 'Accept-Encoding': 'gzip' }),
    'User-Agent': `Prometheus/${String(major)}${minor}`,
    'X-Prometheus-Scrape-Timeout-Seconds': String(job.scrapeTimeoutMs / 1000),
  };
}

function customHeaders(node: YamlNode): Record<string, string> {
  return Object.fromEntries(
    entries(child(node, 'http_headers')).flatMap(([name, { value }]) => {
      const values = [...items(child(value, 'values')), ...items(child(value, 'secrets'))].flatMap(
        (item) => text(item) ?? [],
      );
      return values.length > 0 ? [[name, values.join(', ')]] : [];
    }),
  );
}

/** Files that the configuration of Prometheus names, as they are on this machine. */
class ReferencedFiles {
  constructor(
    private readonly stack: Stack,
    private readonly credential: ReadCredential,
  ) {}

  pathOf(node: YamlNode): string | undefined {
    const references = this.stack.documents.flatMap((document) => document.references);
    return references.find((reference) => reference.node === node)?.matches[0];
  }

  /** The value of `KEY` or of the file that `KEY_file` names; `unknown` when that cannot be read here. */
  value(node: YamlNode | undefined, key: string): string | undefined {
    const file = child(node, `${key}_file`);
    if (file === undefined) return text(child(node, key));
    const path = this.pathOf(file);
    return (path === undefined ? undefined : this.credential(path)) ?? UNKNOWN;
  }
}

const UNKNOWN = '\u0000unknown';

function authorizationOf(job: YamlNode, files: ReferencedFiles): string | undefined {
  const basic = child(job, 'basic_auth');
  const general = child(job, 'authorization');
  const bearer = files.value(job, 'bearer_token');
  const parts = basic
    ? [files.value(basic, 'username') ?? '', files.value(basic, 'password') ?? '']
    : [general ? files.value(general, 'credentials') : bearer];
  if (parts.includes(UNKNOWN)) return UNKNOWN;
  if (basic) return `Basic ${btoa(parts.join(':'))}`;
  if (parts[0] === undefined) return undefined;
  return `${text(child(general, 'type')) ?? 'Bearer'} ${parts[0]}`;
}

function tlsOf(config: YamlNode | undefined, files: ReferencedFiles): ProbeTls | 'unknown' | undefined {
  if (config === undefined) return undefined;
  const named = ['ca_file', 'cert_file', 'key_file'].map((key) => child(config, key));
  const [caFile, certFile, keyFile] = named.map((node) => node && files.pathOf(node));
  if (named.some((node, index) => node !== undefined && [caFile, certFile, keyFile][index] === undefined))
    return 'unknown';
  return {
    caFile,
    ca: text(child(config, 'ca')),
    certFile,
    keyFile,
    serverName: text(child(config, 'server_name')),
    insecure: text(child(config, 'insecure_skip_verify')) === 'true',
  };
}

/** Host and port of a URL or an address of a target, with the scheme's port when none is written. */
export function hostAndPort(url: string): { readonly host: string; readonly port: number } | undefined {
  const [, scheme = '', authority = ''] = /^(https?):\/\/([^/?#]+)/.exec(url) ?? [];
  const address = splitAddress(authority);
  if (!address) return undefined;
  return { host: address.host, port: address.port ?? (scheme === 'https' ? 443 : 80) };
}
