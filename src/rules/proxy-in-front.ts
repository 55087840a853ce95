import type { ComposeService, Stack } from '../model/stack.js';
import { imageName } from '../model/service-flags.js';

/** What asks for a password, in the configuration of nginx, Caddy, HAProxy, Apache and Traefik. */
const AUTHENTICATES =
  /\bauth_basic\s+(?!off\b)|\bauth_request\s|\bbasic_?auth\b|\bforward_?auth\b|\bdigest_?auth\b|http-request\s+auth|\bauth_http|\bAuthType\s|\bssl_verify_client\s+on|\bauthenticate\s+with\b/i;
const MIDDLEWARE = /^traefik\.http\.middlewares\.([^.]+)\.(?:basicauth|digestauth|forwardauth)\./i;
const USES = /^traefik\.http\.routers\.[^.]+\.middlewares$/i;
/** Proxies whose one purpose it is to ask who comes. */
const GATES = /^(?:oauth2-proxy|oauth2_proxy|pomerium|vouch-proxy|authelia|authentik|authentik-proxy)$/;

/** What asks for a password in a stack; built once, since stacks have many services. */
interface Gatekeepers {
  readonly middlewares: ReadonlySet<string>;
  readonly traefik: ComposeService | undefined;
  /** Proxies that ask, each with all that it is told. */
  readonly proxies: readonly { readonly service: ComposeService; readonly told: string }[];
}

const known = new WeakMap<Stack, Gatekeepers>();

/** The service that asks for a password before it passes requests on to this one; undefined when none does. */
export function proxyInFront(stack: Stack, service: ComposeService): ComposeService | undefined {
  const { middlewares, traefik, proxies } = known.get(stack) ?? gatekeepersOf(stack);
  const used = [...service.labels].flatMap(([name, label]) => (USES.test(name) ? (label?.value.split(',') ?? []) : []));
  if (used.some((one) => middlewares.has(plain(one)) || /auth/i.test(one))) return traefik ?? service;
  const names = namesOf(service);
  return proxies.find((proxy) => proxy.service !== service && names.some((name) => mentions(proxy.told, name)))
    ?.service;
}

function gatekeepersOf(stack: Stack): Gatekeepers {
  const { services } = stack.project;
  const found: Gatekeepers = {
    middlewares: middlewaresOf(stack),
    traefik: services.find(({ image }) => imageName(image?.value ?? '') === 'traefik'),
    proxies: services.flatMap((service) => {
      const told = toldTo(stack, service);
      return told === undefined ? [] : [{ service, told }];
    }),
  };
  known.set(stack, found);
  return found;
}

/** `auth@docker` is the middleware `auth`. */
function plain(name: string): string {
  return name.trim().replace(/@.*$/, '').toLowerCase();
}

function middlewaresOf(stack: Stack): ReadonlySet<string> {
  const names = stack.project.services.flatMap(({ labels }) =>
    [...labels.keys()].flatMap((label) => MIDDLEWARE.exec(label)?.[1]?.toLowerCase() ?? []),
  );
  return new Set(names);
}

/** What a proxy that asks for a password is told, which names those behind it; undefined for all other services. */
function toldTo(stack: Stack, { name, image, command, environment }: ComposeService): string | undefined {
  const texts = (stack.texts ?? []).filter(({ service }) => service === name).map(({ file }) => file.text);
  const gate = GATES.test(imageName(image?.value ?? ''));
  if (!gate && !texts.some((text) => AUTHENTICATES.test(text))) return undefined;
  const own = gate ? [...command, ...environment.values()].map((word) => word?.value ?? '') : [];
  return [...texts, ...own].join('\n');
}

function namesOf({ name, containerName, networks }: ComposeService): string[] {
  return [name, ...(containerName ? [containerName.value] : []), ...[...networks.values()].flat()];
}

/** Whether a text has the name as a host: alone between what cannot be in a host name. */
function mentions(all: string, name: string): boolean {
  for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
    const before = all[at - 1] ?? ' ';
    const after = all[at + name.length] ?? ' ';
    if (/[\s/@"'=,]/.test(before) && /[\s/:;"',]/.test(after)) return true;
  }
  return false;
}
