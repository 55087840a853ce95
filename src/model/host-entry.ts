/** What is at a path of this machine, for what containers see of it. */
export interface HostEntry {
  readonly kind: 'file' | 'directory' | 'other' | 'missing';
  /** Undefined where owners and permissions of this machine are not those that a container sees, as in Docker Desktop. */
  readonly access?: HostAccess | undefined;
  /** Of a missing one: whether the repository would have it, were it there. Git ignores it, or it is outside, when not. */
  readonly belongs?: boolean | undefined;
  /** Of a directory at which a mount starts: what is in it. */
  readonly names?: readonly string[] | undefined;
  /** Of a missing one: the names in its directory. */
  readonly siblings?: readonly string[] | undefined;
}

/** Permission bits and numeric owners. */
export interface HostAccess {
  /** The lower nine bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}
