import type { FactRow } from '@minhai/facts';
import { placeOf } from '../place.js';
import { contains } from '../span.js';
import type { Posting } from './bed-posting.js';
import type { Episode } from './episode.js';

const NEW_BED_REASONS: readonly string[] = ['NEW_BUILD', 'REBUILD', 'EXPANSION'];

/** Onto `rows`: the change, in every place in which it then stood. */
export function addBedRows(rows: FactRow[], { event, day, causes }: Posting, episode: Episode): void {
  const { bedType, bedScope, delta, dementiaStandardised } = event.data;
  const isDementia = bedType === 'DEMENTIA';
  const measure = isDementia ? 'eldercare.dementia-beds' : 'eldercare.beds';
  for (const stay of episode.stays) {
    const from = day > stay.from ? day : stay.from;
    if (stay.until !== null && stay.until <= from) continue;
    const { district, street } = stay.place ?? placeOf(event);
    const moved = from === stay.from && from > day ? stay.begunBy : null;
    rows.push({
      measure,
      district,
      street,
      dims: isDementia
        ? { standardised: String(dementiaStandardised), scope: bedScope }
        : { bedType, scope: bedScope },
      amount: delta,
      validFrom: from,
      validUntil: stay.until,
      causes: moved === null && stay.endedBy === null ? causes : causesOf(causes, moved, stay.endedBy),
    });
  }
}

const causesOf = (causes: readonly string[], ...more: readonly (string | null)[]): string[] => [
  ...causes,
  ...more.filter((id) => id !== null),
];

/** Onto `rows`: gross additions of institution beds; conversions, adjustments and reductions are no news. */
export function addNewBedRows(rows: FactRow[], { event, day, causes }: Posting, episode: Episode): void {
  const { bedType, bedScope, delta, reason } = event.data;
  if (bedType === 'DEMENTIA' || delta <= 0 || !NEW_BED_REASONS.includes(reason)) return;
  const stay = episode.stays.find((candidate) => contains(candidate, day)) ?? episode.stays.at(-1)!;
  const { district, street } = stay.place ?? placeOf(event);
  rows.push({
    measure: 'eldercare.new-beds',
    district,
    street,
    dims: { scope: bedScope },
    amount: delta,
    validFrom: day,
    validUntil: null,
    causes,
  });
}
