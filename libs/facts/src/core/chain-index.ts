import { targetOf, type Amendable } from './amendment.js';

/**
 * Groups events into chains: everything linked by amendments, in either direction, directly or not. A target that
 * is not among the events links the amendments that point at it all the same.
 */
export class ChainIndex<E extends Amendable> {
  private readonly parent = new Map<string, string>();
  private readonly byId: ReadonlyMap<string, E>;
  private readonly chains = new Map<string, E[]>();

  constructor(events: readonly E[]) {
    this.byId = new Map(events.map((event) => [event.id, event]));
    for (const event of this.byId.values()) this.join(event.id, targetOf(event) ?? event.id);
    for (const event of this.byId.values()) {
      const root = this.rootOf(event.id);
      const chain = this.chains.get(root);
      if (chain) chain.push(event);
      else this.chains.set(root, [event]);
    }
  }

  /** The events of the chain an id belongs to; empty for an id that no event has or names. */
  chainOf(id: string): readonly E[] {
    return (this.parent.has(id) && this.chains.get(this.rootOf(id))) || [];
  }

  private join(a: string, b: string): void {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    if (rootA !== rootB) this.parent.set(rootA, rootB);
  }

  private rootOf(id: string): string {
    let root = id;
    for (
      let above = this.parent.get(root);
      above !== undefined && above !== root;
      above = this.parent.get(root)
    )
      root = above;
    this.parent.set(root, root);
    for (let at = id; at !== root;) {
      const above = this.parent.get(at)!;
      this.parent.set(at, root);
      at = above;
    }
    return root;
  }
}
