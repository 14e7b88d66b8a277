import fc from 'fast-check';
import type { FactEvent } from '../core/definition.js';

/** What to add to a set of originals: choices are numbers, taken modulo what there is to choose from. */
interface AmendmentChoice {
  readonly kind: 'correction' | 'void';
  readonly target: number;
  /** Whose payload and envelope a correction carries: often another entity's. */
  readonly donor: number;
  readonly recordedAfter: number;
  readonly foreign: boolean;
  readonly targetUnknown: boolean;
}

const uncommon = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);

const choice: fc.Arbitrary<AmendmentChoice> = fc.record({
  kind: fc.constantFrom('correction', 'void'),
  target: fc.nat(1000),
  donor: fc.nat(1000),
  recordedAfter: fc.integer({ min: -2, max: 4 }),
  foreign: uncommon,
  targetUnknown: uncommon,
});

const idOf = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** Gives originals ids of their own. Ids descend, so that a later event does not always win a tie. */
export const identified = (originals: fc.Arbitrary<readonly FactEvent[]>): fc.Arbitrary<FactEvent[]> =>
  originals.map((events) =>
    events.map((event, i) => ({ ...event, id: idOf(1000 - i), correctionOf: undefined, voids: undefined })),
  );

/**
 * Adds corrections and voids to arbitrary originals and gives every event an id of its own: corrections of
 * corrections, voids of voids, foreign sources, unknown targets, cycles, and registration times that tie or lie
 * before the target's. The unit of registration time is a minute.
 */
export const withAmendments = (originals: fc.Arbitrary<readonly FactEvent[]>): fc.Arbitrary<FactEvent[]> =>
  fc
    .tuple(identified(originals), fc.array(choice, { maxLength: 6 }), fc.nat(40))
    .map(([events, choices, cycle]) => amend([...events], choices, cycle));

function amend(events: FactEvent[], choices: readonly AmendmentChoice[], cycle: number): FactEvent[] {
  for (const [i, made] of choices.entries()) {
    if (events.length > 0) events.push(amendment(events, made, idOf(i % 2 === 0 ? 500 - i : 2000 + i)));
  }
  const first = events[0];
  if (cycle < 4 && first && events.length > cycle) {
    events[0] = { ...first, correctionOf: events[events.length - 1 - cycle]!.id };
  }
  return events;
}

function amendment(events: readonly FactEvent[], made: AmendmentChoice, id: string): FactEvent {
  const target = events[made.target % events.length]!;
  const donor = events[made.donor % events.length]!;
  const targetId = made.targetUnknown ? idOf(3000 + (made.target % 2)) : target.id;
  const common = {
    id,
    source: made.foreign ? `${target.source}:foreign` : target.source,
    recordedTime: target.recordedTime + made.recordedAfter * 60_000,
  };
  if (made.kind === 'void') {
    return {
      ...target,
      ...common,
      type: 'cn.gov.mca.record.voided',
      data: {},
      correctionOf: undefined,
      voids: targetId,
    };
  }
  const sameType = donor.type === target.type;
  return {
    ...(sameType ? donor : target),
    ...common,
    subject: target.subject,
    correctionOf: targetId,
    voids: undefined,
  };
}
