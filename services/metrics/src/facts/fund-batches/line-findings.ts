import type { FactEvent, Finding } from '@minhai/facts';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import {
  type Batch,
  type Line,
  type Payment,
  type Reissue,
  type Return,
  isPayment,
  isReissue,
  isReturn,
  isReview,
  isVerification,
} from './batch-events.js';

type OfLine = FactEvent<{ readonly line: number }>;

/** What is out of order in the payments of a batch, line by line. */
export function lineFindings(history: readonly FactEvent<any>[], batch: Batch): Finding[] {
  const lines = new Map(batch.data.lines.map((line) => [line.line, line]));
  const approval = history.filter(isReview).find(({ data }) => data.decision === 'APPROVED');
  const events = history.filter(
    (event): event is OfLine =>
      isVerification(event) || isPayment(event) || isReturn(event) || isReissue(event),
  );
  return [...groupBy(events, ({ data }) => data.line)].flatMap(([number, ofLine]) => {
    const line = lines.get(number);
    return line
      ? [...paymentFindings(ofLine, line, approval), ...returnFindings(ofLine), ...reissueFindings(ofLine)]
      : ofLine.map((event) => finding('STATE', [event], { case: 'line is not in the batch', line: number }));
  });
}

function paymentFindings(
  events: readonly OfLine[],
  { line, amountFen, payeeRef }: Line,
  approval: FactEvent<any> | undefined,
): Finding[] {
  const [first, ...again] = events.filter(isPayment);
  const about = (payment: Payment): Finding[] => {
    const { paidFen, payeeRef: paidTo } = payment.data;
    const findings: Finding[] = [];
    if (!approval || payment.time < approval.time)
      findings.push(
        finding('MISSING_PREDECESSOR', [payment], { case: 'paid before the review', line, day: payment.day }),
      );
    if (paidFen !== amountFen)
      findings.push(
        finding('LIMIT', [payment], {
          case: 'paid another amount than approved',
          line,
          approvedFen: amountFen,
          paidFen,
        }),
      );
    if (paidTo !== null && paidTo !== payeeRef)
      findings.push(finding('STATE', [payment], { case: 'paid to another payee', line }));
    return findings;
  };
  return [
    ...(first ? [first, ...again].flatMap(about) : []),
    ...again.map((payment) =>
      finding('LIMIT', [first!, payment], { case: 'paid twice', line, paidFen: payment.data.paidFen }),
    ),
  ];
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

function returnFindings(events: readonly OfLine[]): Finding[] {
  let paidFen = 0;
  let returnedFen = 0;
  return events.flatMap((event): Finding[] => {
    if (isPayment(event) || isReissue(event)) paidFen += event.data.paidFen;
    if (!isReturn(event)) return [];
    returnedFen += event.data.returnedFen;
    const { line } = event.data;
    if (paidFen === 0)
      return [
        finding('MISSING_PREDECESSOR', [event], {
          case: 'returned before it was paid',
          line,
          day: event.day,
        }),
      ];
    return returnedFen > paidFen
      ? [finding('LIMIT', [event], { case: 'returned more than paid', line, byFen: returnedFen - paidFen })]
      : [];
  });
}

function reissueFindings(events: readonly OfLine[]): Finding[] {
  const returns = events.filter(isReturn);
  const reissues = events.filter(isReissue);
  return reissues.flatMap((reissue, i) =>
    reissueProblems(
      reissue,
      returns.filter(({ time }) => time <= reissue.time),
      reissues.slice(0, i),
    ),
  );
}

function reissueProblems(
  reissue: Reissue,
  returns: readonly Return[],
  earlier: readonly Reissue[],
): Finding[] {
  const { line, returnRef, paidFen } = reissue.data;
  if (returns.length === 0)
    return [
      finding('MISSING_PREDECESSOR', [reissue], {
        case: 'reissued without a return',
        line,
        day: reissue.day,
      }),
    ];
  const findings: Finding[] = [];
  if (!returns.some(({ data }) => data.bankRef === returnRef))
    findings.push(finding('STATE', [reissue], { case: 'reissued for another return', line }));
  const left =
    sumOf(returns.map(({ data }) => data.returnedFen)) - sumOf(earlier.map(({ data }) => data.paidFen));
  if (paidFen > left)
    findings.push(
      finding('LIMIT', [reissue], { case: 'reissued more than returned', line, byFen: paidFen - left }),
    );
  return findings;
}
