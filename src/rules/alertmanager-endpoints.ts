import type { Document } from '../model/document.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { child, text } from '../model/yaml-node.js';
import { nameOf, valuesOf, type KindValue } from '../schema/values.js';
import { endpointOf, type Endpoint } from './endpoint.js';
import { usesProxy } from './target-endpoints.js';

const KINDS = ['http-url', 'secret-url', 'template-url', 'url', 'host-port'] as const;

/** Links that are shown to people, whose browsers are elsewhere. */
const LINKS: ReadonlySet<string> = new Set([
  'client_url',
  'title_link',
  'icon_url',
  'image_url',
  'thumb_url',
  'url_title',
]);

/** Every address that an alertmanager.yml makes Alertmanager connect to. */
export function alertmanagerEndpoints(stack: Stack): Endpoint[] {
  return stack.documents.flatMap((document) => {
    const service =
      document.kind === 'alertmanager'
        ? stack.project.services.find(({ name }) => name === document.place.service)
        : undefined;
    return service ? KINDS.flatMap((kind) => ofKind(stack, service, document, kind)) : [];
  });
}

function ofKind(stack: Stack, asker: ComposeService, document: Document, kind: (typeof KINDS)[number]): Endpoint[] {
  const isProxied = usesProxy(child(document.root, 'global', 'http_config'));
  return valuesOf(document, kind).flatMap((value) => {
    const written = text(value.node);
    if (written === undefined || LINKS.has(value.key)) return [];
    if (value.key !== 'proxy_url' && kind !== 'host-port' && (isProxied || hasProxy(value))) return [];
    const endpoint = endpointOf(stack, {
      asker,
      askerTitle: 'Alertmanager',
      label: '',
      at: value.node.at,
      subject: { service: asker.name },
      address: written,
      wants: kind === 'host-port' ? 'any' : 'http',
    });
    // Paths and parameters of hooks are secrets, which messages do not quote.
    return endpoint ? [{ ...endpoint, label: `${nameOf(value)} ("${endpoint.written?.authority ?? ''}")` }] : [];
  });
}

function hasProxy({ inside }: KindValue): boolean {
  return usesProxy(child(inside?.node, 'http_config')) || usesProxy(inside?.node);
}
