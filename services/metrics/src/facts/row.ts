import type { FactEvent, FactRow } from '@minhai/facts';
import { type Place, placeOf } from './place.js';
import type { Stretch } from './span.js';

/** A row of an event at its place: what is a flow counts on its day, what is a stock from then on. */
export const flowRow = (
  event: FactEvent<any>,
  measure: string,
  dims: FactRow['dims'],
  amount = 1,
): FactRow => ({
  measure,
  ...placeOf(event),
  dims,
  amount,
  validFrom: event.day,
  validUntil: null,
  causes: [event.id],
});

/** A row that counts on the days of a stretch. */
export const stretchRow = (
  { from, until, causes }: Stretch,
  place: Place,
  { measure, dims, amount = 1 }: Pick<FactRow, 'measure' | 'dims'> & { readonly amount?: number },
): FactRow => ({ measure, ...place, dims, amount, validFrom: from, validUntil: until, causes });

/** A row that counts while a tenure lasts, at the place of what began it. */
export const tenureRow = (
  tenure: Stretch & { readonly begin: FactEvent<any> },
  measure: string,
  dims: FactRow['dims'],
  amount = 1,
): FactRow => stretchRow(tenure, placeOf(tenure.begin), { measure, dims, amount });
