import type { Envelope } from '@minhai/events';

/** What the amendment rules look at. An event with `voids` is a void; every other event is content. */
export type Amendable = Pick<
  Envelope,
  'id' | 'source' | 'type' | 'subject' | 'recordedTime' | 'correctionOf' | 'voids'
>;

export interface UnauthorisedAmendment<E extends Amendable> {
  readonly amendment: E;
  readonly target: E;
}

/** What amendments leave of a set of events. The order of the lists is not significant. */
export interface Resolution<E extends Amendable> {
  /** At most one content event per chain: the one that counts. */
  readonly effective: readonly E[];
  /** Corrections whose target is not in the set, unless they are voided themselves. */
  readonly orphans: readonly E[];
  /** Amendments that may not amend their target, unless they are voided themselves. */
  readonly unauthorised: readonly UnauthorisedAmendment<E>[];
}

/**
 * Corrections form trees; of each tree the event with the latest recordedTime (ties: the greater id) is effective.
 * A void takes its target and all that corrects it, directly or not. An amendment counts only for a target of the
 * same source, a correction only for one of the same type and subject as well: otherwise a void does nothing and a
 * correction counts for nothing, with all that builds on it. A void cannot be amended.
 *
 * A correction whose target is unknown stands for the target: siblings of one source, type and subject that correct
 * the same unknown event replace each other, and a void of the unknown event by that source takes them.
 * A cycle is one tree without a root. The result depends on the set alone, never on its order.
 */
export function resolveChains<E extends Amendable>(members: readonly E[]): Resolution<E> {
  if (!members.some(isAmendment)) return { effective: distinct(members), orphans: [], unauthorised: [] };
  return new ChainResolver(members).resolve();
}

/** The content events that count when only what was recorded until `knownAt` (epoch ms, inclusive) is known. */
export const effectiveSet = <E extends Amendable>(members: readonly E[], knownAt: number): readonly E[] =>
  resolveChains(members.filter((member) => member.recordedTime <= knownAt)).effective;

export const isVoid = (event: Amendable): boolean => event.voids !== undefined;

export const isAmendment = (event: Amendable): boolean => event.correctionOf !== undefined || isVoid(event);

/** The id an amendment points at; undefined for an original. */
export const targetOf = (event: Amendable): string | undefined => event.voids ?? event.correctionOf;

function distinct<E extends Amendable>(members: readonly E[]): readonly E[] {
  const ids = new Set(members.map((member) => member.id));
  return ids.size === members.length
    ? members
    : [...new Map(members.map((member) => [member.id, member])).values()];
}

/** Where an event stands: the tree it belongs to and whether it, or anything it builds on, was struck out. */
interface Place {
  readonly tree: string;
  readonly voided: boolean;
  readonly refused: boolean;
}

class ChainResolver<E extends Amendable> {
  private readonly byId: ReadonlyMap<string, E>;
  private readonly places = new Map<string, Place>();
  /** Void target id → sources that voided it. Authority is checked where the target is looked at. */
  private readonly voidSources = new Map<string, Set<string>>();

  constructor(members: readonly E[]) {
    this.byId = new Map(members.map((member) => [member.id, member]));
    for (const member of this.byId.values()) {
      if (member.voids === undefined) continue;
      const sources = this.voidSources.get(member.voids) ?? new Set();
      this.voidSources.set(member.voids, sources.add(member.source));
    }
  }

  resolve(): Resolution<E> {
    const best = new Map<string, E>();
    const orphans: E[] = [];
    const unauthorised: UnauthorisedAmendment<E>[] = [];
    for (const event of this.byId.values()) {
      const target = this.byId.get(targetOf(event) ?? '');
      const place = isVoid(event) ? undefined : this.placeOf(event);
      if (place?.voided) continue;
      if (target && !mayAmend(event, target)) unauthorised.push({ amendment: event, target });
      if (!place || place.refused) continue;
      if (event.correctionOf !== undefined && !target) orphans.push(event);
      const rival = best.get(place.tree);
      if (!rival || isLater(event, rival)) best.set(place.tree, event);
    }
    return { effective: [...best.values()], orphans, unauthorised };
  }

  /** Walks up to the root, to an event already placed, or around a cycle; then places everything passed on the way. */
  private placeOf(event: E): Place {
    const path: E[] = [];
    const onPath = new Set<string>();
    let current: E | undefined = event;
    while (current && !this.places.has(current.id) && !onPath.has(current.id)) {
      path.push(current);
      onPath.add(current.id);
      current = this.predecessorOf(current);
    }
    let above =
      current && (this.places.get(current.id) ?? this.placeOfCycle(path.slice(path.indexOf(current))));
    for (const member of path.reverse()) {
      above = this.places.get(member.id) ?? this.placeBelow(member, above);
      this.places.set(member.id, above);
    }
    return above!;
  }

  private placeBelow(event: E, above: Place | undefined): Place {
    const ownVoid = this.isVoided(event.id, event.source);
    if (above) return { ...above, voided: above.voided || ownVoid };
    const target = event.correctionOf === undefined ? undefined : this.byId.get(event.correctionOf);
    if (target) return { tree: event.id, voided: ownVoid, refused: true };
    if (event.correctionOf === undefined) return { tree: event.id, voided: ownVoid, refused: false };
    // An unknown target has no source of its own to compare with; whoever corrects it claims it.
    const tree = JSON.stringify([event.correctionOf, event.source, event.type, event.subject]);
    return { tree, voided: ownVoid || this.isVoided(event.correctionOf, event.source), refused: false };
  }

  private placeOfCycle(cycle: readonly E[]): Place {
    const ids = cycle.map((member) => member.id).sort();
    const place = {
      tree: ids[0]!,
      voided: cycle.some((member) => this.isVoided(member.id, member.source)),
      refused: false,
    };
    for (const id of ids) this.places.set(id, place);
    return place;
  }

  private predecessorOf(event: E): E | undefined {
    const target = event.correctionOf === undefined ? undefined : this.byId.get(event.correctionOf);
    return target && mayAmend(event, target) ? target : undefined;
  }

  private isVoided(id: string, source: string): boolean {
    return this.voidSources.get(id)?.has(source) ?? false;
  }
}

function mayAmend(amendment: Amendable, target: Amendable): boolean {
  if (isVoid(target) || amendment.source !== target.source) return false;
  return isVoid(amendment) || (amendment.type === target.type && amendment.subject === target.subject);
}

const isLater = (a: Amendable, b: Amendable): boolean =>
  a.recordedTime > b.recordedTime || (a.recordedTime === b.recordedTime && a.id > b.id);
