import type { Document } from '../model/document.js';
import { mountFor } from '../model/mounted-path.js';
import { flag } from '../model/service-flags.js';
import type { ComposeService, Stack } from '../model/stack.js';

/** The web configuration that a service is given by `--web.config.file`; undefined when it has none, or one that cannot be seen. */
export function webConfigOf(stack: Stack, service: ComposeService): Document | undefined {
  const path = flag(service, 'web.config.file')?.value ?? '';
  if (path === '') return undefined;
  const own = mountFor(service.mounts, path)?.hostPath;
  // Two services may share a file, which is read once.
  return stack.documents.find(
    ({ kind, place }) =>
      kind === 'web' &&
      (place.service === service.name ||
        (own !== undefined && mountFor(place.mounts, place.containerPath)?.hostPath === own)),
  );
}
