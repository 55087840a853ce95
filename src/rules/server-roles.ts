import { commandLine } from '../model/service-flags.js';
import type { ComposeService, Stack } from '../model/stack.js';
import { baseImage } from './image-facts.js';

/** Whether a service is a Prometheus server, by its image or as the one that is found by other signs. */
export function isPrometheusServer(stack: Stack, service: ComposeService): boolean {
  return stack.prometheus?.service === service || baseImage(service)?.name === 'prometheus';
}

/** The word of the command that turns on a switch; undefined when it is off. */
export function switchOn(service: ComposeService, name: string): ReturnType<typeof commandLine>[number] | undefined {
  const on = [`--${name}`, `-${name}`, `--${name}=true`, `-${name}=true`];
  return commandLine(service).find(({ value }) => on.includes(value));
}
