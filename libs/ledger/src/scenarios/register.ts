import { ledgerEvents } from '../ledger.js';
import type { Payload, TypeName } from '../posting/cloud-event.js';
import { DISTRICTS, type DistrictCode, type Street } from '../reference/districts.js';

/** An event of the 2020 ledger that neither a correction nor a void took out of force. */
export interface Standing<T extends TypeName> {
  readonly street: string;
  readonly time: number;
  readonly data: Payload<T>;
}

const registers = new Map<string, readonly Standing<any>[]>();

/** What stands of one type in the 2020 ledger, oldest first: what a scenario builds on. */
export function standing<T extends TypeName>(district: DistrictCode, type: T): readonly Standing<T>[] {
  const name = `${district} ${type}`;
  const known = registers.get(name);
  if (known) return known;
  const events = [...new Map(ledgerEvents(district).map((event) => [event.id, event])).values()];
  const voided = new Set(events.flatMap(({ voids }) => voids ?? []));
  const corrected = events.flatMap(({ id, correctionof }) =>
    correctionof !== undefined && !voided.has(id) ? [correctionof] : [],
  );
  const gone = new Set([...voided, ...corrected]);
  const register = events
    .filter((event) => event.type === `cn.gov.mca.${type}` && !gone.has(event.id))
    .map(({ streetid, time, data }) => ({ street: streetid ?? district, time: Date.parse(time), data }))
    .sort((a, b) => a.time - b.time) as unknown as readonly Standing<T>[];
  registers.set(name, register);
  return register;
}

/** What one type opened and the other has not closed, by the field of both that names it; oldest first. */
export function stillOpen<Opened extends TypeName, Closed extends TypeName>(
  district: DistrictCode,
  opened: Opened,
  closed: Closed,
  key: keyof Payload<Opened> & keyof Payload<Closed>,
): readonly Standing<Opened>[] {
  const gone = new Set<unknown>(standing(district, closed).map(({ data }) => data[key]));
  return standing(district, opened).filter(({ data }) => !gone.has(data[key]));
}

export const openInstitutions = (
  district: DistrictCode,
): readonly Standing<'eldercare.institution.opened'>[] =>
  stillOpen(district, 'eldercare.institution.opened', 'eldercare.institution.closed', 'institutionId');

/** The 街镇 where none of these is. */
export function streetsWithout(
  district: DistrictCode,
  places: readonly { readonly street: string }[],
): readonly Street[] {
  const covered = new Set(places.map(({ street }) => street));
  return DISTRICTS[district].streets.filter(({ code }) => !covered.has(code));
}

/** The first `count` of a list; throws RangeError when there are not so many: the ledger changed under a scenario. */
export function take<T>(count: number, list: readonly T[], what: string): readonly T[] {
  if (list.length < count) throw new RangeError(`the ledger has ${list.length} ${what}, not ${count}`);
  return list.slice(0, count);
}
