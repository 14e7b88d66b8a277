import {
  type BusinessMonth,
  monthOf,
  reliefCeilingFen,
  type ReliefStandard,
  reliefStandardAt,
  shiftMonth,
} from '@minhai/domain';
import type { Continuation, FactDefinition, FactEvent, Finding, FoldResult } from '@minhai/facts';
import { type EventOf, ofType } from '../event-kind.js';
import { finding } from '../finding.js';

export const STANDARD = 'cn.gov.mca.ref.standard.published';
export const GRANTED = 'cn.gov.mca.assistance.approval.granted';
export const CHECKED = 'cn.gov.mca.assistance.economiccheck.completed';

type Standard = EventOf<typeof STANDARD>;
type Grant = EventOf<typeof GRANTED>;
type Check = EventOf<typeof CHECKED>;

const DIBAO = 'DIBAO';
const isStandard = ofType(STANDARD);
const isGrant = ofType(GRANTED);
const isCheck = ofType(CHECKED);

/** A standard is raised every year; one that is older than this no longer judges. */
const STANDARD_MONTHS = 24;
/** A report is good for six months, and relief may begin in the month after the approval. */
const REPORT_MONTHS = 8;
/** Cases of a month are dealt over so many entities that none grows long: every grant folds its entity anew. */
const PARTS = 64;

/** FNV-1a: numbers that follow one another, as those of cases do, spread evenly. */
function partOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < caseId.length; i++) hash = Math.imul(hash ^ caseId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % PARTS;
}

const keyOf = (month: BusinessMonth, part: number): string => `${month}:${part}`;
const monthsFrom = (month: BusinessMonth, count: number): BusinessMonth[] =>
  Array.from({ length: count }, (_, i) => shiftMonth(month, i));

const keysOfStandard = ({ data }: Standard): string[] =>
  data.item === DIBAO
    ? monthsFrom(data.effectiveMonth, STANDARD_MONTHS).flatMap((month) =>
        Array.from({ length: PARTS }, (_, part) => keyOf(month, part)),
      )
    : [];

const keysOfGrant = ({ data }: Grant): string[] =>
  data.category === DIBAO ? [keyOf(data.effectiveMonth, partOf(data.caseId))] : [];

const keysOfCheck = ({ day, data }: Check): string[] =>
  data.incomeFenPerMonth === null
    ? []
    : monthsFrom(monthOf(day), REPORT_MONTHS).map((month) => keyOf(month, partOf(data.caseId)));

const NOTHING: FoldResult = { rows: [], findings: [] };

const toStandard = ({ id, recordedTime, data }: Standard): ReliefStandard => ({ ...data, id, recordedTime });

/** What grants are judged by. */
interface Known {
  readonly standards: readonly ReliefStandard[];
  readonly checks: readonly Check[];
}

const knownIn = (history: readonly FactEvent<any>[]): Known => ({
  standards: history.filter(isStandard).map(toStandard),
  checks: history.filter(isCheck),
});

/** Without a standard there is no ceiling; without a report no income is known, and the ceiling is the standard. */
function fold(history: readonly FactEvent<any>[]): FoldResult {
  const known = knownIn(history);
  if (known.standards.length === 0) return NOTHING;
  return { rows: [], findings: history.filter(isGrant).flatMap((grant) => judged(grant, known)) };
}

/** A grant is judged by what was there before it, and a report judges only later ones; a standard judges all anew. */
const continues: Continuation<Known> = {
  pastOf: knownIn,
  next: (past, event) => {
    if (isGrant(event)) return { rows: [], findings: judged(event, past), past };
    if (isCheck(event)) return { ...NOTHING, past: { ...past, checks: [...past.checks, event] } };
    return undefined;
  },
  matters: (event) => !isGrant(event),
  sizeOf: ({ standards, checks }) => standards.length + checks.length,
};

function judged(grant: Grant, { standards, checks }: Known): Finding[] {
  const { effectiveMonth: month, persons, amountFenPerMonth: grantedFen, caseId } = grant.data;
  const standard = reliefStandardAt(standards, { region: grant.regionId, item: DIBAO }, month);
  if (!standard) return [];
  const check = checks.findLast(({ time, data }) => data.caseId === caseId && time <= grant.time);
  const allowedFen = reliefCeilingFen(standard.amountFen, persons, check?.data.incomeFenPerMonth ?? 0);
  if (grantedFen <= allowedFen) return [];
  const causes = check ? [check, grant] : [grant];
  return [
    finding('LIMIT', causes, { case: 'more than standard less income', month, allowedFen, grantedFen }),
  ];
}

/** 低保 is the difference between the standard and the income of the household: more is a finding. */
export const fact: FactDefinition = {
  name: 'assistance.ceiling',
  version: 2,
  titles: { zh: '低保金额上限', en: 'Ceiling of the minimum living allowance' },
  measures: [],
  reads: { [STANDARD]: keysOfStandard, [GRANTED]: keysOfGrant, [CHECKED]: keysOfCheck },
  fold,
  continues,
};
