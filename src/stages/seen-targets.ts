import type { ActiveTarget, DroppedTarget, TargetList } from '../model/observation.js';

/** What is kept of very long lists, for the record: what is not up is evidence, what is up is one like the other. */
const MOST_UP = 500;
const MOST_NOT_UP = 2000;
const MOST_DROPPED = 500;

/** The targets as they were last seen, each scrape pool in its last answer. */
export class SeenTargets {
  #active = new Map<string, ActiveTarget[]>();
  #dropped: DroppedTarget[] = [];
  #up = 0;
  #notUp = 0;
  #omitted = 0;

  /** A new answer begins, about these scrape pools or about all. */
  begin(pools?: ReadonlySet<string>): void {
    for (const pool of pools ?? [...this.#active.keys()]) {
      for (const { health } of this.#active.get(pool) ?? []) {
        if (health === 'up') this.#up--;
        else this.#notUp--;
      }
      this.#active.delete(pool);
    }
    if (!pools) this.#omitted = 0;
  }

  see(target: ActiveTarget): void {
    const isUp = target.health === 'up';
    if (isUp ? this.#up >= MOST_UP : this.#notUp >= MOST_NOT_UP) {
      this.#omitted++;
      return;
    }
    if (isUp) this.#up++;
    else this.#notUp++;
    const list = this.#active.get(target.scrapePool);
    if (list) list.push(target);
    else this.#active.set(target.scrapePool, [target]);
  }

  beginDropped(): void {
    this.#dropped = [];
  }

  seeDropped({ scrapePool, address }: DroppedTarget): void {
    if (this.#dropped.length < MOST_DROPPED) this.#dropped.push({ scrapePool, address });
  }

  get list(): TargetList {
    const active = [...this.#active.values()].flat();
    return { active, dropped: this.#dropped, ...(this.#omitted > 0 ? { omitted: this.#omitted } : {}) };
  }
}
