import { startOfDay, type BusinessDay } from '@minhai/domain';
import fc from 'fast-check';
import type { Continuation, FactDefinition, FactEvent, FactRow, Finding } from '../core/definition.js';
import { toFactEvent } from '../core/fact-event.js';

/** A fictional tennis club: members join and leave teams, and play matches of two. Fixture of this package's specs. */
export const JOINED = 'test.club.member.joined';
export const LEFT = 'test.club.member.left';
export const PLAYED = 'test.club.match.played';

interface ClubData extends Record<string, unknown> {
  readonly members: readonly string[];
  readonly team?: string;
}

type ClubEvent = FactEvent<ClubData>;

const membersOf = (event: ClubEvent): readonly string[] => event.data.members;
const placeOf = (event: ClubEvent) => ({ district: event.regionId, street: event.streetId ?? 'unknown' });

/** A match is one more appearance, whatever came before. */
const matchesOnly: Continuation<'anything'> = {
  pastOf: () => 'anything',
  next: (past, event) => (event.type === PLAYED ? { rows: [flowRow(event)], findings: [], past } : undefined),
  matters: ({ type }) => type !== PLAYED,
};

/** Membership is a stock, matches are a flow; a match belongs to both players. */
export const membership: FactDefinition = {
  name: 'club.membership',
  titles: { zh: '会籍', en: 'Membership' },
  measures: [
    { name: 'members', kind: 'stock', unit: 'person', scale: 0, titles: { zh: '会员', en: 'Members' } },
    { name: 'appearances', kind: 'flow', unit: 'time', scale: 0, titles: { zh: '出场', en: 'Appearances' } },
  ],
  reads: { [JOINED]: membersOf, [LEFT]: membersOf, [PLAYED]: membersOf },
  fold: (history: readonly ClubEvent[]) => {
    const rows: FactRow[] = [];
    const findings: Finding[] = [];
    let stay: ClubEvent | undefined;
    const close = (end: ClubEvent | undefined) => {
      if (!stay) return;
      const causes = end ? [stay.id, end.id] : [stay.id];
      rows.push({ ...stockRow(stay), validUntil: end?.day ?? null, causes });
    };
    for (const event of history) {
      if (event.type === PLAYED) rows.push(flowRow(event));
      else if ((event.type === LEFT) === (stay === undefined)) findings.push(outOfState(event));
      if (event.type === PLAYED || (event.type === LEFT && !stay)) continue;
      close(event);
      stay = event.type === JOINED ? event : undefined;
    }
    close(undefined);
    return { rows, findings };
  },
  continues: matchesOnly,
};

const joinRow = (event: ClubEvent, team: string, nth: number): FactRow => ({
  ...placeOf(event),
  measure: 'team-joins',
  dims: { team, nth: String(nth) },
  amount: event.data.members.length,
  validFrom: event.day,
  validUntil: null,
  causes: [event.id],
});

const joinsSoFar: Continuation<{ readonly team: string; readonly joins: number }> = {
  pastOf: (history, team) => ({ team, joins: history.length }),
  next: ({ team, joins }, event) => ({
    rows: [joinRow(event, team, joins + 1)],
    findings: [],
    past: { team, joins: joins + 1 },
  }),
};

/** Reads only part of the types, under another kind of entity, so that chains cross facts. */
export const teamSize: FactDefinition = {
  name: 'club.team-size',
  titles: { zh: '队伍人数', en: 'Team size' },
  measures: [
    { name: 'team-joins', kind: 'flow', unit: 'person', scale: 0, titles: { zh: '入队', en: 'Joins' } },
  ],
  reads: { [JOINED]: (event: ClubEvent) => (event.data.team === undefined ? [] : [event.data.team]) },
  fold: (history: readonly ClubEvent[], team) => ({
    rows: history.map((event, i) => joinRow(event, team, i + 1)),
    findings: [],
  }),
  continues: joinsSoFar,
};

const stockRow = (event: ClubEvent) => ({
  ...placeOf(event),
  measure: 'members',
  dims: { team: event.data.team ?? 'none' },
  amount: 1,
  validFrom: event.day,
});

const flowRow = (event: ClubEvent): FactRow => ({
  ...placeOf(event),
  measure: 'appearances',
  dims: {},
  amount: 1,
  validFrom: event.day,
  validUntil: null,
  causes: [event.id],
});

const outOfState = (event: ClubEvent): Finding => ({
  ...placeOf(event),
  rule: 'STATE',
  severity: 'warning',
  detail: { day: event.day },
  causes: [event.id],
});

/** A club event; days are of June 2020, `recorded` is in minutes of 2020-07-01. */
export function clubEvent(
  event: {
    id?: string;
    type?: string;
    members: readonly string[];
    team?: string;
    day?: number;
    recorded?: number;
  } & Partial<Pick<FactEvent, 'source' | 'streetId' | 'correctionOf' | 'voids' | 'subject'>>,
): FactEvent {
  const { id = '', type = JOINED, members, team, day = 1, recorded = 0, ...rest } = event;
  const data: ClubData = team === undefined ? { members } : { members, team };
  const date: BusinessDay = `2020-06-${String(day).padStart(2, '0')}`;
  return toFactEvent({
    id,
    type,
    source: 'urn:mca:310105:club',
    subject: 'club',
    time: startOfDay(date),
    recordedTime: startOfDay('2020-07-01') + recorded * 60_000,
    regionId: '310105',
    streetId: '310105001',
    sensitivity: 2,
    schemaId: 1,
    data,
    ...rest,
  });
}

const member = fc.constantFrom('ann', 'bob', 'cai', 'dou');

/** Originals of few members, days and registration times, so that states collide and times tie. */
export const clubEvents: fc.Arbitrary<FactEvent[]> = fc.array(
  fc
    .record({
      type: fc.constantFrom(JOINED, JOINED, LEFT, PLAYED),
      members: fc.oneof(fc.tuple(member), fc.uniqueArray(member, { minLength: 2, maxLength: 2 })),
      team: fc.constantFrom('red', 'blue', undefined),
      day: fc.integer({ min: 1, max: 6 }),
      recorded: fc.integer({ min: 0, max: 5 }),
      streetId: fc.constantFrom('310105001', '310105002', undefined),
    })
    .map(({ team, ...event }) => clubEvent(team === undefined ? event : { ...event, team })),
  { maxLength: 8 },
);
