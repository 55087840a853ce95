/** What runs in place of an image that nobody may be able to pull here. `bare` images hold a program and its libraries: no shell, no tools. */
export const IMAGE_KINDS = [
  'prometheus',
  'prometheus-v2',
  'prometheus-bare',
  'alertmanager',
  'alertmanager-bare',
  'redis',
  'grafana',
  'node',
  'stand-in',
  'stand-in-bare',
] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** Of these the fixture's own entry point, command and healthcheck stay: they are the real servers, or a shell with Node. */
export const REAL: ReadonlySet<ImageKind> = new Set<ImageKind>([
  'prometheus',
  'prometheus-v2',
  'prometheus-bare',
  'alertmanager',
  'alertmanager-bare',
  'redis',
  'node',
]);

const KNOWN: readonly (readonly [RegExp, ImageKind])[] = [
  [/^(?:prom|prometheus)\/prometheus$/, 'prometheus'],
  [/^(?:prom|prometheus)\/alertmanager$/, 'alertmanager'],
  [/^(?:redis|valkey\/valkey)$/, 'redis'],
  [/^grafana\/grafana(?:-oss|-enterprise)?$/, 'grafana'],
  [/^(?:node|busybox|alpine|debian|ubuntu)$/, 'node'],
];

/** The kind of server that a fixture means by the name of an image. */
export function imageKind(image: string): ImageKind {
  const [name = '', tag = ''] = image.replace(/@sha256:.*/, '').split(/:(?=[^/]*$)/);
  const repository = name.replace(/^(?:docker\.io|quay\.io|ghcr\.io)\//, '').replace(/^library\//, '');
  const kind = KNOWN.find(([pattern]) => pattern.test(repository))?.[1] ?? 'stand-in';
  if (kind === 'prometheus' && /^v?2(?:\.|$)/.test(tag)) return 'prometheus-v2';
  if (kind === 'prometheus' && tag.includes('distroless')) return 'prometheus-bare';
  return kind;
}

const FROM = /^([ \t]*FROM[ \t]+)(?:--platform=\S+[ \t]+)?(\S+)([ \t]+AS[ \t]+(\S+))?/gim;
// A step that wants a network, or a user that only the image upstream has.
const NOT_HERE =
  /^\s*RUN\b.*\b(?:apk|apt|apt-get|npm|yarn|pip|pip3|curl|wget|go|git)\b|\bnode:node\b|^\s*USER\s+node\b/im;

/** What the last stage of a Dockerfile stands on: a repository's name, `scratch`, or nothing when there is no stage. */
export function finalBase(text: string): string | undefined {
  const bases = new Map<string, string>();
  let last: string | undefined;
  for (const [, , image = '', , stage] of text.matchAll(FROM)) {
    last = bases.get(image) ?? image;
    if (stage !== undefined) bases.set(stage, last);
  }
  return last;
}

/**
 * A Dockerfile with its bases mapped. Nothing when a base is unknown, when a step cannot run here, or when nobody knows what
 * the program is, since there is nothing below it.
 */
export function mapDockerfile(text: string, imageOf: (kind: ImageKind) => string): string | undefined {
  if (NOT_HERE.test(text)) return undefined;
  const stages = new Set<string>(['scratch']);
  const unknown: string[] = [];
  const mapped = text.replace(FROM, (_all, from: string, image: string, as: string | undefined, stage?: string) => {
    const isStage = stages.has(image);
    if (stage !== undefined) stages.add(stage);
    const kind = imageKind(image);
    if (!isStage && kind === 'stand-in') unknown.push(image);
    return `${from}${isStage ? image : imageOf(kind)}${as ?? ''}`;
  });
  const hasBase = [...text.matchAll(FROM)].some(([, , image = '']) => imageKind(image) !== 'stand-in');
  return hasBase && unknown.length === 0 ? mapped : undefined;
}
