import type { Cause } from '../model/cause.js';

/** Why an image could not be pulled, and whether asking again may help. */
export interface PullFailure {
  readonly kind: 'transient' | 'permanent';
  readonly cause: Extract<
    Cause,
    | 'image-unavailable'
    | 'image-denied'
    | 'image-rate-limited'
    | 'registry-unavailable'
    | 'wrong-architecture'
    | 'disk-full'
  >;
  /** For people, a few words. */
  readonly why: string;
}

type Row = readonly [RegExp, PullFailure['kind'], PullFailure['cause'], string];

/**
 * What Docker says of a pull that failed, telling words first. `docker compose pull` hands on the engine's words, and those are the
 * registry's; words of the registry API: https://distribution.github.io/distribution/spec/api/#errors-2
 */
const WORDS: readonly Row[] = [
  // A limit lasts for minutes or hours, and each new question counts.
  [
    /toomanyrequests|too many requests|(?:unauthenticated )?pull rate limit|\b429\b/i,
    'permanent',
    'image-rate-limited',
    'the registry limits the rate of pulls',
  ],
  [/no space left on device/i, 'permanent', 'disk-full', 'the disk of the engine is full'],
  [
    /no matching manifest for \S+|no match for platform in manifest|does not match the (?:specified|detected) (?:host )?platform|does not provide the specified platform/i,
    'permanent',
    'wrong-architecture',
    'the image is not made for this machine',
  ],
  // Docker Hub tells nobody whether an image exists that they may not see.
  [
    /repository (?:\S+ )?(?:does not exist|not found)|(?:manifest|name|repository name)(?: \S+)? (?:unknown|not known)|manifest for \S+ not found|invalid reference format|repository name must be|no such image|:? ?404 not found|(?:\/v2\/\S+|\bresolve reference "[^"]+"): not found|\S+:\S+: not found/i,
    'permanent',
    'image-unavailable',
    'the registry has no such image, or does not show it',
  ],
  [
    /\bdenied\b|unauthorized|authentication required|no basic auth credentials|incorrect username or password|insufficient[ _]scope|\b40[13] (?:forbidden|unauthorized)|forbidden/i,
    'permanent',
    'image-denied',
    'the registry does not let this machine pull it',
  ],
  // The certificate will be the same next time; so will a registry that speaks no TLS.
  [
    /x509:|certificate (?:signed by unknown|has expired|is valid for)|server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/i,
    'permanent',
    'registry-unavailable',
    'there is no secure connection to the registry',
  ],
  [/TLS handshake timeout/i, 'transient', 'registry-unavailable', 'the TLS handshake with the registry timed out'],
  [
    /timeout exceeded while awaiting headers|i\/o timeout|deadline exceeded|timed out|request canceled while waiting|no progress for [\d.]+ s/i,
    'transient',
    'registry-unavailable',
    'the registry did not answer in time',
  ],
  [
    /connection refused|connection reset|broken pipe|no route to host|network is unreachable|connection (?:was )?closed|use of closed network connection|server misbehaving|temporary failure in name resolution|stream error|GOAWAY/i,
    'transient',
    'registry-unavailable',
    'the registry cannot be reached',
  ],
  [
    /(?:status(?: code)?:?|unexpected HTTP status:?|status code \S+:) ?5\d\d|\b50[0234] (?:internal|not implemented|bad|service|gateway)|internal server error|bad gateway|service unavailable|gateway time-?out/i,
    'transient',
    'registry-unavailable',
    'the registry answers with a server error',
  ],
  [/\bunexpected EOF\b|: EOF\b|\bEOF$/m, 'transient', 'registry-unavailable', 'the registry closed the connection'],
  [/no such host/i, 'permanent', 'registry-unavailable', 'the name of the registry does not resolve'],
  [
    /filesystem layer verification failed|failed to register layer: .*(?:unexpected|corrupt)/i,
    'transient',
    'registry-unavailable',
    'a layer came damaged',
  ],
];

/** Judges what Docker printed. What is not known is not tried again: it would hide what is wrong. Pure. */
export function classifyPull(output: string): PullFailure | undefined {
  const said = errorsOf(output);
  const row = WORDS.find(([words]) => words.test(said));
  return row && { kind: row[1], cause: row[2], why: row[3] };
}

/** Without lines of progress, in which names of images and layers could look like words of an error. */
function errorsOf(output: string): string {
  const lines = output.split('\n').map((line) => line.trim());
  const errors = lines.filter((line) =>
    /^(?:Error response from daemon|failed to|Error:|error )|\bError\b/i.test(line),
  );
  return (errors.length > 0 ? errors : lines).join('\n');
}
