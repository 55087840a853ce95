import type { Document } from '../../model/document.js';
import { child, items, text, type MappingNode } from '../../model/yaml-node.js';
import { jobOf, mappingsOf, ownerOf } from '../../schema/values.js';
import type { DocumentRule, Problem } from '../rule.js';

/** Clients that take any certificate. */
export const rule: DocumentRule = {
  scope: 'document',
  kinds: ['prometheus', 'scrape-configs', 'alertmanager', 'blackbox', 'grafana-datasources'],
  code: 'security/tls-not-verified',
  severity: 'notice',
  summary: 'the certificate of a server is not verified',
  why: 'Without verification TLS hides what is said from those who only listen, and from nobody who stands between. Where a password or token is sent along, he has it: that is a warning.',
  remedy: 'name the certificate of the authority in `ca_file`, and the name in the certificate in `server_name`',
  check: (document) => (document.kind === 'grafana-datasources' ? ofDatasources(document) : ofClients(document)),
};

function ofClients(document: Document): Problem[] {
  return mappingsOf(document, 'tls_config').flatMap((value): Problem[] => {
    const skip = child(value.node, 'insecure_skip_verify');
    if (!skip || text(skip) !== 'true') return [];
    const job = jobOf(value);
    const sends = value.inside !== undefined && hasCredentials(value.inside.node);
    const owner = ownerOf(value);
    return [
      {
        message: `"insecure_skip_verify: true"${owner === '' ? '' : ` of ${owner}`} takes any certificate${sends ? ', and gets a password or token sent' : ''}`,
        at: skip.at,
        ...(job === undefined ? {} : { subject: { job } }),
        ...(sends ? { severity: 'warning' as const } : {}),
      },
    ];
  });
}

const CREDENTIALS = [
  'basic_auth',
  'authorization',
  'bearer_token',
  'bearer_token_file',
  'oauth2',
  'sigv4',
  'credentials',
];

function hasCredentials(node: MappingNode): boolean {
  return CREDENTIALS.some((key) => node.entries.has(key));
}

function ofDatasources({ root }: Document): Problem[] {
  return items(child(root, 'datasources')).flatMap((source): Problem[] => {
    const skip = child(source, 'jsonData', 'tlsSkipVerify');
    if (!skip || text(skip) !== 'true') return [];
    return [
      {
        message: `"tlsSkipVerify: true" of data source "${text(child(source, 'name')) ?? ''}" takes any certificate`,
        at: skip.at,
        help: 'set tlsAuthWithCACert, and give the certificate of the authority in tlsCACert of secureJsonData',
      },
    ];
  });
}
