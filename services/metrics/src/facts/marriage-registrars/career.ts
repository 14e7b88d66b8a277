import type { FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { outOfState, unpreceded } from '../finding.js';
import { type Term, isCertified, isLeft, registrarRow, termsOf } from './registrar-events.js';

/** A registrar is in office from the first certification until leaving, with a certificate in force or without. */
export const foldCareer = (history: readonly FactEvent<any>[]): FoldResult => ({
  rows: termsOf(history).flatMap(rowsOf),
  findings: leavingProblems(history),
});

function rowsOf({ certification, endedBy, until, valid }: Term): FactRow[] {
  const { officeRegion } = certification.data;
  const causes = endedBy ? [certification.id, endedBy.id] : [certification.id];
  const rows = [
    registrarRow(officeRegion, 'VALID', { validFrom: valid.from, validUntil: valid.until, causes }),
    registrarRow(officeRegion, 'EXPIRED', { validFrom: valid.until!, validUntil: until, causes }),
  ];
  return rows.filter(({ validFrom, validUntil }) => validUntil === null || validFrom < validUntil);
}

function leavingProblems(history: readonly FactEvent<any>[]): Finding[] {
  return history.flatMap((event, i) => {
    if (!isLeft(event)) return [];
    const before = history.slice(0, i);
    if (!before.some(isCertified)) return [unpreceded(event, 'left before certified')];
    return isLeft(before.at(-1)!) ? [outOfState(event, 'left twice')] : [];
  });
}
