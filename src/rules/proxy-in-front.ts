import type { ComposeService, Stack } from '../model/stack.js';
import { imageName } from '../model/service-flags.js';

/** What asks for a password, in the configuration of nginx, Caddy, HAProxy, Apache and Traefik. */
const AUTHENTICATES =
  /\bauth_basic\s+(?!off\b)|\bauth_request\s|\bbasic_?auth\b|\bforward_?auth\b|\bdigest_?auth\b|http-request\s+auth|\bauth_http|\bAuthType\s|\bssl_verify_client\s+on|\bauthenticate\s+with\b/i;
const MIDDLEWARE = /^traefik\.http\.middlewares\.([^.]+)\.(?:basicauth|digestauth|forwardauth)\./i;
const USES = /^traefik\.http\.routers\.[^.]+\.middlewares$/i;
/** Proxies whose one purpose it is to ask who comes. */
const GATES = /^(?:oauth2-proxy|oauth2_proxy|pomerium|vouch-proxy|authelia|authentik|authentik-proxy)$/;

const known = new WeakMap<Stack, ReadonlySet<string>>();

/** The service that asks for a password before it passes requests on to this one; undefined when none does. */
export function proxyInFront(stack: Stack, service: ComposeService): ComposeService | undefined {
  const middlewares = known.get(stack) ?? middlewaresOf(stack);
  known.set(stack, middlewares);
  const used = [...service.labels].flatMap(([name, label]) => (USES.test(name) ? (label?.value.split(',') ?? []) : []));
  if (used.some((one) => middlewares.has(plain(one)) || /auth/i.test(one)))
    return stack.project.services.find(({ image }) => imageName(image?.value ?? '') === 'traefik') ?? service;
  return stack.project.services.find((other) => other !== service && passesTo(stack, other, service));
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

function passesTo(stack: Stack, proxy: ComposeService, service: ComposeService): boolean {
  const texts = (stack.texts ?? []).filter((one) => one.service === proxy.name).map(({ file }) => file.text);
  const gate = GATES.test(imageName(proxy.image?.value ?? ''));
  const own = gate ? [...proxy.command, ...proxy.environment.values()].map((word) => word?.value ?? '') : [];
  const all = [...texts, ...own].join('\n');
  if (all === '' || (!gate && !AUTHENTICATES.test(all))) return false;
  return namesOf(service).some((name) => mentions(all, name));
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
