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

/** A Dockerfile with its bases mapped; nothing when a base is unknown, or when a step would need a network. */
export function mapDockerfile(text: string, imageOf: (kind: ImageKind) => string): string | undefined {
  if (/^\s*RUN\b.*\b(?:apk|apt|apt-get|npm|yarn|pip|pip3|curl|wget|go|git)\b/im.test(text)) return undefined;
  const stages = new Set<string>(['scratch']);
  const unknown: string[] = [];
  const mapped = text.replace(FROM, (_all, from: string, image: string, as: string | undefined, stage?: string) => {
    const isStage = stages.has(image);
    if (stage !== undefined) stages.add(stage);
    const kind = imageKind(image);
    if (!isStage && kind === 'stand-in') unknown.push(image);
    return `${from}${isStage ? image : imageOf(kind)}${as ?? ''}`;
  });
  return unknown.length === 0 ? mapped : undefined;
}
