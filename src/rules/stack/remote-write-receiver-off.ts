import { commandLine, flag } from '../../model/service-flags.js';
import type { ComposeService, Stack } from '../../model/stack.js';
import { knownOf } from '../known-service.js';
import { remotesOf } from '../prometheus-endpoints.js';
import type { StackRule } from '../rule.js';

/** Samples that are written to a Prometheus which takes none. */
export const rule: StackRule = {
  scope: 'stack',
  code: 'stack/remote-write-receiver-off',
  severity: 'error',
  summary: 'remote_write goes to a Prometheus whose receiver is off',
  why: 'A Prometheus takes samples by remote write only with --web.enable-remote-write-receiver. Without it each request is answered with 404, and the samples are dropped.',
  remedy: 'add --web.enable-remote-write-receiver to the command of the Prometheus that is to receive',
  check: (stack: Stack) =>
    remotesOf(stack, 'remote_write').flatMap(({ endpoint: { meaning, label, at }, url }) => {
      if (meaning.kind !== 'service' || !meaning.shared || !/\/api\/v1\/write(?:[/?#]|$)/.test(url)) return [];
      const { service } = meaning;
      if (knownOf(service)?.role !== 'prometheus' || service.entrypoint.length > 0 || receives(service)) return [];
      return {
        message: `${label} is Prometheus "${service.name}", which takes no samples without --web.enable-remote-write-receiver`,
        at,
        subject: { service: service.name },
        related: [
          service.command[0]
            ? { message: 'its command is written here', at: service.command[0].at }
            : { message: 'the service is defined here', at: service.at },
        ],
      };
    }),
};

/** By the flag, or by the feature of that name in Prometheus 2. */
function receives(service: ComposeService): boolean {
  const isOn = commandLine(service).some(({ value }) => /^--?web\.enable-remote-write-receiver(?:=true)?$/.test(value));
  return isOn || (flag(service, 'enable-feature')?.value ?? '').split(',').includes('remote-write-receiver');
}
