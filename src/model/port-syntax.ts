/** The short syntax of a port, in parts; each as written. */
export interface ShortPort {
  /** Without the brackets of IPv6; empty for all addresses. */
  readonly address: string;
  /** A port or a range; empty when Docker picks one. */
  readonly published: string;
  readonly target: string;
  readonly protocol: string;
}

const SHORT =
  /^(?:(?:(?<address>\[[^\]]*\]|[^[\]]*):)?(?<published>[^:[\]]*):)?(?<target>[^:/[\]]*)(?:\/(?<protocol>[^:/]*))?$/;

/** `[[ADDRESS:]PUBLISHED:]TARGET[/PROTOCOL]` in parts, which may be invalid; undefined when it has no such parts. */
export function splitPort(written: string): ShortPort | undefined {
  const { address = '', published = '', target = '', protocol = 'tcp' } = SHORT.exec(written)?.groups ?? {};
  return SHORT.test(written)
    ? { address: address.replace(/^\[(.*)\]$/, '$1'), published, target, protocol }
    : undefined;
}
