import type { FactEvent, Finding } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { type Tenure, byBegin, tenuresOf } from '../tenure.js';

export const ADMITTED = 'cn.gov.mca.eldercare.resident.admitted';
export const DISCHARGED = 'cn.gov.mca.eldercare.resident.discharged';

type Admitted = EventOf<typeof ADMITTED>;
type Discharged = EventOf<typeof DISCHARGED>;

export const isAdmitted = ofType(ADMITTED);
export const isDischarged = ofType(DISCHARGED);

/** The nights from the admission to the day of discharge, under one stay number. */
export type Stay = Tenure<Admitted>;

export interface Stays {
  readonly stays: readonly Stay[];
  readonly findings: readonly Finding[];
}

const NOBODY: Stays = { stays: [], findings: [] };

/** The stays among the events of a person or of an institution, in the order they began. */
export function staysOf(history: readonly FactEvent<any>[]): Stays {
  if (!history.some(isAdmitted) && !history.some(isDischarged)) return NOBODY;
  const { tenures, findings } = tenuresOf(history, {
    isBegin: isAdmitted,
    isEnd: isDischarged,
    keyOf: ({ data }: Admitted | Discharged) => data.stayId,
    begun: 'admitted',
    ended: 'discharged',
  });
  return { stays: tenures.toSorted(byBegin), findings };
}
