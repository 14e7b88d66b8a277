import { dayOf } from '@minhai/domain';
import { ledgerEvents } from './ledger.js';
import type { LedgerEvent } from './posting/cloud-event.js';
import type { DistrictCode } from './reference/districts.js';

// The rules of corrections and voids once more, written independently of the product.

const ALL_KNOWN = Date.parse('2030-01-01T00:00:00Z');
/** What was recorded before this is known on 15 January 2021. */
export const MID_JANUARY = Date.parse('2021-01-16T00:00:00+08:00');

export interface Effective {
  readonly event: LedgerEvent;
  readonly data: any;
  readonly day: string;
}

export function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** What stands of a set of events: latest correction of each chain that no void has removed. */
export function effective(district: DistrictCode, type: string, knownAt = ALL_KNOWN): Effective[] {
  const known = [...new Map(ledgerEvents(district).map((event) => [event.id, event])).values()].filter(
    (event) => Date.parse(event.recordedtime) <= knownAt,
  );
  const voided = new Set(known.flatMap(({ voids }) => voids ?? []));
  const correcting = grouped(
    known.filter(({ correctionof }) => correctionof),
    ({ correctionof }) => correctionof!,
  );
  const standing = (event: LedgerEvent): LedgerEvent[] =>
    voided.has(event.id) ? [] : [event, ...(correcting.get(event.id) ?? []).flatMap(standing)];
  return known
    .filter((event) => event.type === `cn.gov.mca.${type}` && !event.correctionof)
    .flatMap((root) => {
      const chain = standing(root).sort(
        (a, b) => Date.parse(a.recordedtime) - Date.parse(b.recordedtime) || (a.id < b.id ? -1 : 1),
      );
      const event = chain.at(-1);
      return event ? [{ event, data: event.data as any, day: dayOf(Date.parse(event.time)) }] : [];
    });
}
