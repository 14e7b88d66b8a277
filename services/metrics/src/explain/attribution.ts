import type { BusinessDay } from '@minhai/domain';
import { groupBy } from '../facts/group-by.js';
import {
  type Evidence,
  type EvidenceEvent,
  type EvidenceRow,
  type Reading,
  entityName,
  isKnownAt,
} from './evidence.js';

/** Recorded in `(after, until]`, epoch milliseconds. */
interface Lesson {
  readonly after: number;
  readonly until: number;
}

const everything = (knownAt: number | null): number => knownAt ?? Number.POSITIVE_INFINITY;

const latest = (events: readonly EvidenceEvent[]): EvidenceEvent | undefined =>
  events.reduce<EvidenceEvent | undefined>(
    (best, event) =>
      best === undefined ||
      event.recordedTime > best.recordedTime ||
      (event.recordedTime === best.recordedTime && event.id > best.id)
        ? event
        : best,
    undefined,
  );

/** Finds, for each row that came or went, the event that made it do so. By rules over the set, never by order. */
export class Attribution {
  private readonly events: ReadonlyMap<string, EvidenceEvent>;
  private readonly amendments: ReadonlyMap<string, EvidenceEvent[]>;
  private readonly histories: ReadonlyMap<string, { eventId: string }[]>;
  private readonly relearned: ReadonlyMap<string, EvidenceRow[]>;
  private readonly lesson: Lesson;

  constructor(evidence: Evidence, from: Reading, to: Reading) {
    this.events = new Map(evidence.events.map((event) => [event.id, event]));
    const amendments = [...this.events.values()].filter((event) => amendedId(event) !== undefined);
    this.amendments = groupBy(amendments, (event) => amendedId(event)!);
    this.histories = groupBy([...evidence.histories], entityName);
    const changed = evidence.rows.filter(
      (row) => isKnownAt(row, from.knownAt) !== isKnownAt(row, to.knownAt),
    );
    this.relearned = groupBy(changed, entityName);
    const known = [everything(from.knownAt), everything(to.knownAt)];
    this.lesson = { after: Math.min(...known), until: Math.max(...known) };
  }

  eventOf(id: string): EvidenceEvent | undefined {
    return this.events.get(id);
  }

  /**
   * The event, among those recorded between the readings, that changed what is held true: a cause of the row itself, an
   * amendment of a cause, a cause of the row that takes its place, or else the entity's newest.
   */
  byKnowledge(row: EvidenceRow): string {
    const amending = this.amendmentsAround(row.causes);
    const taking = (this.relearned.get(entityName(row)) ?? []).filter(
      (other) => other.measure === row.measure && other.causes.some((cause) => row.causes.includes(cause)),
    );
    const mover =
      this.latestLearned(row.causes) ??
      latest(amending.filter((event) => this.isLearned(event))) ??
      this.latestLearned(taking.flatMap(({ causes }) => causes)) ??
      this.latestLearned((this.histories.get(entityName(row)) ?? []).map(({ eventId }) => eventId));
    return mover?.id ?? row.causes.at(-1)!;
  }

  /** The event with which a row began to count: of that day, or the last one before it. */
  byBeginning({ causes, validFrom }: EvidenceRow): string {
    return this.onDay(causes, validFrom) ?? this.lastBefore(causes, validFrom) ?? causes[0]!;
  }

  /** The event with which a row ceased to count; of what expires by itself, the event that set its term. */
  byEnd({ causes, validUntil }: EvidenceRow): string {
    const backwards = causes.toReversed();
    return this.onDay(backwards, validUntil!) ?? this.lastBefore(backwards, validUntil!) ?? backwards[0]!;
  }

  private onDay(causes: readonly string[], day: BusinessDay): string | undefined {
    return causes.find((id) => this.events.get(id)?.day === day);
  }

  private lastBefore(causes: readonly string[], day: BusinessDay): string | undefined {
    const before = causes.flatMap((id) => this.events.get(id) ?? []).filter((event) => event.day < day);
    return before.reduce<EvidenceEvent | undefined>(
      (best, event) => (best === undefined || event.day > best.day ? event : best),
      undefined,
    )?.id;
  }

  private isLearned({ recordedTime }: EvidenceEvent): boolean {
    return recordedTime > this.lesson.after && recordedTime <= this.lesson.until;
  }

  private latestLearned(ids: readonly string[]): EvidenceEvent | undefined {
    return latest(ids.flatMap((id) => this.events.get(id) ?? []).filter((event) => this.isLearned(event)));
  }

  /** Everything linked to these events by corrections and voids, in either direction; not the events themselves. */
  private amendmentsAround(ids: readonly string[]): EvidenceEvent[] {
    const passed = new Set(ids);
    const around: EvidenceEvent[] = [];
    for (const id of passed) {
      const event = this.events.get(id);
      if (event && !ids.includes(id)) around.push(event);
      const target = event && amendedId(event);
      if (target !== undefined) passed.add(target);
      for (const amendment of this.amendments.get(id) ?? []) passed.add(amendment.id);
    }
    return around.filter((event) => amendedId(event) !== undefined);
  }
}

/** The id that a correction or void is about. */
const amendedId = ({ correctionOf, voids }: EvidenceEvent): string | undefined => voids ?? correctionOf;
