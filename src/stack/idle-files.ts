import type { Document } from '../model/document.js';
import type { Mount } from '../model/mount.js';
import { mountFor } from '../model/mounted-path.js';
import type { IdleFile } from '../model/stack.js';
import { filesNear } from './container-files.js';
import type { FileReader } from './file-reader.js';

/** More candidates than this are no directory of rules but somebody's whole repository. */
const MOST = 100;
const LARGEST_BYTES = 256 * 1024;

/** What a file holds, by how it starts; a file of tests for rules has `tests` and is none. */
function kindOf(text: string): IdleFile['kind'] | undefined {
  if (/^groups:\s*(?:#.*)?$/m.test(text) && /^\s+(?:- )?(?:alert|record):/m.test(text) && !/^tests:/m.test(text))
    return 'rules';
  if (/^\s*(?:\[\s*\{\s*"|- (?:targets|labels):)/.test(text) && /^\s*(?:- )?"?targets"?:|"targets"\s*:/m.test(text))
    return 'target-groups';
  return undefined;
}

/** Files of rules and of targets that are mounted into the container of Prometheus and that its configuration does not lead to. */
export function idleFiles(mounts: readonly Mount[], documents: readonly Document[], reader: FileReader): IdleFile[] {
  const loaded = new Set(documents.flatMap(({ references }) => references.flatMap(({ matches }) => matches)));
  const shown = mounts.filter(({ kind, origin }) => kind === 'bind' && (origin === 'volumes' || origin === 'configs'));
  const candidates = shown
    .flatMap((mount) => filesNear(mount, reader.files))
    .filter(({ containerPath, hostPath, mount }) => {
      if (
        !/\.(?:ya?ml|rules?|json)$/.test(containerPath) ||
        /[./-](?:example|sample|disabled|bak)\b/.test(containerPath)
      )
        return false;
      return !loaded.has(hostPath) && mountFor(mounts, containerPath)?.mount === mount;
    });
  if (candidates.length > MOST) return [];
  return candidates.flatMap(({ containerPath, hostPath }): IdleFile[] => {
    const read = reader.files.read(hostPath);
    const kind = read.ok && read.text.length <= LARGEST_BYTES ? kindOf(read.text) : undefined;
    const file = kind && reader.text(hostPath, kind);
    return kind && file ? [{ kind, file, containerPath }] : [];
  });
}
