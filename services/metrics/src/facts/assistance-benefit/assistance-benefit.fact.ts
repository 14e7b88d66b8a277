import { firstDayOfMonth } from '@minhai/domain';
import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { stock } from '../measure.js';
import { placeOf } from '../place.js';
import { protectedPeople } from '../protected-measure.js';
import {
  ADJUSTED,
  type BenefitSpan,
  type Change,
  GRANTED,
  type Grant,
  RESUMED,
  SUSPENDED,
  TERMINATED,
  benefitSpans,
} from './benefit-months.js';

const isGrant = ofType(GRANTED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const [grant, ...further] = history.filter(isGrant);
  const changes = history.filter((event): event is Change => !isGrant(event));
  if (!grant) return { rows: [], findings: changes.map(withoutGrant) };
  const findings = [...further.map(grantedTwice), ...sameHands(grant)];
  const spans = benefitSpans(grant, changes, findings);
  return { rows: spans.flatMap((span) => rowsOf(span, grant)), findings };
}

/** Without the approval neither category nor household is known, so nothing can be counted yet. */
const withoutGrant = (event: Change): Finding =>
  finding('MISSING_PREDECESSOR', [event], { case: 'changed before granted', month: event.data.fromMonth });

/** A household that needs help again gets a new case, so a second approval never counts. */
const grantedTwice = (event: Grant): Finding =>
  finding('STATE', [event], { case: 'granted twice', month: event.data.effectiveMonth });

const sameHands = (grant: Grant): Finding[] =>
  grant.data.acceptor && grant.data.acceptor === grant.data.approver
    ? [finding('SEPARATION_OF_DUTIES', [grant], { case: 'accepted and approved by one person' })]
    : [];

/** The four circles of relief (低保、低收入、支出型、特殊困难), by the category of the approval; others are in none. */
const CIRCLES: Readonly<Record<string, string>> = {
  DIBAO: 'DIBAO',
  LOW_INCOME: 'LOW_INCOME',
  EXPENDITURE: 'EXPENDITURE',
  TEKUN: 'SPECIAL_HARDSHIP',
  OTHER: 'SPECIAL_HARDSHIP',
};

const circleOf = ({ data }: Grant): string => CIRCLES[data.category] ?? 'NONE';

function rowsOf({ from, until, persons, amountFen, causes }: BenefitSpan, grant: Grant): FactRow[] {
  const row = (measure: string, amount: number): FactRow => ({
    measure,
    ...placeOf(grant),
    dims: { category: grant.data.category, circle: circleOf(grant) },
    amount,
    validFrom: firstDayOfMonth(from),
    validUntil: until === null ? null : firstDayOfMonth(until),
    causes,
  });
  const counts = [row('assistance.households', 1), row('assistance.persons', persons)];
  return amountFen === 0 ? counts : [...counts, row('assistance.benefit-fen', amountFen)];
}

/** As `assistance.cases` names it: both have one history. */
const ofCase = ({ data }: FactEvent<{ caseId: string }>): string[] => [`case:${data.caseId}`];

/** Relief due by month: a case counts from the first day of its first month; suspended months are left out. */
export const fact: FactDefinition = {
  name: 'assistance.benefit',
  titles: { zh: '社会救助待遇', en: 'Social assistance benefits' },
  version: 3,
  measures: [
    protectedPeople(stock('assistance.households', '户', '救助户数', 'Households receiving relief')),
    protectedPeople(stock('assistance.persons', '人', '救助人数', 'Persons receiving relief')),
    stock('assistance.benefit-fen', '分', '月救助金额', 'Relief due per month, in fen'),
  ],
  reads: {
    [GRANTED]: ofCase,
    [ADJUSTED]: ofCase,
    [SUSPENDED]: ofCase,
    [RESUMED]: ofCase,
    [TERMINATED]: ofCase,
  },
  fold,
};
