import type { FactDefinition, FactEvent, FactRow, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { flow, stock } from '../measure.js';
import { placeOf } from '../place.js';

const INSPECTED = 'cn.gov.mca.eldercare.inspection.completed';

type Inspected = EventOf<typeof INSPECTED>;

const isInspected = ofType(INSPECTED);

/** Results that leave something to be put right. */
const OUTSTANDING: readonly string[] = ['TO_CORRECT', 'SUSPENDED'];

const isOutstanding = ({ data }: Inspected): boolean => OUTSTANDING.includes(data.result);

function fold(history: readonly FactEvent<any>[]): FoldResult {
  const findings: Finding[] = [];
  const inspections = [...groupBy(history.filter(isInspected), ({ data }) => data.inspectionId).values()].map(
    ([first, ...again]) => {
      findings.push(...again.map(usedTwice));
      return first!;
    },
  );
  const byAuthority = [...groupBy(inspections, ({ data }) => data.authority).values()];
  return {
    rows: [...inspections.flatMap(inspectionRows), ...byAuthority.flatMap(outstandingRows)],
    findings: [...findings, ...byAuthority.flatMap(seenTooLate)],
  };
}

function inspectionRows(event: Inspected): FactRow[] {
  const { authority, result, providerKind, defects } = event.data;
  const row = {
    ...placeOf(event),
    dims: { authority, result, providerKind },
    validFrom: event.day,
    validUntil: null,
    causes: [event.id],
  };
  const inspection: FactRow = { measure: 'eldercare.inspections', amount: 1, ...row };
  return defects === 0
    ? [inspection]
    : [inspection, { measure: 'eldercare.inspection-defects', amount: defects, ...row }];
}

/** What an authority found stays open until it has been there again. */
const outstandingRows = (inspections: readonly Inspected[]): FactRow[] =>
  inspections.flatMap((event, i): FactRow[] => {
    const next = inspections[i + 1];
    if (!isOutstanding(event) || next?.day === event.day) return [];
    const { authority, providerKind } = event.data;
    return [
      {
        measure: 'eldercare.corrections-outstanding',
        ...placeOf(event),
        dims: { authority, providerKind },
        amount: 1,
        validFrom: event.day,
        validUntil: next?.day ?? null,
        causes: next ? [event.id, next.id] : [event.id],
      },
    ];
  });

/** Without a clock: lateness shows when the authority comes back after the day it had set. */
const seenTooLate = (inspections: readonly Inspected[]): Finding[] =>
  inspections.slice(1).flatMap((event, i) => {
    const before = inspections[i]!;
    const { dueOn } = before.data;
    if (!isOutstanding(before) || dueOn === null || event.day <= dueOn) return [];
    const detail = { case: 'inspected again after the due day', day: event.day, dueOn };
    return [finding('LIMIT', [before, event], detail, 'warning')];
  });

const usedTwice = (event: Inspected): Finding =>
  finding('STATE', [event], { case: 'inspection number used twice', day: event.day });

/** Inspections of institutions and community facilities: a provider is the entity, each authority keeps its own line. */
export const fact: FactDefinition = {
  name: 'eldercare.provider-inspections',
  titles: { zh: '养老服务检查', en: 'Inspections of elder-care providers' },
  measures: [
    flow('eldercare.inspections', '次', '检查次数', 'Inspections, by authority and result'),
    flow('eldercare.inspection-defects', '项', '检查发现问题', 'Defects found by inspections'),
    stock(
      'eldercare.corrections-outstanding',
      '项',
      '待整改事项',
      'Inspections with corrections outstanding',
    ),
  ],
  reads: { [INSPECTED]: ({ data }: Inspected) => [`${data.providerKind}:${data.providerId}`] },
  fold,
};
