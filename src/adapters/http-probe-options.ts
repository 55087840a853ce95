import { readFileSync } from 'node:fs';
import type { RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { ProbeRequest, ProbeTls } from '../ports/inspection.js';

/** How node is to make a request. Throws when a file of certificates cannot be read. */
export function optionsOf(url: URL, asked: ProbeRequest): RequestOptions {
  return { ...plainOptions(url, asked), ...(url.protocol === 'https:' ? tlsOptions(url, asked.tls) : {}) };
}

function plainOptions(url: URL, { address, headers }: ProbeRequest): RequestOptions {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return {
    host: address,
    port,
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    headers: { Host: url.host, ...headers },
    agent: false,
    family: isIP(address),
  };
}

function tlsOptions(url: URL, tls: ProbeTls | undefined): Record<string, unknown> {
  const name = tls?.serverName ?? url.hostname.replaceAll(/^\[|\]$/g, '');
  const authority = tls?.ca ?? (tls?.caFile === undefined ? undefined : readFileSync(tls.caFile));
  return {
    // An address has no place in the extension, but is what the certificate is compared with.
    ...(isIP(name) ? {} : { servername: name }),
    rejectUnauthorized: tls?.insecure !== true,
    ...(authority === undefined ? {} : { ca: authority }),
    ...(tls?.certFile === undefined ? {} : { cert: readFileSync(tls.certFile) }),
    ...(tls?.keyFile === undefined ? {} : { key: readFileSync(tls.keyFile) }),
  };
}
