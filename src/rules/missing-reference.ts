import type { FileReference } from '../model/document.js';

/** Directories that images bring themselves, with bundles of certificates above all. */
const OF_THE_IMAGE = /^\/(?:etc\/(?:ssl|pki|ca-certificates)|usr|lib|opt)\//;

/** Why a file that a document names is not there, in words; undefined when it is there or cannot be seen from here. */
export function missingReference({ state, containerPath }: FileReference): string | undefined {
  if (state === 'missing') return 'there is none';
  if (state !== 'unmounted' || OF_THE_IMAGE.test(containerPath)) return undefined;
  return `nothing is mounted at "${containerPath}" in the container`;
}
