import {
  CellSum,
  type CellDelta,
  type Derived,
  type FactDefinition,
  type FactEvent,
  type FactRow,
  type Known,
  type Revision,
  canonicalJson,
  differsSince,
  entitiesOf,
  isAmendment,
  reviseEntity,
  targetOf,
} from '@minhai/facts';
import { FACTS } from '../facts/catalogue.generated.js';

interface Entity {
  readonly fact: FactDefinition;
  readonly name: string;
  readonly events: FactEvent[];
  derived: Derived;
}

const FACTS_BY_TYPE = new Map<string, FactDefinition[]>();
for (const fact of FACTS as readonly FactDefinition[])
  for (const type of Object.keys(fact.reads))
    FACTS_BY_TYPE.set(type, [...(FACTS_BY_TYPE.get(type) ?? []), fact]);

/** Every fact over a growing set of events, in memory and batch by batch, as the store folds it. */
export class FoldedSet {
  private readonly events = new Map<string, FactEvent>();
  private readonly amendments = new Map<string, FactEvent[]>();
  private readonly byKey = new Map<string, Entity>();

  /** Repeats and any order are allowed. */
  apply(batch: readonly FactEvent[]): void {
    const fresh = batch.filter(({ id }) => !this.events.has(id));
    for (const event of fresh) this.add(event);
    const since = new Map<Entity, number>();
    for (const event of fresh) {
      const chain = this.chainOf(event);
      for (const entity of chain.flatMap((member) => this.entitiesOf(member))) {
        const from = differsSince(entity.fact, event, chain.length > 1);
        since.set(entity, Math.min(since.get(entity) ?? Infinity, from));
      }
    }
    for (const [entity, from] of since) this.revise(entity, from);
  }

  entities(): readonly Entity[] {
    return [...this.byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entity]) => entity);
  }

  /** What the rows held true now put into cells. */
  cells(): readonly CellDelta[] {
    const sum = new CellSum((FACTS as readonly FactDefinition[]).flatMap(({ measures }) => measures));
    for (const { value } of this.heldRows()) sum.add({ ...value, dims: canonicalJson(value.dims) }, 1);
    return sum.deltas();
  }

  heldRows(): readonly Known<FactRow>[] {
    return [...this.byKey.values()].flatMap(({ derived }) =>
      derived.rows.filter(({ knownUntil }) => knownUntil === null),
    );
  }

  private add(event: FactEvent): void {
    if (this.events.has(event.id)) return;
    this.events.set(event.id, event);
    const target = targetOf(event);
    if (target !== undefined) this.amendments.set(target, [...(this.amendments.get(target) ?? []), event]);
    for (const entity of this.entitiesOf(event)) entity.events.push(event);
  }

  private entitiesOf(event: FactEvent): Entity[] {
    return (FACTS_BY_TYPE.get(event.type) ?? []).flatMap((fact) =>
      [...new Set(entitiesOf(fact, event))].map((name) => this.entityOf(fact, name)),
    );
  }

  private entityOf(fact: FactDefinition, name: string): Entity {
    const key = `${fact.name}\n${name}`;
    const known = this.byKey.get(key);
    if (known) return known;
    const entity = { fact, name, events: [], derived: { rows: [], findings: [] } };
    this.byKey.set(key, entity);
    return entity;
  }

  private chainOf(event: FactEvent): readonly FactEvent[] {
    const chain = new Map<string, FactEvent>();
    const ids = [event.id];
    const seen = new Set(ids);
    for (const id of ids) {
      const member = this.events.get(id);
      if (member) chain.set(id, member);
      const next = [member && targetOf(member), ...(this.amendments.get(id) ?? []).map((each) => each.id)];
      for (const linked of next) if (linked !== undefined && !seen.has(linked)) ids.push(linked);
      next.forEach((linked) => linked !== undefined && seen.add(linked));
    }
    return [...chain.values()];
  }

  private revise(entity: Entity, since: number): void {
    const { fact, name, derived } = entity;
    const isLinked = (event: FactEvent): boolean => isAmendment(event) || this.amendments.has(event.id);
    const members = entity.events.flatMap((event) => (isLinked(event) ? this.chainOf(event) : [event]));
    const reaching = <T>(known: readonly Known<T>[]) =>
      known.filter(({ knownUntil }) => knownUntil === null || knownUntil >= since);
    const stored = { rows: reaching(derived.rows), findings: reaching(derived.findings) };
    const revision = reviseEntity({ fact, entity: name, members: [...new Set(members)], since, stored });
    entity.derived = {
      rows: applied(derived.rows, revision.rows),
      findings: applied(derived.findings, revision.findings),
    };
  }
}

function applied<T>(before: readonly Known<T>[], { opened, retimed, dropped }: Revision<T>): Known<T>[] {
  if (opened.length + retimed.length + dropped.length === 0) return [...before];
  const nameOf = (interval: { id: string; knownFrom: number }) => `${interval.id}@${interval.knownFrom}`;
  const table = new Map(before.map((known) => [nameOf(known), known]));
  for (const interval of dropped) table.delete(nameOf(interval));
  for (const interval of retimed) {
    const known = table.get(nameOf(interval))!;
    table.set(nameOf(interval), { ...known, knownUntil: interval.knownUntil });
  }
  for (const known of opened) table.set(nameOf(known), known);
  return [...table.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.knownFrom - b.knownFrom));
}
