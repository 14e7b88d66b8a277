import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@minhai/domain';
import { ledgerTraps } from '@minhai/ledger';
import { type Evidence, INDICATORS, movementOf } from '@minhai/metrics';
import { acceptedLedger, evidenceBetween, sumsOf } from './ledger-evidence.js';

// What both districts knew in the middle of January 2021 against the first of March.

const JANUARY = startOfDay('2021-01-16') - 1;
const MARCH = startOfDay('2021-03-02') - 1;

/** Part → ids of the events named, over all indicators of the district at the end of 2020. */
function named(district: string, evidence: Evidence): Map<string, Set<string>> {
  const parts = new Map<string, Set<string>>();
  const sums = { from: sumsOf(evidence.rows, JANUARY), to: sumsOf(evidence.rows, MARCH) };
  for (const indicator of INDICATORS.filter((candidate) => candidate.district === district)) {
    const at = (knownAt: number) => ({ indicator, asOf: '2020-12-31', knownAt });
    const { exact } = movementOf({ from: at(JANUARY), to: at(MARCH) }, sums, evidence);
    for (const { part, events } of exact.parts)
      parts.set(part, new Set([...(parts.get(part) ?? []), ...events.map(({ eventId }) => eventId)]));
  }
  return parts;
}

describe.each(['310105', '310118'] as const)('the ledger of %s between January and March', (district) => {
  const events = acceptedLedger(district);
  const evidence = evidenceBetween(events, JANUARY, MARCH);
  const parts = named(district, evidence);
  const traps = ledgerTraps(district);
  const idsOf = (trap: string) => traps.find(({ name }) => name === trap)!.eventIds;

  it('differs by events of its traps alone', () => {
    const trapped = new Set(traps.flatMap(({ eventIds }) => eventIds));
    expect([...parts.keys()].sort()).toEqual(['corrections', 'late']);
    const all = [...parts.values()].flatMap((ids) => [...ids]);
    expect(all.filter((id) => !trapped.has(id))).toEqual([]);
  });

  it('calls late what was recorded since about days before, and correction what was corrected', () => {
    const eventsOf = (part: string) => events.filter(({ id }) => parts.get(part)!.has(id));
    for (const { day, recordedTime, correctionOf, voids } of eventsOf('late')) {
      expect([correctionOf, voids]).toEqual([undefined, undefined]);
      expect(day <= '2020-12-31' && recordedTime > JANUARY).toBe(true);
    }
    expect(eventsOf('corrections').filter(({ correctionOf }) => correctionOf === undefined)).toEqual([]);
  });

  it.each([
    ['late', 'recorded-late'],
    ['late', 'divorce-recorded-late'],
    ['late', 'termination-recorded-late'],
    ['late', 'facility-recorded-late'],
    ['corrections', 'wrong-delta-corrected'],
    ['corrections', 'persons-corrected'],
  ])('names under %s the event of the trap %s', (part, trap) => {
    expect(idsOf(trap).some((id) => parts.get(part)!.has(id))).toBe(true);
  });
});
