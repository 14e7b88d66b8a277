import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { flow } from '../measure.js';
import { needs, once } from '../once.js';
import { placeOfOffice } from '../place.js';
import { people } from '../protected-measure.js';
import { flowRow } from '../row.js';
import {
  APPLIED,
  type Application,
  DIVORCED,
  type Divorce,
  WITHDRAWN,
  type Withdrawal,
} from './divorce-events.js';
import { judgeRegistration, judgeWithdrawal } from './waiting-period.js';

const isApplied = ofType(APPLIED);
const isWithdrawn = ofType(WITHDRAWN);
const isDivorce = ofType(DIVORCED);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const applications = once(history.filter(isApplied), 'applied for twice');
  const withdrawals = once(history.filter(isWithdrawn), 'withdrawn twice');
  const divorces = once(history.filter(isDivorce), 'registered twice on one application');
  const [application, withdrawal, divorce] = [applications.first, withdrawals.first, divorces.first];
  return {
    rows: [application, withdrawal, divorce].flatMap((event) => (event ? [row(event, application)] : [])),
    findings: [
      ...applications.findings,
      ...withdrawals.findings,
      ...divorces.findings,
      ...(withdrawal ? withdrawalProblems(withdrawal, application) : []),
      ...(divorce ? registrationProblems(divorce, application, withdrawal) : []),
    ],
  };
}

function withdrawalProblems(withdrawal: Withdrawal, application: Application | undefined): Finding[] {
  const order = needs(withdrawal, application, {
    without: 'withdrawn without an application',
    before: 'withdrawn before it was applied for',
  });
  if (!application || order.length > 0) return order;
  const { filedOn } = application.data;
  const about = (rule: 'STATE' | 'LIMIT', text: string): Finding =>
    finding(rule, [application, withdrawal], { case: text, day: withdrawal.day, filedOn });
  const late = judgeWithdrawal(withdrawal, filedOn);
  return [
    ...(withdrawal.data.filedOn === filedOn ? [] : [about('STATE', 'withdrawn with another day of filing')]),
    ...(late === undefined ? [] : [about('LIMIT', late)]),
  ];
}

function registrationProblems(
  divorce: Divorce,
  application: Application | undefined,
  withdrawal: Withdrawal | undefined,
): Finding[] {
  const order = needs(divorce, application, {
    without: 'divorced without an application',
    before: 'divorced before it was applied for',
  });
  if (!application || order.length > 0) return order;
  const { filedOn } = application.data;
  const outside = judgeRegistration(divorce, filedOn);
  return [
    ...(outside === undefined
      ? []
      : [finding('LIMIT', [application, divorce], { case: outside, day: divorce.day, filedOn })]),
    ...(withdrawal && withdrawal.time <= divorce.time
      ? [finding('STATE', [withdrawal, divorce], { case: 'divorced after the withdrawal', day: divorce.day })]
      : []),
  ];
}

const stepOf = (event: Application | Withdrawal | Divorce): string => {
  if (isApplied(event)) return 'FILED';
  if (isDivorce(event)) return 'REGISTERED';
  return event.data.by === 'DEEMED' ? 'DEEMED_WITHDRAWN' : 'WITHDRAWN';
};

const row = (event: Application | Withdrawal | Divorce, application: Application | undefined): FactRow => ({
  ...flowRow(event, 'marriage.divorce-applications', { step: stepOf(event) }),
  ...placeOfOffice(application?.data.officeRegion ?? event.regionId),
  ...(application && application !== event && { causes: [application.id, event.id] }),
});

const ofApplication = ({ data }: Application | Withdrawal): string[] => [data.applicationNo];

/** Divorces applied for since 2021-01-01 (Civil Code art. 1077): filed, withdrawn or registered. */
export const fact: FactDefinition = {
  name: 'marriage.divorce-applications',
  titles: { zh: '离婚登记申请', en: 'Applications for divorce' },
  measures: [
    people(
      flow(
        'marriage.divorce-applications',
        '件',
        '离婚登记申请（受理、撤回、登记）',
        'Divorces applied for, withdrawn, registered',
      ),
    ),
  ],
  reads: {
    [APPLIED]: ofApplication,
    [WITHDRAWN]: ofApplication,
    [DIVORCED]: ({ data }: EventOf<typeof DIVORCED>) =>
      data.applicationNo === null ? [] : [data.applicationNo],
  },
  fold,
};
