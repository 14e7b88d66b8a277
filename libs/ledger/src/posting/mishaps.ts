import type { BusinessDay } from '@minhai/domain';
import type { VoidReason } from '@minhai/schemas';
import { at } from '../chance/calendar.js';
import { type Draft, eventOf, idOf, post, type Posting, registrationAfter } from './cloud-event.js';

const HOUR_MS = 3_600_000;

/** What went wrong on the way from a true fact to the file. Data, so that the tables can name it. */
export type Mishap =
  /** The same bytes once more on a later day. */
  | { readonly kind: 'delivered-twice'; readonly again: BusinessDay }
  /** Registered in time, but held up on the way: arrives after what follows it. */
  | { readonly kind: 'held-up'; readonly until: BusinessDay }
  /** Registered long after it took effect. */
  | { readonly kind: 'recorded-late'; readonly recordedOn: BusinessDay }
  /** First reported wrongly (`first`: other payload, `firstTime`: other effective time), then corrected. */
  | {
      readonly kind: 'corrected';
      readonly first?: object;
      readonly firstTime?: number;
      readonly correctedOn: BusinessDay;
    }
  /** Reported rightly, "corrected" to something wrong, and the correction withdrawn. */
  | {
      readonly kind: 'correction-voided';
      readonly wrong: object;
      readonly correctedOn: BusinessDay;
      readonly voidedOn: BusinessDay;
    }
  /** It never happened: a record of nothing, voided later; the record may be held up until after its void. */
  | {
      readonly kind: 'voided';
      readonly voidedOn: BusinessDay;
      readonly because: VoidReason;
      readonly voidArrivesFirst?: boolean;
    };

/** The postings of one fact: just the fact, or what its mishap made of it. */
export function postings(draft: Draft, mishap?: Mishap): Posting[] {
  switch (mishap?.kind) {
    case undefined:
      return [post(draft)];
    case 'delivered-twice':
      return [post(draft), post(draft, at(mishap.again, 11))];
    case 'held-up':
      return [post(draft, at(mishap.until, 11))];
    case 'recorded-late':
      return [post({ ...draft, recorded: at(mishap.recordedOn, 10, 20) })];
    case 'corrected':
      return correctedPostings(draft, mishap);
    case 'correction-voided': {
      const wrong = correctionOf(draft, draft, mishap.correctedOn, mishap.wrong);
      return [post(draft), post(wrong), post(voidOf(wrong, mishap.voidedOn, 'ERROR'))];
    }
    case 'voided': {
      const withdrawal = voidOf(draft, mishap.voidedOn, mishap.because);
      return [
        post(draft, mishap.voidArrivesFirst ? withdrawal.recorded + HOUR_MS : draft.recorded),
        post(withdrawal),
      ];
    }
  }
}

function correctedPostings(draft: Draft, mishap: Mishap & { kind: 'corrected' }): Posting[] {
  const time = mishap.firstTime ?? draft.time;
  const first: Draft = {
    ...draft,
    time,
    recorded: time === draft.time ? draft.recorded : registrationAfter(time, draft.subject),
    data: { ...draft.data, ...mishap.first } as Draft['data'],
  };
  return [post(first), post(correctionOf(first, draft, mishap.correctedOn))];
}

/** A correction carries the full payload, under the subject and from the source of what it corrects. */
const correctionOf = (target: Draft, truth: Draft, on: BusinessDay, changed: object = {}): Draft => ({
  ...truth,
  mark: `${target.mark}|correction`,
  recorded: at(on, 10, 40),
  data: { ...truth.data, ...changed } as Draft['data'],
  correctionOf: idOf(target),
  reason: '更正',
});

const voidOf = (target: Draft, on: BusinessDay, reason: VoidReason): Draft<'record.voided'> => ({
  district: target.district,
  type: 'record.voided',
  system: target.system,
  subject: target.subject,
  mark: eventOf(target).id,
  time: at(on, 15),
  recorded: at(on, 15, 10),
  street: target.street,
  data: { reason },
  voids: idOf(target),
  reason: '作废',
});
