import { type BusinessDay, epochDayOf, monthOf } from '@minhai/domain';
import type { FactDefinition, FactEvent, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';

export const PAID = 'cn.gov.mca.fund.disbursement.paid';
export const CREMATED = 'cn.gov.mca.funeral.death.cremated';

type Payment = EventOf<typeof PAID>;
type Cremation = EventOf<typeof CREMATED>;

const isPayment = ofType(PAID);
const isCremation = ofType(CREMATED);

const dayOfDeath = ({ day, data }: Cremation): BusinessDay => data.diedOn ?? day;

/** Relief of the month of death is due; what is paid in a later month is a variance that nobody has to raise. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const cremation = history.find(isCremation);
  if (!cremation) return { rows: [], findings: [] };
  const died = dayOfDeath(cremation);
  const findings = history
    .filter(isPayment)
    .filter(({ day }) => monthOf(day) > monthOf(died))
    .map((payment) =>
      finding('STATE', [cremation, payment], {
        case: 'paid to a deceased person',
        days: epochDayOf(payment.day) - epochDayOf(died),
        paidFen: payment.data.paidFen,
      }),
    );
  return { rows: [], findings };
}

/** Payments that name their payee, beside what is known of deaths. */
export const fact: FactDefinition = {
  name: 'fund.payees',
  titles: { zh: '资金发放对象核验', en: 'Payees of relief' },
  measures: [],
  reads: {
    [PAID]: ({ data }: Payment) => (data.payeeRef === null ? [] : [data.payeeRef]),
    [CREMATED]: ({ data }: Cremation) => [data.deceasedRef],
  },
  fold,
};
