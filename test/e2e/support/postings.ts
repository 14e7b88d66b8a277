import { DISTRICTS, ledgerEvents, scenarioEvents, type DistrictCode, type LedgerEvent } from '@minhai/ledger';
import { formatInstant, uuidV7 } from '@minhai/domain';

export const districts = Object.keys(DISTRICTS) as DistrictCode[];

/** Later than anything a scenario records. */
const AFTERWARDS = Date.parse('2026-01-05T09:00:00+08:00');

/**
 * A scenario without its 49 400 passports, which one target counts and nothing else: the property tests of services/metrics
 * fold all of them, a running system would be busy for a minute and prove no more.
 */
export const scenarioWithoutPassports = (name: Parameters<typeof scenarioEvents>[0]): LedgerEvent[] =>
  districts
    .flatMap((district) => scenarioEvents(name, district))
    .filter(({ type }) => type !== 'cn.gov.mca.volunteer.passport.issued');

const idNumber = (number: number): string => {
  const entropy = Buffer.alloc(10, 0xe2);
  entropy.writeUInt32BE(number, 6);
  return uuidV7(AFTERWARDS, entropy);
};

/** What makes `after` of `before`: corrections of events that differ, and events that were never sent. */
export function correctionsFrom(
  before: readonly LedgerEvent[],
  after: readonly LedgerEvent[],
): LedgerEvent[] {
  const sent = new Map(before.map((event) => [event.id, JSON.stringify(event)]));
  return after
    .filter((event) => sent.get(event.id) !== JSON.stringify(event))
    .map((event, i) =>
      sent.has(event.id)
        ? {
            ...event,
            id: idNumber(i),
            recordedtime: formatInstant(AFTERWARDS + i * 1_000),
            correctionof: event.id,
            reason: '更正',
          }
        : event,
    );
}

/** Voids of all that was said of an institution, the newest first. */
export function voidsOf(institutionId: string, events: readonly LedgerEvent[]): LedgerEvent[] {
  const own = events.filter(
    ({ data, voids }) => data['institutionId'] === institutionId && voids === undefined,
  );
  return [...new Map(own.map((event) => [event.id, event])).values()]
    .sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || (a.id < b.id ? 1 : -1))
    .map(({ correctionof: _, ...event }, i) => ({
      ...event,
      id: idNumber(1_000 + i),
      type: 'cn.gov.mca.record.voided',
      time: formatInstant(AFTERWARDS + i * 1_000),
      recordedtime: formatInstant(AFTERWARDS + i * 1_000),
      voids: event.id,
      reason: '作废',
      dataschema: 'urn:mca:schema:cn.gov.mca.record.voided:1',
      data: { reason: 'ERROR' },
    }));
}

export const linesOf = (events: readonly LedgerEvent[]): string[] =>
  events.map((event) => JSON.stringify(event));

export const allLedgerEvents = (): LedgerEvent[] => districts.flatMap((district) => ledgerEvents(district));
