import { addDays, firstDayOfMonth } from '@minhai/domain';
import { at } from '../chance/calendar.js';
import { type Chapter, chapterOf, entry, join, type TrapNote } from '../posting/chapter.js';
import type { Draft, Payload, TypeName } from '../posting/cloud-event.js';
import { draftOf } from '../posting/draft.js';
import type { DistrictCode } from '../reference/districts.js';
import { budgetEntries } from './budgets.js';
import { type File, batchIdOf, filesOf, type Line } from './files.js';

type FundEvent = Extract<TypeName, `fund.${string}`>;

/** Days of the month after the list is made. */
const STEP = {
  created: 4,
  verified: 5,
  confirmed: 6,
  reviewed: 9,
  paid: 11,
  again: 12,
  returned: 15,
  reissued: 22,
};

function batchDraft<T extends FundEvent>(
  { saga, batchId, district, street }: File,
  type: T,
  step: keyof typeof STEP,
  data: Payload<T>,
): Draft<T> {
  const line = 'line' in data ? `:${String(data.line)}` : '';
  const day = addDays(firstDayOfMonth(saga.month), STEP[step]);
  return draftOf({ district, street, subject: batchId + line, time: at(day, 10, saga.number) }, type, data);
}

/** Posts: 经办, 确认, 复核. */
const officer = (duty: 'JB' | 'QR' | 'FH', number: number): string => `${duty}-${number}`;

function created(file: File): Draft {
  const { batchId, saga, lines, totalFen, district } = file;
  return batchDraft(file, 'fund.batch.created', 'created', {
    batchId,
    month: saga.month,
    item: 'DIBAO',
    lines,
    totalFen,
    preparer: officer('JB', saga.number),
    replacesBatchId: saga.breach === 'REPLACES_SENT_BACK' ? batchIdOf(district, saga.number - 1) : undefined,
  });
}

/** Two levels and two decisions; a batch that is sent back goes no further. */
function decisions(file: File): Draft[] {
  const { batchId, saga, totalFen, district } = file;
  const confirmer =
    saga.breach === 'CONFIRMED_BY_PREPARER' ? officer('JB', saga.number) : officer('QR', saga.number);
  const sentBack = saga.breach === 'SENT_BACK';
  const confirmation = batchDraft(file, 'fund.batch.confirmed', 'confirmed', {
    batchId,
    decision: sentBack ? 'SENT_BACK' : 'APPROVED',
    totalFen,
    confirmer,
    objection: sentBack ? 'DOCUMENTS' : undefined,
  });
  if (sentBack) return [confirmation];
  const review = batchDraft(file, 'fund.batch.reviewed', 'reviewed', {
    batchId,
    decision: 'APPROVED',
    totalFen,
    reviewer: saga.breach === 'REVIEWED_BY_CONFIRMER' ? confirmer : officer('FH', saga.number),
    reviewerRegion: district,
  });
  return [confirmation, review];
}

function payment(file: File, { line, amountFen, payeeRef }: Line, step: 'paid' | 'again'): Draft {
  const less = file.saga.breach === 'PAID_LESS' && line === 1 ? 1 : 0;
  return batchDraft(file, 'fund.disbursement.paid', step, {
    batchId: file.batchId,
    line,
    paidFen: amountFen - less,
    bankRef: `HK${file.batchId}-${line}${step === 'paid' ? '' : '-2'}`,
    payeeRef,
  });
}

/** The first line of an orderly batch comes back and is paid again. */
function backAndAgain(file: File): Draft[] {
  const { batchId, saga, lines } = file;
  const { line, amountFen } = lines[0]!;
  const returnRef = `TH${batchId}-${line}`;
  const returned = batchDraft(file, 'fund.disbursement.returned', 'returned', {
    batchId,
    line,
    paidFen: amountFen,
    returnedFen: amountFen,
    bankRef: returnRef,
    reason: 'ACCOUNT_CLOSED',
  });
  const reissued = batchDraft(file, 'fund.disbursement.reissued', 'reissued', {
    batchId,
    line,
    paidFen: amountFen,
    bankRef: `BF${batchId}-${line}`,
    returnRef,
  });
  if (saga.breach === 'REISSUED_WITHOUT_RETURN') return [reissued];
  return saga.breach === undefined ? [returned, reissued] : [];
}

/** The death of the first payee in the month before, and the variance somebody raised in the end. */
function deceased(file: File, trap: TrapNote | undefined): Chapter {
  const { district, street, saga, batchId, lines } = file;
  const { payeeRef, line, amountFen } = lines[0]!;
  const diedOn = addDays(firstDayOfMonth(saga.month), -12);
  const cremationNo = `HH${district}-2020-9${String(saga.number).padStart(3, '0')}`;
  const cremated = draftOf(
    { district, street, subject: cremationNo, time: at(addDays(diedOn, 3), 9) },
    'funeral.death.cremated',
    { cremationNo, deceasedRef: payeeRef, diedOn, facilityId: `BYG${district}-01` },
  );
  const varianceId = `CY${batchId}-${line}`;
  const on = (
    type: 'fund.variance.raised' | 'fund.variance.closed',
    days: number,
    data: Payload<typeof type>,
  ) =>
    draftOf(
      { district, street, subject: varianceId, time: at(addDays(firstDayOfMonth(saga.month), days), 15) },
      type,
      data,
    );
  const raised = on('fund.variance.raised', 24, {
    varianceId,
    cause: 'DEATH',
    expectedFen: 0,
    actualFen: amountFen,
    batchId,
    line,
  });
  const closed = on('fund.variance.closed', 54, {
    varianceId,
    outcome: 'RECOVERED',
    recoveredFen: amountFen,
  });
  return join([entry(cremated, trap), chapterOf([raised, closed])]);
}

function fileEntries(file: File): Chapter {
  const { saga, batchId, lines } = file;
  const { trap, breach } = saga;
  const verified = lines
    .filter(({ line }) => breach !== 'LINE_NOT_VERIFIED' || line === 1)
    .map(({ line }) =>
      batchDraft(file, 'fund.account.verified', 'verified', {
        batchId,
        line,
        result: 'MATCH',
        bankRef: `YZ${batchId}-${line}`,
      }),
    );
  const paid = breach === 'SENT_BACK' ? [] : lines.map((line) => payment(file, line, 'paid'));
  const again = breach === 'PAID_TWICE' ? [payment(file, lines[0]!, 'again')] : [];
  return join([
    entry(created(file), trap),
    ...[...verified, ...decisions(file), ...paid, ...again, ...backAndAgain(file)].map((draft) =>
      entry(draft, trap),
    ),
    ...(breach === 'PAYEE_DECEASED' ? [deceased(file, trap)] : []),
  ]);
}

/** A year of small batches of relief from the list to the bank, and the budgets they are paid from. */
export function fundChapter(district: DistrictCode): Chapter {
  const files = filesOf(district);
  return join([...files.map(fileEntries), budgetEntries(district, files)]);
}
