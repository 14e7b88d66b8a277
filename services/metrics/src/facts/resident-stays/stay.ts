import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { type Tenure, tenuresOf } from '../tenure.js';

export const ADMITTED = 'cn.gov.mca.eldercare.resident.admitted';
export const DISCHARGED = 'cn.gov.mca.eldercare.resident.discharged';

export type Admitted = EventOf<typeof ADMITTED>;
export type Discharged = EventOf<typeof DISCHARGED>;

export const isAdmitted = ofType(ADMITTED);
export const isDischarged = ofType(DISCHARGED);

/** The nights from the admission to the day of discharge, under one stay number. */
export interface Stay extends Tenure {
  readonly begin: Admitted;
}

export interface Stays {
  readonly stays: readonly Stay[];
  readonly findings: readonly Finding[];
}

const NOBODY: Stays = { stays: [], findings: [] };

/** The stays among the events of a person or of an institution, in the order they began. */
export function staysOf(history: readonly FactEvent<any>[]): Stays {
  const events = history.filter((event) => isAdmitted(event) || isDischarged(event));
  if (events.length === 0) return NOBODY;
  const { tenures, findings } = tenuresOf(events, {
    keyOf: ({ data }: Admitted | Discharged) => data.stayId,
    isBegin: isAdmitted,
    begun: 'admitted',
    ended: 'discharged',
  });
  const order = new Map(history.map(({ id }, index) => [id, index]));
  const stays = (tenures as readonly Stay[]).toSorted(
    (a, b) => order.get(a.begin.id)! - order.get(b.begin.id)!,
  );
  return { stays, findings };
}
