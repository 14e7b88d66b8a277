import fc from 'fast-check';
import {
  type Payloads,
  amount,
  day,
  few,
  maybe,
  month,
  persons,
  regions,
  streets,
} from './arbitrary-values.fixture.js';

const households = few('hh_00000001', 'hh_00000002');
const cases = few('c-1', 'c-2');
const line = fc.constantFrom(1, 2);
const officer = few('op-1', 'op-2', 'op-3');
const batchId = few('b-1', 'b-2');
const bankRef = few('k-1', 'k-2');
const decision = fc.constantFrom('APPROVED' as const, 'SENT_BACK' as const);
const fundItem = fc.constantFrom('DIBAO' as const, 'TEKUN' as const);
const grade = fc.constantFrom('HIGH' as const, 'LOW' as const, 'NONE' as const);
const resource = few('r-1', 'r-2');

/** Payloads of assistance, funds, children and disability. */
export const ASSISTANCE_PAYLOADS: Payloads = {
  'cn.gov.mca.assistance.lead.discovered': fc.record({
    leadId: few('l-1', 'l-2'),
    personRef: maybe(persons),
    householdRef: households,
    ruleId: few('rule-1'),
    channel: fc.constantFrom('DATA_MATCH', 'VISIT'),
  }),
  'cn.gov.mca.assistance.lead.resolved': fc.record({
    leadId: few('l-1', 'l-2'),
    outcome: fc.constantFrom('APPLIED', 'DECLINED'),
    visitedOn: maybe(day),
  }),
  'cn.gov.mca.assistance.application.submitted': fc.record({
    caseId: cases,
    householdRef: households,
    members: fc.uniqueArray(persons, { minLength: 1, maxLength: 2 }).map((refs) =>
      refs.map((personRef, i) => ({
        personRef,
        relation: i === 0 ? ('SELF' as const) : ('SPOUSE' as const),
      })),
    ),
    item: fc.constantFrom('DIBAO', 'MEDICAL'),
    channel: fc.constantFrom('COUNTER', 'ONLINE'),
    acceptor: maybe(officer),
  }),
  'cn.gov.mca.assistance.economiccheck.requested': fc.record({
    checkId: few('e-1', 'e-2'),
    caseId: cases,
    authorisationId: few('a-1', 'a-2'),
  }),
  'cn.gov.mca.assistance.economiccheck.completed': fc.record({
    checkId: few('e-1', 'e-2'),
    caseId: cases,
    result: fc.constantFrom('MEETS', 'EXCEEDS', 'PENDING'),
    incomeFenPerMonth: maybe(amount),
    reportValidTo: maybe(day),
  }),
  'cn.gov.mca.assistance.approval.rejected': fc.record({
    caseId: cases,
    householdRef: households,
    item: fc.constantFrom('DIBAO', 'MEDICAL'),
    approver: officer,
  }),
  'cn.gov.mca.assistance.need.assessed': fc.record({
    householdRef: households,
    grade,
    needsLiving: fc.boolean(),
    needsHealth: fc.boolean(),
  }),
  'cn.gov.mca.assistance.plan.issued': fc.record({
    planId: few('p-1', 'p-2'),
    householdRef: households,
    resources: fc.constantFrom([], [{ need: 'LIVING' as const, resourceId: 'r-1' }]),
    startsOn: day,
    endsOn: day,
  }),
  'cn.gov.mca.assistance.plan.closed': fc.record({ planId: few('p-1', 'p-2') }),
  'cn.gov.mca.assistance.service.delivered': fc.record({
    planId: few('p-1', 'p-2'),
    deliveryId: few('d-1', 'd-2'),
    resourceId: resource,
    need: fc.constantFrom('LIVING', 'HEALTH'),
    supportType: fc.constantFrom('MATERIAL', 'SERVICE'),
    minutes: maybe(amount),
    valueFen: maybe(amount),
  }),
  'cn.gov.mca.assistance.resource.registered': fc.record({
    resourceId: resource,
    supportType: fc.constantFrom('MATERIAL', 'SERVICE'),
    capacity: amount,
    validTo: day,
  }),
  'cn.gov.mca.assistance.risk.alerted': fc.record({
    alertId: few('w-1', 'w-2'),
    indicator: fc.constantFrom('UNEMPLOYMENT', 'DEATH'),
    level: fc.constantFrom('HIGH', 'LOW'),
    dueOn: maybe(day),
  }),
  'cn.gov.mca.assistance.risk.resolved': fc.record({
    alertId: few('w-1', 'w-2'),
    outcome: fc.constantFrom('FALSE_ALARM', 'FOLLOWED_UP'),
  }),
  'cn.gov.mca.assistance.approval.granted': fc.record({
    caseId: cases,
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    persons: fc.integer({ min: 1, max: 3 }),
    amountFenPerMonth: fc.nat(3),
    effectiveMonth: month,
    validTo: maybe(month),
    approver: few('op-1', 'op-2'),
    acceptor: maybe(few('op-1')),
  }),
  'cn.gov.mca.assistance.benefit.adjusted': fc.record({
    caseId: cases,
    amountFenPerMonth: fc.nat(3),
    persons: maybe(fc.integer({ min: 1, max: 3 })),
    fromMonth: month,
  }),
  'cn.gov.mca.assistance.benefit.suspended': fc.record({ caseId: cases, fromMonth: month }),
  'cn.gov.mca.assistance.benefit.resumed': fc.record({ caseId: cases, fromMonth: month }),
  'cn.gov.mca.assistance.benefit.terminated': fc.record({ caseId: cases, fromMonth: month }),
  'cn.gov.mca.assistance.benefit.reported': fc.record({
    region: regions,
    period: month,
    item: fc.constantFrom('MEDICAL', 'TEMPORARY'),
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    personTimes: amount,
  }),
  'cn.gov.mca.assistance.medical.settled': fc.record({
    settlementId: few('m-1', 'm-2', 'm-3'),
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    selfPayFen: amount,
    reliefFen: amount,
  }),
  'cn.gov.mca.assistance.medical.reported': fc.record({
    region: regions,
    period: month,
    category: fc.constantFrom('DIBAO', 'TEKUN'),
    selfPayFen: amount,
    reliefFen: amount,
  }),
  'cn.gov.mca.fund.batch.created': fc
    .tuple(batchId, month, fundItem, fc.subarray([1, 2], { minLength: 1 }), officer, maybe(batchId))
    .map(([id, period, item, lines, preparer, replaces]) => ({
      batchId: id,
      month: period,
      item,
      lines: lines.map((number) => ({
        line: number,
        caseId: `c-${number}`,
        benefitMonth: period,
        payeeRef: `per_0000000${number}`,
        amountFen: number,
      })),
      totalFen: lines.reduce((sum, number) => sum + number, 0),
      preparer,
      replacesBatchId: replaces === id ? null : replaces,
    })),
  'cn.gov.mca.fund.account.verified': fc.record({
    batchId,
    line,
    result: fc.constantFrom('MATCH', 'NAME_MISMATCH'),
  }),
  'cn.gov.mca.fund.batch.confirmed': fc.record({ batchId, decision, totalFen: amount, confirmer: officer }),
  'cn.gov.mca.fund.batch.reviewed': fc.record({
    batchId,
    decision,
    totalFen: amount,
    reviewer: officer,
    reviewerRegion: few('310105', '310118'),
  }),
  'cn.gov.mca.fund.disbursement.paid': fc.record({
    batchId,
    line,
    paidFen: amount,
    bankRef,
    payeeRef: maybe(persons),
  }),
  'cn.gov.mca.fund.disbursement.returned': fc.record({
    batchId,
    line,
    paidFen: amount,
    returnedFen: amount,
    bankRef,
  }),
  'cn.gov.mca.fund.disbursement.reissued': fc.record({
    batchId,
    line,
    paidFen: amount,
    bankRef,
    returnRef: bankRef,
  }),
  'cn.gov.mca.fund.disbursement.reported': fc.record({
    region: regions,
    item: fundItem,
    period: month,
    amountFen: amount,
  }),
  'cn.gov.mca.fund.budget.allocated': fc.record({
    region: few('310105'),
    item: fundItem,
    year: fc.constantFrom(2019, 2020),
    sourceLevel: fc.constantFrom('DISTRICT', 'MUNICIPAL'),
    source: fc.constantFrom('FISCAL', 'LOTTERY'),
    amountFen: fc.integer({ min: 1, max: 3 }),
  }),
  'cn.gov.mca.fund.variance.raised': fc.record({
    varianceId: few('v-1', 'v-2'),
    cause: fc.constantFrom('DEATH', 'AMOUNT'),
    expectedFen: amount,
    actualFen: amount,
  }),
  'cn.gov.mca.fund.variance.closed': fc.record({
    varianceId: few('v-1', 'v-2'),
    recoveredFen: maybe(amount),
  }),
  'cn.gov.mca.child.beneficiary.enrolled': fc.record({
    caseId: cases,
    personRef: persons,
    category: fc.constantFrom('ORPHAN', 'DISTRESSED'),
    amountFenPerMonth: amount,
    fromMonth: month,
  }),
  'cn.gov.mca.child.beneficiary.exited': fc.record({ caseId: cases, fromMonth: month }),
  'cn.gov.mca.child.beneficiary.reported': fc.record({
    region: regions,
    category: fc.constantFrom('ORPHAN', 'DISTRESSED'),
    period: month,
    count: amount,
  }),
  'cn.gov.mca.child.protection.station.certified': fc.record({
    street: streets,
    passed: fc.boolean(),
  }),
  'cn.gov.mca.child.protection.station.revoked': fc.record({ street: streets }),
  'cn.gov.mca.child.welfare.worker.certified': fc.record({
    personRef: persons,
    certNo: few('c-1', 'c-2'),
    level: fc.constantFrom('ASSISTANT', 'SENIOR'),
    post: fc.constant('DIRECTOR'),
    validTo: maybe(day),
  }),
  'cn.gov.mca.child.welfare.worker.left': fc.record({
    personRef: persons,
    certNo: few('c-1', 'c-2'),
  }),
  'cn.gov.mca.child.ward.opened': fc.record({ institutionId: few('i-1', 'i-2') }),
  'cn.gov.mca.disability.subsidy.granted': fc.record({
    personRef: persons,
    kind: fc.constantFrom('LIVING', 'NURSING'),
    level: fc.constantFrom('LEVEL_1', 'LEVEL_2'),
    amountFenPerMonth: amount,
    fromMonth: month,
  }),
  'cn.gov.mca.disability.subsidy.terminated': fc.record({
    personRef: persons,
    kind: fc.constantFrom('LIVING', 'NURSING'),
    fromMonth: month,
  }),
  'cn.gov.mca.disability.subsidy.reported': fc.record({
    region: regions,
    kind: fc.constantFrom('LIVING', 'NURSING'),
    period: month,
    persons: amount,
    amountFen: amount,
  }),
};
