/** One level of a table of paths; `undefined` below means that no path of the table continues there. */
export interface PathTable<T> {
  readonly value?: T | undefined;
  /** The table below a key. */
  at(key: string): PathTable<T> | undefined;
}

/** A table of what holds at paths such as `services.*.build.args`, where `*` stands for any key; walked key by key. */
export function pathTable<T>(patterns: Readonly<Record<string, T>>): PathTable<T> {
  const root = new Level<T>();
  for (const [pattern, value] of Object.entries(patterns)) root.add(pattern.split('.'), value);
  return root;
}

class Level<T> implements PathTable<T> {
  value?: T;
  readonly #named = new Map<string, Level<T>>();
  #any: Level<T> | undefined;

  at(key: string): Level<T> | undefined {
    return this.#named.get(key) ?? this.#any;
  }

  add([first, ...rest]: readonly string[], value: T): void {
    if (first === undefined) {
      this.value = value;
      return;
    }
    const known = first === '*' ? this.#any : this.#named.get(first);
    const next = known ?? new Level<T>();
    if (first === '*') this.#any = next;
    else this.#named.set(first, next);
    next.add(rest, value);
  }
}

/** The table at a path of keys. */
export function tableAt<T>(table: PathTable<T> | undefined, path: readonly string[]): PathTable<T> | undefined {
  return path.reduce((level, key) => level?.at(key), table);
}
