import { meaningOfHost, splitAddress } from '../../model/address.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { child, items, text, type YamlNode } from '../../model/yaml-node.js';
import { isSet } from '../http-client.js';
import { reachOf } from '../exposure.js';
import type { Problem, StackRule } from '../rule.js';
import { resolvedTargets } from '../target-problems.js';

/** Passwords that are sent over the internet for everybody to read. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'security/credentials-over-http',
  severity: 'warning',
  summary: 'a password or token is sent without encryption to a server outside the stack',
  why: 'Basic authentication and bearer tokens are the secret itself. Over http everybody on the way reads it, with every scrape again. Metrics that remote_write sends over http are read by them too, which is a notice. Inside the networks of a stack nobody else is on the way.',
  remedy: 'use https: "scheme: https" in a scrape job, https in the URL of remote_write',
  check(stack) {
    const service = stack.prometheus?.service;
    return service ? [...ofJobs(stack), ...ofRemotes(stack, service)] : [];
  },
};

const CREDENTIALS = ['basic_auth', 'authorization', 'bearer_token', 'bearer_token_file', 'oauth2'];

/** One problem a job, whose first target outside is named. */
function ofJobs(stack: Stack): Problem[] {
  const told = new Set<YamlNode>();
  const jobs = stack.prometheus?.config?.jobs.filter(({ node }) => credentialOf(node) !== undefined) ?? [];
  if (jobs.length === 0) return [];
  return resolvedTargets(stack).flatMap(({ job, target, host, meaning, scraped }): Problem[] => {
    const credential = credentialOf(job.node);
    const outside = meaning.kind === 'outside' && isPublic(host);
    if (!credential || scraped.scheme !== 'http' || !outside || told.has(job.node)) return [];
    told.add(job.node);
    return [
      {
        message: `scrape job "${job.name.value}" sends its ${credential.name} to "${target.value}" over http, for everybody on the way to read`,
        at: credential.at,
        help: 'write "scheme: https"',
        subject: { job: job.name.value, target: target.value },
        related: [{ message: 'the target is outside the stack', at: target.at }],
      },
    ];
  });
}

function credentialOf(node: YamlNode): { name: string; at: YamlNode['at'] } | undefined {
  const key = CREDENTIALS.find((one) => isSet(node, one));
  if (key === undefined || node.kind !== 'mapping') return undefined;
  return { name: key, at: node.entries.get(key)?.key.at ?? node.at };
}

/** A name with a dot that is nobody's own, or an address of the internet. */
function isPublic(host: string): boolean {
  if (/^[\d.]+$|:/.test(host)) return reachOf(host) === 'everywhere';
  return host.includes('.') && !/\.(?:local|internal|lan|home|localhost|test|intranet|corp|svc)$/.test(host);
}

function ofRemotes(stack: Stack, service: ComposeService): Problem[] {
  const root = stack.prometheus?.config?.root;
  return ['remote_write', 'remote_read'].flatMap((section) =>
    items(child(root, section)).flatMap((remote): Problem[] => {
      const url = child(remote, 'url');
      const [, user, authority] = /^http:\/\/([^/?#@]*@)?([^/?#@]+)/i.exec(text(url) ?? '') ?? [];
      const address = splitAddress(authority ?? '');
      if (!url || !address || !isPublic(address.host)) return [];
      if (meaningOfHost(stack, service, address.host).kind !== 'outside') return [];
      const credential = credentialOf(remote)?.name ?? (user === undefined ? undefined : 'password');
      const what = credential === undefined ? 'metrics' : credential;
      return [
        {
          message: `${section} sends ${credential === undefined ? what : `its ${what}`} to "${address.host}" over http, for everybody on the way to read`,
          at: url.at,
          help: 'write "https" in the URL',
          subject: { service: service.name },
          ...(credential === undefined ? { severity: 'notice' as const } : {}),
        },
      ];
    }),
  );
}
