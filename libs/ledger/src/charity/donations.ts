import type { BusinessDay } from '@minhai/domain';
import type { CharityChannel, CharityPurpose } from '@minhai/schemas';
import { apportion } from '../chance/apportion.js';
import { at, workingDayBetween } from '../chance/calendar.js';
import { chanceOf } from '../chance/seeded.js';
import { type Chapter, entry, type TrapNote } from '../posting/chapter.js';
import { type Draft, registrationAfter } from '../posting/cloud-event.js';
import { reportTimes } from '../posting/month-report.js';
import { DISTRICTS, type DistrictCode } from '../reference/districts.js';

/** Received in 2020: 1.3亿元 is 130 000 000 yuan, 13 000 000 000 fen. */
export const PUBLISHED_DONATIONS_FEN: Readonly<Record<DistrictCode, number>> = {
  '310105': 0,
  '310118': 13_000_000_000,
};
/** What was recorded only in February 2021 of it. */
export const LATE_DONATION_FEN = 26_000_000;

const RECEIPTS = 520;
const IN_KIND_EVERY = 10;
const RESTRICTED_EVERY = 26;
const EXPENDITURES = 24;
const PROJECT = 'XM310118-2020-01';
const CHANNELS: readonly CharityChannel[] = ['BANK', 'ONLINE', 'SHOP', 'WINDOW', 'BOX', 'EVENT'];
const PURPOSES: readonly CharityPurpose[] = ['POVERTY', 'CARE', 'EDUCATION_HEALTH', 'OTHER'];
const COVERED_MONTH = '2020-05';

/** A receipt; the amount is money, or goods at their value. */
interface Receipt {
  readonly number: number;
  readonly day: BusinessDay;
  readonly fen: number;
  readonly atMidnightUtc?: true;
  readonly note?: TrapNote;
}

const NOTES: Readonly<Record<number, TrapNote>> = {
  11: {
    name: 'donation-delivered-twice',
    expectation: 'same id, same bytes: received once',
    mishap: { kind: 'delivered-twice', again: '2020-07-01' },
  },
  12: {
    name: 'donation-corrected',
    expectation: 'first entered in yuan instead of fen: the corrected amount counts, once',
    mishap: { kind: 'corrected', first: { cashFen: 2_600 }, correctedOn: '2020-07-02' },
  },
};
const REFUNDED: TrapNote = {
  name: 'donation-refunded',
  expectation: 'paid back, so the receipt is voided; an expenditure would have taken nothing off',
  mishap: { kind: 'voided', voidedOn: '2020-09-18', because: 'DECISION_REVOKED' },
};
const LATE: TrapNote = {
  name: 'donation-recorded-late',
  expectation: 'received in December 2020, recorded 2021-02-03: of 2020, known only from then on',
  mishap: { kind: 'recorded-late', recordedOn: '2021-02-03' },
};
const MIDNIGHT: TrapNote = {
  name: 'donation-at-midnight',
  expectation: '2020-12-31T16:00:00Z is 2021 in Shanghai: a donation of 2021',
};
const REPORTED: TrapNote = {
  name: 'donations-reported-and-receipted',
  expectation: 'May 2020 is also reported as a whole: its receipts cover it, so nothing is added',
};
const SPENT: TrapNote = {
  name: 'donations-spent',
  expectation: 'what is spent takes nothing off what was received',
};

function receiptsOf(district: DistrictCode): Receipt[] {
  const chance = chanceOf(`donations|${district}`);
  const rest = PUBLISHED_DONATIONS_FEN[district] - LATE_DONATION_FEN;
  const amounts = apportion(
    rest,
    Array.from({ length: RECEIPTS }, () => chance.between(20, 1_000)),
  );
  const days = amounts.map(() => workingDayBetween('2020-01-02', '2020-12-24', chance)).sort();
  const counted = amounts.map((fen, i): Receipt => {
    const note = NOTES[i + 1];
    return { number: i + 1, day: days[i]!, fen, ...(note && { note }) };
  });
  return [
    ...counted,
    { number: RECEIPTS + 1, day: '2020-12-22', fen: LATE_DONATION_FEN, note: LATE },
    { number: RECEIPTS + 2, day: '2020-09-04', fen: 50_000_000, note: REFUNDED },
    { number: RECEIPTS + 3, day: '2021-01-01', fen: 30_000_000, atMidnightUtc: true, note: MIDNIGHT },
  ];
}

