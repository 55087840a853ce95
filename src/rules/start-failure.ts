import type { Cause } from '../model/cause.js';
import { classifyPull } from './pull-failure.js';

/** What Docker's words say: why, the thing they name, and the words without what is the same in all of them. */
export interface StartFailure {
  readonly cause: Cause;
  /** Path, program, name or device, as Docker quotes it. */
  readonly thing?: string | undefined;
  readonly words: string;
}

type Row = readonly [RegExp, Cause];

/** Telling words first; a group is the thing they are about. Words of Engine 20.10 to 29 with runc. */
const WORDS: readonly Row[] = [
  [/port is already allocated|address already in use|failed to bind host port/i, 'port-in-use'],
  [
    /non-overlapping IPv4 address pool|address pools have been fully subnetted|Pool overlaps with other one/i,
    'networks-exhausted',
  ],
  [/container name "\/?([^"]+)" is already in use/i, 'name-in-use'],
  [/no space left on device/i, 'disk-full'],
  [/unable to find (?:user|group) ([^\s:]+)|no matching entries in (?:passwd|group) file/i, 'user-missing'],
  [/adding custom device "([^"]+)"|select device driver "([^"]*)"|nvidia-container-cli|CDI device/i, 'device-missing'],
  [
    /bind source path does not exist: (\S+)|mounting "([^"]+)" to rootfs|mount(?:ing|ed) a? ?directory onto a file|failed to mount local volume: mount ([^\s:,]+)|error while creating mount source path '([^']+)'|creating mountpoints?/i,
    'mount-failed',
  ],
  [/exec format error|does not match the detected host platform/i, 'wrong-architecture'],
  [
    /exec: "([^"]+)": (?:executable file not found|stat \S+: no such file or directory)|exec (\S+): no such file or directory|executable file not found|no such file or directory: unknown/i,
    'command-not-found',
  ],
  [/exec: "([^"]+)": (?:permission denied|is a directory)|permission denied: unknown/i, 'command-not-executable'],
];

/** What can only be said of images. */
const OF_IMAGES = /unable to get image|failed to solve|no such image/i;

/** Words that stand before each failure of a start. */
const WRAPPING =
  /^(?:error(?: response)? from daemon|failed to create task for container|failed to create shim task|OCI runtime create failed|runc create failed|unable to start container process|error during container init|failed to set up container networking|\w+_linux\.go:\d+|(?:starting container process|container init) caused): /i;

/** Judges what docker compose, or the engine, said of a container that could not be made or started. Pure. */
export function classifyStart(output: string): StartFailure {
  const words = tellingLine(output);
  for (const [pattern, cause] of WORDS) {
    const match = pattern.exec(output);
    if (match) return { cause, thing: match.slice(1).find(Boolean), words };
  }
  const pulled = classifyPull(output);
  if (pulled) return { cause: pulled.cause, words };
  return { cause: OF_IMAGES.test(output) ? 'image-unavailable' : 'bring-up-failed', words };
}

/** The line that says what is wrong, without what Docker wraps around it. */
function tellingLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let telling = lines.findLast((line) => /error|failed|denied|not found|in use/i.test(line)) ?? lines.at(-1);
  if (telling === undefined) return 'docker compose said nothing';
  for (let shorter = telling.replace(WRAPPING, ''); shorter !== telling; shorter = telling.replace(WRAPPING, ''))
    telling = shorter;
  return telling.replace(/: unknown$/, '');
}
