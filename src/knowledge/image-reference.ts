/** An image as a compose file names it, split. */
export interface ImageReference {
  /** Absent when none is written. */
  readonly registry?: string;
  /** Path in the registry, in lower case. */
  readonly path: string;
  /** The written tag, or `latest` when neither tag nor digest is written. */
  readonly tag?: string;
}

/** Splits `[REGISTRY/]PATH[:TAG][@DIGEST]`; undefined when it is not of that form, as with an unresolved variable. */
export function splitImage(written: string): ImageReference | undefined {
  const match = /^([\w.:/[\]-]+?)(?::([\w][\w.-]*))?(@[\w.+-]+:[0-9a-fA-F]+)?$/.exec(written);
  const name = match?.[1];
  if (name === undefined || name.endsWith('/')) return undefined;
  const tag = match?.[2] ?? (match?.[3] === undefined ? 'latest' : undefined);
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  // The Engine's own rule for what is a host.
  const registry = /[.:]/.test(first) || first === 'localhost' ? first.toLowerCase() : undefined;
  const path = (registry === undefined ? name : name.slice(slash + 1)).toLowerCase();
  if (path.includes(':')) return undefined;
  return { path, ...(registry !== undefined && { registry }), ...(tag !== undefined && { tag }) };
}
