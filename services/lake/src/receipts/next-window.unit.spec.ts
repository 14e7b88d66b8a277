import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextWindow } from './next-window.js';
import { hasReached, type Outcome, type Reached } from './outcome.js';

const outcome = (offset: number | null, position: number | null): Outcome => ({
  offset,
  position,
  status: position === null ? 'duplicate' : 'accepted',
  eventId: null,
  source: null,
  type: null,
  code: null,
  pointer: null,
  receivedAt: 0,
});

/** A partition: per offset an accepted event, another outcome, or nothing (a gap, as Kafka's own markers leave). */
type Log = readonly ('accepted' | 'other' | 'gap')[];

function partitionOf(log: Log, unknownBefore: number) {
  let position = 0;
  const all = log.flatMap((kind, offset) => {
    if (kind === 'gap') return [];
    if (kind === 'other') return [outcome(offset, null)];
    return [outcome(offset < unknownBefore ? null : offset, ++position)];
  });
  return {
    accepted: all.filter((each) => each.position !== null),
    others: all.filter((each) => each.position === null),
    to: { position, nextOffset: BigInt(log.length) },
  };
}

/** Window after window, as the publisher reads them. */
function everything(log: Log, limit: number, unknownBefore: number): Outcome[] {
  const { accepted, others, to } = partitionOf(log, unknownBefore);
  const told: Outcome[] = [];
  let from: Reached = { position: 0, nextOffset: 0n };
  for (let windows = 0; !hasReached(from, to); windows++) {
    if (windows > log.length + 1) throw new Error('it does not move on');
    const { position, nextOffset } = from;
    const window = nextWindow(from, to, {
      accepted: accepted.filter((each) => each.position! > position).slice(0, limit),
      others: others.filter((each) => BigInt(each.offset!) >= nextOffset).slice(0, limit),
      limit,
    });
    told.push(...window.outcomes);
    from = window.reached;
  }
  return told;
}

const anyLog = fc.array(fc.constantFrom('accepted' as const, 'other' as const, 'gap' as const), {
  maxLength: 60,
});

describe('nextWindow', () => {
  it('given any partition read in any portions, then each outcome comes once, in the order of offsets', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 9 }), (log, limit) => {
        const offsets = everything(log, limit, 0).map(({ offset }) => offset);
        const expected = log.flatMap((kind, offset) => (kind === 'gap' ? [] : [offset]));
        expect(offsets).toEqual(expected);
      }),
    );
  });

  it('given events from before offsets were kept, then each outcome still comes once and positions in order', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 1, max: 9 }), fc.nat(60), (log, limit, unknownBefore) => {
        const told = everything(log, limit, unknownBefore);
        const { accepted, others } = partitionOf(log, unknownBefore);
        expect(told.filter(({ position }) => position !== null)).toEqual(accepted);
        expect(told.filter(({ position }) => position === null)).toEqual(others);
      }),
    );
  });
});
