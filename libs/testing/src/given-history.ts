import { dayOf, parseInstant } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';

let nextId = 0;

/** Where and when a sample event happened; all optional. `time` and `recorded` are RFC 3339 or a bare day (noon). */
export interface Circumstances {
  readonly id?: string;
  readonly time?: string;
  readonly recorded?: string;
  readonly source?: string;
  readonly subject?: string;
  readonly district?: string;
  readonly street?: string | undefined;
  readonly correctionOf?: string;
  readonly voids?: string;
}

const instant = (text: string): number => {
  const epochMs = parseInstant(text.length === 10 ? `${text}T12:00:00+08:00` : text);
  if (epochMs === undefined) throw new TypeError(`not an instant: ${text}`);
  return epochMs;
};

/** An accepted event for specs of folds: full type name, payload, and what differs from an ordinary day. */
export function factEvent<Data>(type: string, data: Data, at: Circumstances = {}): FactEvent<Data> {
  const time = instant(at.time ?? '2020-06-01');
  const number = (nextId++).toString(16).padStart(12, '0');
  return {
    id: at.id ?? `01725b0c-0000-7000-8000-${number}`,
    source: at.source ?? 'urn:mca:310105:specs',
    type,
    subject: at.subject ?? 'specs',
    time,
    day: dayOf(time),
    recordedTime: at.recorded === undefined ? time : instant(at.recorded),
    regionId: at.district ?? '310105',
    streetId: 'street' in at ? at.street : '310105001',
    sensitivity: 2,
    correctionOf: at.correctionOf,
    voids: at.voids,
    schemaId: 0,
    data,
  };
}

const byTime = (a: FactEvent, b: FactEvent): number =>
  a.time - b.time || a.recordedTime - b.recordedTime || (a.id < b.id ? -1 : 1);

/** Given an entity's effective events in any order, folds them in the order the engine uses. */
export const givenHistory = (fact: FactDefinition, events: readonly FactEvent<any>[]) => ({
  folded: (entity: string): FoldResult => fact.fold([...events].sort(byTime), entity),
});
