import { flag } from '../model/service-flags.js';
import type { ComposeService } from '../model/stack.js';
import type { Located } from '../model/source.js';

/** The path below which an Alertmanager answers and the flag that sets it; empty without one. */
export function alertmanagerPrefix(service: ComposeService): Located<string> {
  const prefix = flag(service, 'web.route-prefix');
  const external = flag(service, 'web.external-url');
  // The prefix is the path of the external URL when it is not set itself.
  const written = prefix ?? external;
  const path = prefix?.value ?? (external?.value ?? '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  return { value: normalised(path), at: written?.at ?? service.at };
}

/** With a slash before it and none after it; empty for the root. */
export function normalised(path: string): string {
  const trimmed = path.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
