import { describe, expect, it } from '@jest/globals';
import { dayOf, startOfDay } from '@minhai/domain';
import { type FactDefinition, type FactEvent, entitiesOf } from '@minhai/facts';
import { assertContinues, assertSetPrinciple, identified, withAmendments } from '@minhai/facts/testing';
import type { EventTypeName } from '@minhai/schemas';
import fc from 'fast-check';
import { type Payloads, day, streets } from './arbitrary-values.fixture.js';
import { ASSISTANCE_PAYLOADS } from './assistance.arbitrary.fixture.js';
import { FACTS } from './catalogue.generated.js';
import { ELDERCARE_PAYLOADS } from './eldercare.arbitrary.fixture.js';
import { FLAGGED_BY_THEIR_FIGURE } from './envelope-timeliness/flagged-elsewhere.js';
import { PUBLIC_GOOD_PAYLOADS } from './public-good.arbitrary.fixture.js';
import { REGISTER_PAYLOADS } from './registers.arbitrary.fixture.js';
import { SOCIETY_PAYLOADS } from './society.arbitrary.fixture.js';

const PAYLOADS_OF_DOMAINS = [
  ASSISTANCE_PAYLOADS,
  ELDERCARE_PAYLOADS,
  PUBLIC_GOOD_PAYLOADS,
  REGISTER_PAYLOADS,
  SOCIETY_PAYLOADS,
];
const PAYLOADS: Payloads = Object.assign({}, ...PAYLOADS_OF_DOMAINS);

function arbitraryEvent(type: string): fc.Arbitrary<FactEvent> {
  const payload = PAYLOADS[type as EventTypeName];
  if (!payload) throw new TypeError(`no arbitrary payload for ${type}: add it to the fixture of its domain`);
  const circumstances = fc.record({
    day,
    late: fc.nat(90),
    street: fc.option(streets, { nil: undefined }),
  });
  return fc.tuple(payload, circumstances).map(([data, { day: on, late, street }]) => {
    const time = startOfDay(on) + 3_600_000;
    return {
      id: '',
      source: 'urn:mca:310105:specs',
      type,
      subject: 'specs',
      time,
      day: dayOf(time),
      recordedTime: time + late * 86_400_000,
      regionId: '310105',
      streetId: street,
      sensitivity: 2,
      schemaId: 0,
      data: data as Readonly<Record<string, unknown>>,
    };
  });
}

// Those of the envelope read every type and look at no payload; they have specs of their own.
const ABOUT_PAYLOADS = (FACTS as readonly FactDefinition[]).filter(
  ({ name }) => !name.startsWith('envelope.'),
);

describe('payloads', () => {
  it('stand in one domain each, so that none hides another', () => {
    expect(PAYLOADS_OF_DOMAINS.flatMap(Object.keys).sort()).toEqual(Object.keys(PAYLOADS).sort());
  });
});

const eventsOf = (fact: FactDefinition): fc.Arbitrary<FactEvent[]> =>
  fc.array(fc.oneof(...Object.keys(fact.reads).map(arbitraryEvent)), { maxLength: 8 });

/** A standard of relief belongs to 1,536 entities, each of which is derived: one run stands for many. */
const RUNS: Readonly<Record<string, number>> = { 'assistance.ceiling': 5 };

describe('every fact is a function of its set of events', () => {
  it.each(ABOUT_PAYLOADS.map((fact) => [fact.name, fact] as const))(
    '%s: any order, repeats, batches, corrections and voids give the same tables',
    (_, fact) => {
      assertSetPrinciple(fact, withAmendments(eventsOf(fact)), { numRuns: RUNS[fact.name] ?? 80 });
    },
  );
});

describe('facts that go on without their history', () => {
  // Declared stocks of random payloads hardly ever add up: beds have a property of their own.
  const continuing = ABOUT_PAYLOADS.filter(
    ({ name, continues }) => continues && name !== 'eldercare.bed-capacity',
  );

  it.each(continuing.map((fact) => [fact.name, fact] as const))('%s tells what its fold tells', (_, fact) => {
    expect(assertContinues(fact, identified(eventsOf(fact)), { numRuns: 1_000 })).toBeGreaterThan(50);
  });
});

describe('late reports', () => {
  const SIXTY_DAYS = 60 * 86_400_000;

  const flags = (fact: FactDefinition, type: string): boolean =>
    fc
      .sample(arbitraryEvent(type), { numRuns: 40, seed: 1 })
      .map((event) => ({ ...event, id: 'e-1', recordedTime: event.time + SIXTY_DAYS }))
      .some((event) =>
        entitiesOf(fact, event).some((entity) =>
          fact.fold([event], entity).findings.some(({ rule }) => rule === 'LATE_REPORT'),
        ),
      );

  it('are flagged by the fact of a figure for just the types that the fact of timeliness leaves to it', () => {
    const types = ABOUT_PAYLOADS.flatMap((fact) =>
      Object.keys(fact.reads).filter((type) => flags(fact, type)),
    );
    expect([...new Set(types)].sort()).toEqual([...FLAGGED_BY_THEIR_FIGURE].sort());
    expect(types.filter((type, i) => types.indexOf(type) !== i)).toEqual([]);
  });
});
