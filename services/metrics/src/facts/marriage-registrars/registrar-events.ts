import { addDays } from '@minhai/domain';
import type { FactEvent, FactRow } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { placeOfOffice } from '../place.js';
import type { Span } from '../span.js';

export const CERTIFIED = 'cn.gov.mca.marriage.registrar.certified';
export const LEFT = 'cn.gov.mca.marriage.registrar.left';
export const REGISTERED = 'cn.gov.mca.marriage.registered';

export type Certification = EventOf<typeof CERTIFIED>;
export type Leaving = EventOf<typeof LEFT>;
export type Marriage = EventOf<typeof REGISTERED>;

export const isCertified = ofType(CERTIFIED);
export const isLeft = ofType(LEFT);

/** In office from a certification until the next one or the leaving; the certificate may end before. */
export interface Term extends Span {
  readonly certification: Certification;
  readonly endedBy: Certification | Leaving | undefined;
  /** Days on which the certificate is in force. */
  readonly valid: Span;
}

export function termsOf(history: readonly FactEvent<any>[]): Term[] {
  const turns = history.filter(
    (event): event is Certification | Leaving => isCertified(event) || isLeft(event),
  );
  return turns.flatMap((certification, i) => {
    if (!isCertified(certification)) return [];
    const endedBy = turns[i + 1];
    const until = endedBy?.day ?? null;
    const expires = addDays(certification.data.validTo, 1);
    const valid = { from: certification.day, until: until !== null && until < expires ? until : expires };
    return [{ certification, endedBy, from: certification.day, until, valid }];
  });
}

export const registrarRow = (
  officeRegion: string,
  certificate: 'VALID' | 'EXPIRED' | 'NONE',
  rest: Pick<FactRow, 'validFrom' | 'validUntil' | 'causes'>,
): FactRow => ({
  measure: 'marriage.registrars',
  ...placeOfOffice(officeRegion),
  dims: { certificate },
  amount: 1,
  ...rest,
});
