import type { BusinessMonth } from '@minhai/domain';
import type { TrapNote } from '../posting/chapter.js';

/** Where the trap stands, or what is done otherwise than it should be. */
export type Breach =
  | 'CONFIRMED_BY_PREPARER'
  | 'REVIEWED_BY_CONFIRMER'
  | 'LINE_NOT_VERIFIED'
  | 'PAID_LESS'
  | 'PAID_TWICE'
  | 'PAYEE_DECEASED'
  | 'REISSUED_WITHOUT_RETURN'
  | 'MONTH_PAID_BEFORE'
  | 'SENT_BACK'
  | 'REPLACES_SENT_BACK';

/** The course of one batch. Without a breach: verified, confirmed, reviewed, paid, one line returned and paid again. */
export interface Saga {
  readonly number: number;
  readonly month: BusinessMonth;
  /** The lines are those of the batch with this number. */
  readonly linesOf?: number;
  readonly breach?: Breach;
  readonly trap?: TrapNote;
}

const REPLACED: TrapNote = {
  name: 'fund-batch-replaced',
  expectation: 'the same lines in two batches, of which one was sent back and replaced: nothing is wrong',
};

/** One orderly course and what can go wrong, each once and, unless it says otherwise, in a month of its own. */
export const SAGAS: readonly Saga[] = [
  { number: 1, month: '2020-01' },
  {
    number: 2,
    month: '2020-02',
    breach: 'CONFIRMED_BY_PREPARER',
    trap: { name: 'fund-confirmed-by-its-preparer', expectation: 'one person for two duties: a finding' },
  },
  {
    number: 3,
    month: '2020-03',
    breach: 'REVIEWED_BY_CONFIRMER',
    trap: { name: 'fund-reviewed-by-its-confirmer', expectation: 'one person for two duties: a finding' },
  },
  {
    number: 4,
    month: '2020-04',
    breach: 'LINE_NOT_VERIFIED',
    trap: { name: 'fund-reviewed-before-verified', expectation: 'one line was never verified: a finding' },
  },
  {
    number: 5,
    month: '2020-05',
    breach: 'PAID_LESS',
    trap: {
      name: 'fund-paid-another-amount',
      expectation: 'a fen less than approved: what was paid counts, and a finding',
    },
  },
  {
    number: 6,
    month: '2020-06',
    breach: 'PAID_TWICE',
    trap: {
      name: 'fund-paid-twice',
      expectation: 'the money left twice: both count, the second is a finding',
    },
  },
  {
    number: 7,
    month: '2020-07',
    breach: 'PAYEE_DECEASED',
    trap: {
      name: 'fund-paid-to-the-deceased',
      expectation: 'died in the month before: a finding, whether a variance is raised or not',
    },
  },
  {
    number: 8,
    month: '2020-08',
    breach: 'REISSUED_WITHOUT_RETURN',
    trap: {
      name: 'fund-reissued-without-return',
      expectation: 'nothing came back before it was paid again: a finding',
    },
  },
  {
    number: 9,
    month: '2020-01',
    linesOf: 1,
    breach: 'MONTH_PAID_BEFORE',
    trap: {
      name: 'fund-month-in-two-batches',
      expectation: 'the cases and the month of the first batch once more: a finding with the amount',
    },
  },
  { number: 10, month: '2020-10', breach: 'SENT_BACK', trap: REPLACED },
  { number: 11, month: '2020-10', linesOf: 10, breach: 'REPLACES_SENT_BACK', trap: REPLACED },
];

export const LINES = 2;
/** Released beyond what the budgets of 2020 allow, fen. */
export const OVERSPENT_FEN = 100;