const isInKind = ({ number }: Receipt): boolean => number % IN_KIND_EVERY === 0;
const isRestricted = ({ number }: Receipt): boolean => number % RESTRICTED_EVERY === 0;

function receiptDraft(district: DistrictCode, receipt: Receipt): Draft<'charity.donation.received'> {
  const { streets } = DISTRICTS[district];
  const receiptNo = `PJ${district}-2020-${String(receipt.number).padStart(5, '0')}`;
  const chance = chanceOf(receiptNo);
  const time = at(receipt.day, receipt.atMidnightUtc ? 0 : chance.between(9, 16));
  return {
    district,
    type: 'charity.donation.received',
    system: 'charity',
    subject: receiptNo,
    mark: 'received',
    time,
    recorded: registrationAfter(time, receiptNo),
    // Every fifth comes to the district's own charity.
    street: receipt.number % 5 === 0 ? undefined : chance.pick(streets).code,
    utc: receipt.atMidnightUtc,
    data: {
      receiptNo,
      channel: chance.pick(CHANNELS),
      cashFen: isInKind(receipt) ? 0 : receipt.fen,
      inKindFen: isInKind(receipt) ? receipt.fen : 0,
      restrictedProject: isRestricted(receipt) ? PROJECT : undefined,
    },
  };
}

/** All of what was received for the project, spent after the last of it had come in. */
function expenditures(district: DistrictCode, receipts: readonly Receipt[]): Draft[] {
  const received = receipts.filter(isRestricted).reduce((sum, { fen }) => sum + fen, 0);
  return apportion(received, Array<number>(EXPENDITURES).fill(1)).map((fen, i) => {
    const receiptNo = `ZC${district}-2020-${String(i + 1).padStart(5, '0')}`;
    const time = at('2020-12-28', 9, i);
    return {
      district,
      type: 'charity.expenditure.made',
      system: 'charity',
      subject: receiptNo,
      mark: 'made',
      time,
      recorded: registrationAfter(time, receiptNo),
      data: {
        receiptNo,
        purpose: PURPOSES[i % PURPOSES.length]!,
        cashFen: fen,
        inKindFen: 0,
        restrictedProject: PROJECT,
      },
    } satisfies Draft<'charity.expenditure.made'>;
  });
}

function monthReport(district: DistrictCode, receipts: readonly Receipt[]): Draft {
  const within = receipts.filter(({ day }) => day.startsWith(COVERED_MONTH));
  const sum = (those: readonly Receipt[]): number => those.reduce((total, { fen }) => total + fen, 0);
  return {
    district,
    type: 'charity.donation.reported',
    system: 'charity',
    subject: `${district}:${COVERED_MONTH}`,
    mark: 'reported',
    ...reportTimes(COVERED_MONTH),
    data: {
      region: district,
      period: COVERED_MONTH,
      cashFen: sum(within.filter((receipt) => !isInKind(receipt))),
      inKindFen: sum(within.filter(isInKind)),
    },
  };
}

/** Receipts, what was spent, and the report of one month. */
export function donationEntries(district: DistrictCode): Chapter[] {
  if (PUBLISHED_DONATIONS_FEN[district] === 0) return [];
  const receipts = receiptsOf(district);
  return [
    ...receipts.map((receipt) => entry(receiptDraft(district, receipt), receipt.note)),
    ...expenditures(district, receipts).map((draft) => entry(draft, SPENT)),
    entry(monthReport(district, receipts), REPORTED),
  ];
}
